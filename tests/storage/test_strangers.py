"""Files made to harm take little time, in a process of their own; see `python -m tests.proofs strangers` for more."""

import os
from pathlib import Path

import pytest

from tests.proofs.strangers import bombs, cost

PATIENCE = 5.0
"""Seconds of the processor, on a machine that has much to do besides."""
QUICK = ("one key of 100,000 dots", "a million numbers", "lists in lists")


@pytest.mark.skipif(not hasattr(os, "wait4"), reason="nothing here says what a process took")
@pytest.mark.parametrize("name", QUICK)
def test_a_file_made_to_harm_is_refused_in_one_line_in_little_time(tmp_path: Path, name: str) -> None:
    data = dict(bombs())[name]
    file = tmp_path / "bomb.toml"
    file.write_bytes(data)
    took = cost("check", str(file))
    assert took.code == 1
    assert len(took.said.strip().splitlines()) == 1, took.said
    assert took.seconds < PATIENCE, "the memory is for the proof: here it would be that of all tests"
    assert file.read_bytes() == data
