"""Whatever fails while files are opened, saved, exported, kept and binned: nothing is lost and all of it is said."""

from tests.proofs.faults import prove


def test_of_some_hundred_faults_none_loses_anything() -> None:
    proof = prove(150)
    assert not proof.faults, str(proof)
