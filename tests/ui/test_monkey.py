"""Whatever is pressed, in whatever window: no fault ends the program. `python -m tests.proofs monkey` is longer."""

from tests.proofs import monkey


async def test_some_hundred_random_keys_do_no_harm() -> None:
    proof = await monkey.pressed(250)
    assert not proof.faults, str(proof)
