"""Edits, saves, kills and reloads in any order; the whole of it is `python -m tests.proofs machine`."""

from tests.proofs.machine import prove


def test_nothing_that_was_seen_is_lost_whatever_happens_in_whatever_order() -> None:
    proof = prove(15)
    assert not proof.faults, proof.faults
