"""The command line by its contract: exit codes, where each line goes, and no traceback for anything a user can do."""

import os
import platform
import re
import subprocess
import sys
import time
import tomllib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from innovate_tui import __version__, cli
from innovate_tui.storage import safe_write

TESTS = Path(__file__).parent
EXAMPLE = (TESTS / "formats" / "issue-2.toml").read_bytes()
WITHOUT_NOTES = "a.toml: Left out of this summary: notes.\n"
FRENCH = str(TESTS / "decks" / "francais")


CHOOSY = b"""\
format = 1
id = "s-1"
started = 2026-03-12 09:31:00Z
[people.p-1]
name = "Gwen Pritchard"
[features.funding]
expert = "p-1"
note = "Ask the treasurer."
[diamond.cards.trust]
place = 1
dissent = "Not by night."
[quadrants.cards.funding]
importance = 75
threat = 25
dissent = "The grant ends in May."
[parked.n-1]
text = "The car park."
[export]
people = "none"
notes = false
dissent = false
parked = false
# end
"""
PRIVATE = ("Gwen Pritchard", "Ask the treasurer.", "Not by night.", "The grant ends in May.", "The car park.")


@dataclass(frozen=True)
class Said:
    """What one run of the program came to."""

    code: int
    out: str
    err: str

    @property
    def problems(self) -> list[str]:
        return self.err.splitlines()


Run = Callable[..., Said]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Run the program in a folder of its own, inside this process."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("INNOVATE_FOLDER", str(tmp_path / "Innovate"))
    (tmp_path / "a.toml").write_bytes(EXAMPLE)

    def run(*words: object) -> Said:
        code = cli.main([str(word) for word in words])
        captured = capsys.readouterr()
        return Said(code, captured.out, captured.err)

    return run


def program(*words: str, stdin: int = subprocess.DEVNULL, **named: object) -> subprocess.CompletedProcess[bytes]:
    """Run the program as its users do."""
    command = [sys.executable, "-m", "innovate_tui", *words]
    return subprocess.run(command, capture_output=True, stdin=stdin, timeout=30, **named)  # type: ignore[call-overload,no-any-return]  # passed on as given


def test_the_version_is_that_of_the_project(run: Run) -> None:
    project = tomllib.loads((TESTS.parent / "pyproject.toml").read_text("utf-8"))["project"]
    assert run("--version") == Said(0, f"innovate-tui {project['version']}\n", "")
    assert __version__ == project["version"]


def test_the_help_names_every_verb_and_fits_a_small_terminal(run: Run) -> None:
    said = run("--help")
    assert (said.code, said.err) == (0, "")
    for verb in cli.VERBS:
        assert f"  innovate-tui {verb} " in said.out
        assert run(verb, "--help").code == 0
    assert max(len(line) for line in said.out.splitlines()) < 80


def test_a_new_session_passes_the_check_and_is_never_written_over(run: Run, tmp_path: Path) -> None:
    words = ("--title", "A\x1b]52; title", "--group", "Team [red]", "--mode", "group")
    assert run("new", "b.toml", *words) == Said(0, "", "")
    assert run("check", "b.toml") == Said(0, "", "")
    table = tomllib.loads((tmp_path / "b.toml").read_text("utf-8"))
    assert (table["title"], table["group"], table["mode"]) == ("A]52; title", "Team [red]", "group")
    assert re.fullmatch(r"s-[0-9a-z]{8}", table["id"])
    before = (tmp_path / "b.toml").read_bytes()
    again = run("new", "b.toml")
    assert again == Said(
        1, "", "b.toml: A file stands there already. Choose another name, or write over it with --force.\n"
    )
    assert (tmp_path / "b.toml").read_bytes() == before
    (tmp_path / "folder").mkdir()
    for verb in (("new", "folder"), ("new", "folder", "--force"), ("export", "b.toml", "-o", "folder")):
        assert run(*verb) == Said(1, "", "folder: A folder stands there. Choose another name.\n")
    assert run("new", "b.toml", "--force").code == 0
    assert (tmp_path / "b.toml").read_bytes() != before
    assert "The folder is not there" in run("new", "none/b.toml").err


def test_the_sample_passes_the_check(run: Run) -> None:
    assert run("sample", "s.toml") == Said(0, "", "")
    assert run("check", "s.toml") == Said(0, "", "")
    assert run("sample", "s.toml").code == 1


def test_check_says_a_line_for_every_problem(run: Run, tmp_path: Path) -> None:
    bad = 'format = 1\nid = "s-1"\nstarted = 2026-03-12 09:31:00Z\n'
    bad += "[diamond.cards.trust]\nplace = 10\n[diamond.cards.hope]\nplace = 1\n# end\n"
    (tmp_path / "bad.toml").write_text(bad)
    said = run("check", "a.toml", "bad.toml", "none.toml")
    assert (said.code, said.out) == (1, "")
    assert said.problems == [
        "bad.toml: diamond.cards.hope: No card has this id. Check its name, or take it out.",
        "bad.toml: diamond.cards.trust.place: The diamond has no place “10”. "
        "Write a whole number from 1 to 9, or take the line out.",
        "none.toml: There is no such file. Check the name, or begin one: innovate-tui new FILE.toml",
    ]
    assert run("show", "bad.toml").code == 0
    assert len(run("show", "bad.toml").problems) == 2
    assert run("check", "a.toml") == Said(0, "", "")


def test_a_change_by_hand_is_said_and_accepted(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.toml").write_bytes(EXAMPLE.replace(b"Team A", b"Team B"))
    assert run("check", "a.toml") == Said(
        0, "", "a.toml: It was changed outside the program, and is taken as it stands now.\n"
    )


def test_show_prints_the_session(run: Run) -> None:
    said = run("show", "a.toml")
    assert (said.code, said.err) == (0, "")
    assert "Family hubs: a calmer front door" in said.out
    assert "Not true yet for the night team." in said.out


def test_export_names_the_file_after_the_session_and_says_where(run: Run, tmp_path: Path) -> None:
    said = run("export", "a.toml", "--to", "md")
    path = tmp_path / "Innovate" / "Exports" / "family-hubs-a-calmer-front-door-team-a.md"
    assert said == Said(0, f"{path}\n", WITHOUT_NOTES)
    assert "calmer front door" in path.read_text("utf-8")
    assert run("export", "a.toml", "--to", "md").out == f"{path.with_stem(path.stem + '-2')}\n"
    assert run("export", "a.toml", "--to", "md", "--force").out == f"{path}\n"
    assert len(list(path.parent.iterdir())) == 2


def test_export_writes_exactly_the_file_that_was_named(run: Run, tmp_path: Path) -> None:
    assert run("export", "a.toml", "-o", "x.pdf") == Said(0, "", WITHOUT_NOTES)
    assert (tmp_path / "x.pdf").read_bytes().startswith(b"%PDF-")
    before = (tmp_path / "x.pdf").read_bytes()
    said = run("export", "a.toml", "-o", "x.pdf")
    assert (said.code, said.problems) == (
        1,
        ["x.pdf: A file stands there already. Choose another name, or write over it with --force."],
    )
    assert run("export", "a.toml", "-o", "x.pdf", "--force").code == 0
    assert (tmp_path / "x.pdf").read_bytes() == before


def test_show_prints_everything_and_an_export_leaves_out_what_the_session_says(run: Run, tmp_path: Path) -> None:
    (tmp_path / "b.toml").write_bytes(CHOOSY)
    shown = run("show", "b.toml")
    assert (shown.code, shown.err) == (0, "")
    said = run("export", "b.toml", "--to", "md", "-o", "b.md")
    words = "who took part, notes, disagreements, parked thoughts"
    assert said == Said(0, "", f"b.toml: Left out of this summary: {words}.\n")
    exported = (tmp_path / "b.md").read_text("utf-8")
    for private in PRIVATE:
        assert private in shown.out
        assert private not in exported
    (tmp_path / "c.toml").write_bytes(CHOOSY.replace(b"= false", b"= true").replace(b"none", b"names"))
    assert run("export", "c.toml", "--to", "md", "-o", "c.md") == Said(0, "", "")
    assert all(private in (tmp_path / "c.md").read_text("utf-8") for private in PRIVATE)


def test_what_cannot_stand_on_the_grid_is_said_by_check_show_and_export(run: Run, tmp_path: Path) -> None:
    (tmp_path / "odd.toml").write_bytes((TESTS / "formats" / "issue-3-odd.toml").read_bytes())
    before = (tmp_path / "odd.toml").read_bytes()
    checked = run("check", "odd.toml")
    assert (checked.code, checked.out, len(checked.problems)) == (1, "", 18)
    assert (
        "odd.toml: quadrants.cards.regulation.importance: “140” is not on the grid. "
        "Write a whole number from 0 to 100, or take the line out."
    ) in checked.problems
    shown = run("show", "odd.toml")
    assert (shown.code, shown.problems) == (0, checked.problems)
    assert "Inspection is due." in shown.out
    exported = run("export", "odd.toml", "-o", "odd.pdf")
    assert (exported.code, exported.out, exported.problems) == (0, "", checked.problems)
    assert (tmp_path / "odd.toml").read_bytes() == before


def test_the_boards_are_exported_as_pictures_into_a_folder(run: Run, tmp_path: Path) -> None:
    assert run("sample", "s.toml").code == 0
    assert run("export", "s.toml", "--to", "svg", "-o", "boards").code == 0
    names = sorted(path.name for path in (tmp_path / "boards").iterdir())
    assert names == ["diamond.svg", "quadrants.svg", "roadmap.svg"]
    again = run("export", "s.toml", "--to", "svg", "-o", "boards")
    assert (again.code, again.out) == (1, "")
    assert "A file stands there already." in again.err
    assert run("export", "s.toml", "--to", "svg", "-o", "boards", "--force").code == 0
    assert run("new", "n.toml").code == 0
    nothing = run("export", "n.toml", "--to", "svg", "-o", "none")
    assert (nothing.code, nothing.problems) == (
        1,
        ["n.toml: Nothing stands on a board yet, so there is no picture to write."],
    )
    both = run("export", "s.toml", "a.toml", "--to", "svg", "-o", "both")
    assert both.code == 0
    assert len([path for path in (tmp_path / "both").iterdir() if path.is_dir()]) == 2


def test_the_brief_has_a_name_of_its_own_and_no_tables(run: Run, tmp_path: Path) -> None:
    said = run("export", "a.toml", "--brief")
    assert said.code == 0
    assert said.out.endswith("-brief.pdf\n")
    assert Path(said.out.strip()).read_bytes().startswith(b"%PDF")
    assert run("export", "a.toml", "--brief", "--to", "txt", "-o", "b.txt").code == 0
    assert "Next twelve months" in (tmp_path / "b.txt").read_text("utf-8")
    for to in ("csv", "svg"):
        assert run("export", "a.toml", "--brief", "--to", to).code == 2


@pytest.mark.parametrize(("to", "head"), [("html", b"<!DOCTYPE html>"), ("txt", b"Workshop"), ("md", b"# ")])
def test_export_writes_a_page_or_plain_text(run: Run, tmp_path: Path, to: str, head: bytes) -> None:
    assert run("export", "a.toml", "--to", to, "-o", f"x.{to}").code == 0
    assert head in (tmp_path / f"x.{to}").read_bytes()[:200]


def test_several_sessions_are_exported_into_a_folder(run: Run, tmp_path: Path) -> None:
    (tmp_path / "b.toml").write_bytes(EXAMPLE)
    said = run("export", "a.toml", "none.toml", "b.toml", "--to", "md", "-o", "out", "--force")
    name = "family-hubs-a-calmer-front-door-team-a"
    assert said.code == 1
    assert said.out.split() == [str(Path("out") / f"{name}.md"), str(Path("out") / f"{name}-2.md")]
    assert said.problems == [
        WITHOUT_NOTES.strip(),
        "none.toml: There is no such file. Check the name, or begin one: innovate-tui new FILE.toml",
        WITHOUT_NOTES.strip().replace("a.toml", "b.toml"),
    ]
    assert len(list((tmp_path / "out").iterdir())) == 2


def test_sessions_are_exported_as_tables_together_and_nothing_is_written_over(run: Run, tmp_path: Path) -> None:
    run("sample", "a.toml")
    run("sample", "b.toml")
    into = tmp_path / "tables"
    assert run("export", "a.toml", "b.toml", "--to", "csv", "-o", into).code == 0
    names = sorted(path.name for path in into.iterdir())
    tables = [
        *("actions", "events", "links", "mitigations", "parked", "people", "placements", "reflections"),
        *("roadmap", "rounds", "sessions", "stages", "time"),
    ]
    assert names == [f"{table}.csv" for table in tables]
    before = (into / "placements.csv").read_bytes()
    (into / "roadmap.csv").unlink()
    again = run("export", "a.toml", "--to", "csv", "-o", into)
    assert again.code == 1
    assert len(again.problems) == 1
    assert not (into / "roadmap.csv").exists()
    assert run("export", "a.toml", "--to", "csv", "-o", into, "--force").code == 0
    assert len((into / "placements.csv").read_bytes()) < len(before)


def test_a_full_disk_is_said_in_one_line(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> int:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(safe_write.os, "write", full)  # type: ignore[attr-defined]  # passed on as given
    said = run("export", "a.toml", "--to", "md", "-o", "x.md")
    monkeypatch.undo()
    assert said == Said(1, "", f"{'x.md'}: The disk is full. Make room on it, or choose another place.\n")
    assert sorted(each.name for each in tmp_path.iterdir()) == ["a.toml"]


def test_a_first_word_that_is_a_verb_is_the_verb(run: Run, tmp_path: Path) -> None:
    (tmp_path / "check").write_bytes(EXAMPLE)
    assert run("check").code == 2
    assert "needs a terminal" in run("./check").err


def test_a_file_that_is_not_there_names_new(run: Run) -> None:
    assert run("none.toml") == Said(
        1, "", "none.toml: There is no such file. Check the name, or begin one: innovate-tui new FILE.toml\n"
    )


@pytest.mark.parametrize(
    "words",
    [
        ["check"],
        ["show"],
        ["show", "a", "b"],
        ["export"],
        ["export", "a.toml", "--to", "doc"],
        ["new"],
        ["new", "b.toml", "--mode", "groups"],
        ["--nonsense"],
        ["a.toml", "b.toml"],
        ["--content"],
        ["check", "--nonsense", "a.toml"],
    ],
    ids=" ".join,
)
def test_misuse_is_said_on_standard_error_with_code_2(words: list[str], run: Run) -> None:
    said = run(*words)
    assert (said.code, said.out) == (2, "")
    assert said.err.splitlines()[-1].startswith("innovate-tui")


def test_another_deck_before_or_after_the_verb(run: Run, tmp_path: Path) -> None:
    assert run("--content", FRENCH, "new", "f.toml") == Said(0, "", "")
    assert 'id = "francais"' in (tmp_path / "f.toml").read_text("utf-8")
    assert run("check", "f.toml", f"--content={FRENCH}") == Said(0, "", "")
    assert "another deck, “Innover ensemble, 12 cartes”" in run("check", "f.toml").err
    assert run("--content", FRENCH, "sample", "s.toml").code == 1
    assert run("--content", "none", "check", "a.toml") == Said(
        1, "", "none: There is no deck in this folder. Name one that holds decks/NAME/deck.toml.\n"
    )


BAD = {
    "empty": b"",
    "binary": b"\x7fELF\0\0\0",
    "utf-16": EXAMPLE.decode().encode("utf-16"),
    "damaged": EXAMPLE.replace(b'title = "Family', b"title = Family"),
    "no end line": EXAMPLE[: EXAMPLE.rindex(b"# end")],
    "no session": b"[tool]\nname = 1\n# end\n",
    "newer": EXAMPLE.replace(b"format = 1", b"format = 2"),
    "dots": b".".join([b"a"] * 10_000) + b" = 1\n# end\n",
    "digits": b"format = 1\na = " + b"1" * 5_000 + b"\n# end\n",
    "nesting": b"format = 1\na = " + b"[" * 10_000 + b"\n# end\n",
    "large": b"#" * 80_000_000,
}


@pytest.mark.parametrize("verb", ["check", "show", "export", ""])
@pytest.mark.parametrize("name", BAD)
def test_a_bad_file_is_refused_in_one_line_within_a_second_and_untouched(
    name: str, verb: str, run: Run, tmp_path: Path
) -> None:
    path = tmp_path / "bad.toml"
    path.write_bytes(BAD[name])
    stamp = path.stat().st_mtime_ns
    begun = time.perf_counter()
    said = run(*([verb] if verb else []), "bad.toml")
    assert time.perf_counter() - begun < 1
    assert (said.code, said.out, len(said.problems)) == (1, "", 1)
    assert said.problems[0].startswith("bad.toml: ")
    assert path.stat().st_mtime_ns == stamp
    assert path.stat().st_size == len(BAD[name])
    assert sorted(each.name for each in tmp_path.iterdir()) == ["a.toml", "bad.toml"]


def test_a_folder_is_no_session(run: Run) -> None:
    assert run("check", ".") == Said(1, "", ".: This is a folder. Name a file in it.\n")


@pytest.mark.parametrize("name", ["a\x1b]52;c;eHh4\x07b", "a\nb", "a\u202eb", "a\x9bb", "[/]", "[@click=app.quit]x[/]"])
def test_no_file_name_acts_on_a_terminal(name: str, run: Run) -> None:
    for words in (["check", name], [name], ["check", "a.toml", f"--{name}"], ["export", "a.toml", "--to", name]):
        said = run(*words)
        assert said.code in (1, 2)
        for character in "\x1b\x07\u202e\x9b":
            assert character not in said.err + said.out
    assert len(run("check", name).problems) == 1


def test_no_key_of_a_file_acts_on_a_terminal(run: Run, tmp_path: Path) -> None:
    text = 'format = 1\n[people."\\u001b]52;c\\u0007"]\nname = 3\n[features."\\u202Ex"]\n# end\n'
    (tmp_path / "bad.toml").write_text(text)
    said = run("check", "bad.toml")
    assert said.code == 1
    assert not set(said.err) & set("\x1b\x07\u202e")


def test_the_same_program_by_its_module_name() -> None:
    ran = program("--version")
    assert (ran.returncode, ran.stdout.decode().strip(), ran.stderr) == (0, f"innovate-tui {__version__}", b"")


@pytest.mark.parametrize("term", ["xterm-256color", "dumb"])
def test_without_a_terminal_the_app_says_what_to_use(term: str, tmp_path: Path) -> None:
    (tmp_path / "a.toml").write_bytes(EXAMPLE)
    for words in ([], ["a.toml"]):
        ran = program(*words, cwd=tmp_path, env={**os.environ, "TERM": term})
        assert ran.returncode == 1
        assert ran.stdout == b""
        assert ran.stderr.decode().splitlines() == [
            "The app needs a terminal. Without one, use: innovate-tui show FILE.toml, or export FILE.toml"
        ]


def test_dumb_is_no_terminal_even_where_there_is_one(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    for stream in (sys.stdin, sys.stdout):
        monkeypatch.setattr(stream, "isatty", lambda: True)
    monkeypatch.setenv("TERM", "dumb")
    assert "needs a terminal" in run().err


@pytest.mark.skipif(os.name == "nt", reason="no such device")
def test_an_output_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    (tmp_path / "a.toml").write_bytes(EXAMPLE)
    command = f"{sys.executable} -m innovate_tui show a.toml"
    full = subprocess.run(f"{command} >/dev/full", shell=True, cwd=tmp_path, capture_output=True, timeout=30)
    assert (full.returncode, full.stderr.decode()) == (1, "The system says: No space left on device.\n")
    closed = subprocess.run(f"{command} >&-", shell=True, cwd=tmp_path, capture_output=True, timeout=30)
    assert (closed.returncode, closed.stderr.decode()) == (1, "The system says: there is no standard output.\n")
    broken = subprocess.run(f"{command} | true", shell=True, cwd=tmp_path, capture_output=True, timeout=30)
    assert broken.stderr == b""


def test_letters_that_the_output_does_not_have_are_no_reason_to_stop(tmp_path: Path) -> None:
    (tmp_path / "a.toml").write_bytes(EXAMPLE.replace(b"Family", "Teulu ŵ ✓ Family".encode()))
    environment = {**os.environ, "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}
    ran = program("show", "a.toml", cwd=tmp_path, env=environment)
    assert ran.returncode == 0
    assert b"Teulu \\u0175 \\u2713" in ran.stdout


def test_an_interruption_ends_in_silence(tmp_path: Path) -> None:
    probe = (
        "import sys; from innovate_tui import cli\n"
        "def stop(words): raise KeyboardInterrupt\n"
        "cli.main = stop; sys.argv = ['innovate-tui']; cli.run()"
    )
    ran = subprocess.run([sys.executable, "-c", probe], capture_output=True, cwd=tmp_path, timeout=30)
    assert (ran.returncode, ran.stdout, ran.stderr) == (1, b"", b"")


def test_the_doctor_finds_nothing_in_the_way_and_names_nobody(run: Run, tmp_path: Path) -> None:
    said = run("doctor", str(tmp_path / "Jo Bloggs" / "Innovate"))
    assert (said.code, said.err) == (0, "")
    assert said.out.endswith("Nothing stands in the way.\n")
    assert not any(name in said.out for name in ("Jo Bloggs", str(tmp_path), platform.node()))
    assert all(part in said.out for part in ("This machine", "The console", "Fonts", "The folder for sessions, "))


def test_the_doctor_fails_where_sessions_cannot_be_kept(run: Run, tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    said = run("doctor", str(tmp_path / "file"))
    assert said.code == 1
    assert "BAD   What stands there is no folder" in said.out
    assert "must be mended" in said.out
