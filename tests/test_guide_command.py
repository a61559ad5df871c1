"""The verb guide by its contract: what goes where, exit codes, nothing written over, nothing loaded in vain."""

import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from innovate_tui import cli
from innovate_tui.storage.locations import content_folder
from tests.test_command_line import FRENCH, Said, program
from tests.test_import_hygiene import PROBE

Run = Callable[..., Said]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Run the program in a folder of its own, inside this process."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("INNOVATE_FOLDER", str(tmp_path / "Innovate"))

    def run(*words: object) -> Said:
        code = cli.main([str(word) for word in words])
        captured = capsys.readouterr()
        return Said(code, captured.out, captured.err)

    return run


@pytest.mark.parametrize("tool", ["diamond", "quadrants", "roadmap"])
def test_without_a_file_the_guide_is_printed_as_plain_text(run: Run, tool: str, tmp_path: Path) -> None:
    said = run("guide", tool)
    assert (said.code, said.err) == (0, "")
    assert "Facilitator guide" in said.out
    assert "For a group of" in said.out
    assert "#" not in said.out
    assert max(map(len, said.out.splitlines())) <= 80
    assert list(tmp_path.iterdir()) == []


def test_markdown_is_printed_where_it_is_asked_for(run: Run, tmp_path: Path) -> None:
    said = run("guide", "diamond", "--to", "md")
    assert (said.code, said.err) == (0, "")
    assert said.out.startswith("# Diamond 9\n")
    assert list(tmp_path.iterdir()) == []


def test_the_modes_differ_and_a_number_of_groups_means_several(run: Run) -> None:
    one, group, several = (run("guide", "diamond", "--mode", mode).out for mode in ("individual", "group", "groups"))
    assert "Ask yourself:" in one
    assert "Tell the other groups" not in one + group
    assert "Tell the other groups" in several
    assert "4 sets" in run("guide", "diamond", "--groups", "4").out
    assert run("guide", "diamond", "--groups", "4").out == run("guide", "diamond", "--mode=groups", "--groups=4").out


@pytest.mark.parametrize(("name", "head"), [("a.pdf", b"%PDF"), ("a.md", b"# Roadmap"), ("A.MD", b"# Roadmap")])
def test_a_file_that_is_named_is_written_and_its_ending_says_as_what(
    run: Run, tmp_path: Path, name: str, head: bytes
) -> None:
    assert run("guide", "roadmap", "-o", name) == Said(0, "", "")
    assert (tmp_path / name).read_bytes().startswith(head)


def test_a_file_that_stands_there_is_not_written_over(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(b"mine")
    there = "a.pdf: A file stands there already. Choose another name, or write over it with --force.\n"
    assert run("guide", "diamond", "-o", "a.pdf") == Said(1, "", there)
    assert (tmp_path / "a.pdf").read_bytes() == b"mine"
    assert run("guide", "diamond", "-o", "a.pdf", "--force") == Said(0, "", "")
    assert (tmp_path / "a.pdf").read_bytes().startswith(b"%PDF")
    assert run("guide", "diamond", "-o", "nowhere/a.pdf").code == 1


def test_a_pdf_without_a_name_goes_into_the_folder_for_exports_and_its_path_is_printed(
    run: Run, tmp_path: Path
) -> None:
    folder = tmp_path / "Innovate" / "Exports"
    first = folder / "guide-diamond-3-groups.pdf"
    assert run("guide", "diamond", "--groups", 3, "--to", "pdf") == Said(0, f"{first}\n", "")
    second = folder / "guide-diamond-3-groups-2.pdf"
    assert run("guide", "diamond", "--groups", 3, "--to", "pdf") == Said(0, f"{second}\n", "")
    assert run("guide", "diamond", "--groups", 3, "--to", "pdf", "--force") == Said(0, f"{first}\n", "")


@pytest.mark.parametrize(
    "words",
    [
        ("guide",),
        ("guide", "pentagon"),
        ("guide", "diamond", "--mode", "crowd"),
        ("guide", "diamond", "--to", "csv"),
        ("guide", "diamond", "--groups", "1"),
        ("guide", "diamond", "--groups", "100"),
        ("guide", "diamond", "--groups", "two"),
        ("guide", "diamond", "--mode", "individual", "--groups", "2"),
        ("guide", "diamond", "--mode", "group", "--groups", "2"),
        ("guide", "diamond", "--pack", "a5"),
        ("guide", "diamond", "--pack", "a4", "--mode", "individual"),
        ("guide", "diamond", "--pack", "a4", "--to", "md"),
        ("guide", "diamond", "--pack", "a4", "-o", "a.md"),
    ],
)
def test_misuse_is_said_on_standard_error_with_code_2(words: tuple[str, ...], run: Run) -> None:
    said = run(*words)
    assert said.code == 2
    assert said.out == ""
    assert "innovate-tui guide" in said.err


def test_another_deck_has_its_own_guide_and_no_clock_where_it_has_no_minutes(run: Run) -> None:
    said = run("--content", FRENCH, "guide", "diamond")
    assert (said.code, said.err) == (0, "")
    assert "1 Choisir les forces" in said.out
    assert "0:00" not in said.out
    assert "At a glance" not in said.out


def test_a_deck_without_steps_for_a_tool_has_no_guide_to_it(run: Run, tmp_path: Path) -> None:
    shutil.copytree(str(content_folder()), tmp_path / "content")
    (tmp_path / "content" / "decks" / "innovate" / "roadmap.toml").unlink()
    said = run("--content", tmp_path / "content", "guide", "roadmap")
    assert said == Said(1, "", "This deck has no steps for Roadmap, so there is no guide to it.\n")


def test_the_guide_says_it_in_any_output_by_the_name_of_the_module() -> None:
    done = program("guide", "quadrants", "--mode", "individual")
    assert done.returncode == 0
    assert b"Guide for one person" in done.stdout
    assert done.stderr == b""


@pytest.mark.parametrize(
    ("words", "loaded"),
    [
        (["guide", "diamond"], set()),
        (["guide", "diamond", "-o", "{tmp}/a.md"], set()),
        (["guide", "diamond", "-o", "{tmp}/a.pdf"], {"fpdf"}),
    ],
)
def test_the_guide_never_loads_textual_and_fpdf2_for_a_pdf_alone(
    words: list[str], loaded: set[str], tmp_path: Path
) -> None:
    given = [word.replace("{tmp}", str(tmp_path)) for word in words]
    run = subprocess.run([sys.executable, "-c", PROBE, *given], capture_output=True, text=True, timeout=60)
    code, *found = run.stderr.splitlines()[-1].split()
    assert code == "0"
    assert set(found) & {"textual", "rich", "fpdf"} == loaded


def test_a_pack_is_written_where_it_is_asked_for_or_into_the_folder_for_exports(run: Run, tmp_path: Path) -> None:
    assert run("guide", "diamond", "--pack", "a3", "-o", "a.pdf") == Said(0, "", "")
    assert (tmp_path / "a.pdf").read_bytes().startswith(b"%PDF")
    there = "a.pdf: A file stands there already. Choose another name, or write over it with --force.\n"
    assert run("guide", "diamond", "--pack", "a3", "-o", "a.pdf") == Said(1, "", there)
    named = tmp_path / "Innovate" / "Exports" / "pack-roadmap-4-a4.pdf"
    assert run("guide", "roadmap", "--pack", "a4", "--groups", 4) == Said(0, f"{named}\n", "")
    assert named.read_bytes().startswith(b"%PDF")
