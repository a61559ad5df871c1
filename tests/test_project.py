"""What stands in several places of the project says the same in each."""

import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
TEST_LINE = "python3 -m venv .venv && .venv/bin/pip install -q -e '.[test]' && .venv/bin/python -m pytest -n auto"


@pytest.mark.parametrize("file", ["README.md", "CONTRIBUTING.md", ".ci/run"])
def test_the_line_that_sets_up_and_tests_is_the_same_everywhere(file: str) -> None:
    lines = [line.strip().strip("`") for line in (ROOT / file).read_text("utf-8").splitlines()]
    assert any(TEST_LINE in line for line in lines)


def test_every_library_has_its_reason_in_the_readme() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    names = [requirement.split(">")[0].split("~")[0].split("=")[0] for requirement in project["dependencies"]]
    readme = (ROOT / "README.md").read_text("utf-8").casefold()
    assert [name for name in names if name.casefold() not in readme] == []
