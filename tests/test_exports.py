"""The exports in the repository are what the sample gives now."""

from tests.regenerate import exports, stale


def test_the_exports_of_the_sample_are_fresh() -> None:
    assert stale(exports()) == [], "run python -m tests.regenerate"
