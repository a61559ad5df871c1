"""A mistake of the program loses no word and tells none; on every screen it is `python -m tests.proofs mistakes`."""

from tests.proofs.mistakes import prove


def test_a_mistake_says_where_the_work_is_and_nobodys_words_with_a_box_open() -> None:
    proof = prove(1)
    assert not proof.faults, str(proof)
