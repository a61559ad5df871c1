"""What each verb loads, seen in a fresh process: neither Textual nor fpdf2 before it is wanted."""

import subprocess
import sys
from pathlib import Path

import pytest

EXAMPLE = Path(__file__).parent / "formats" / "issue-2.toml"
PROBE = """
import sys
from innovate_tui.cli import main
code = main(sys.argv[1:])
heavy = {"textual", "rich", "fpdf", "fontTools", "PIL", "importlib.metadata"} & set(sys.modules)
print(code, *sorted(heavy), sep=" ", file=sys.stderr)
"""


@pytest.mark.parametrize(
    ("words", "loaded"),
    [
        (["--help"], "0"),
        (["--version"], "0"),
        (["check", str(EXAMPLE)], "0"),
        (["new", "{tmp}/new.toml"], "0"),
        (["sample", "{tmp}/sample.toml"], "0"),
        (["show", str(EXAMPLE)], "0"),
        (["export", str(EXAMPLE), "--to", "md", "-o", "{tmp}/a.md"], "0"),
        (["nobody.toml"], "1"),
    ],
    ids=lambda each: each[0].strip("-") if isinstance(each, list) else each,
)
def test_nothing_is_loaded_before_it_is_wanted(words: list[str], loaded: str, tmp_path: Path) -> None:
    given = [word.replace("{tmp}", str(tmp_path)) for word in words]
    run = subprocess.run([sys.executable, "-c", PROBE, *given], capture_output=True, text=True, timeout=30)
    assert run.stderr.splitlines()[-1] == loaded


def test_a_pdf_needs_no_textual(tmp_path: Path) -> None:
    words = ["export", str(EXAMPLE), "-o", str(tmp_path / "a.pdf")]
    run = subprocess.run([sys.executable, "-c", PROBE, *words], capture_output=True, text=True, timeout=60)
    code, *loaded = run.stderr.splitlines()[-1].split()
    assert code == "0"
    assert "fpdf" in loaded
    assert not {"textual", "rich"} & set(loaded)
