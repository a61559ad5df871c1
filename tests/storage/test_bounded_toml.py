"""Files that a stranger may have made: each is refused in one line, soon, and stays as it was."""

import os
import time
from pathlib import Path

import pytest

from innovate_tui.storage.bounded_toml import NotReadable, parse, read_bytes

REFUSED = {
    "empty": (b"", "empty"),
    "blank": (b"\n \n\t\n", "empty"),
    "binary": (b"abc\0def", "not a text file"),
    "utf-16 with a mark": ("a = 1".encode("utf-16"), "UTF-16"),
    "utf-16 without": ("a = 1".encode("utf-16-le"), "UTF-16"),
    "latin-1": ('a = 1\nb = "é"\n'.encode("latin-1"), "line 2: The text is not stored as UTF-8"),
    "no value": (b"a = 1\nb =\n", "line 2"),
    "no key": (b"hello world\n", "line 1: A key needs"),
    "open text": (b'a = "b\nc = 1\n', "line 1: A text is opened with a quotation mark and never closed"),
    "open long text": (b'a = """' + b"x " * 2_400_000, "never closed"),
    "open table": (b"a = {b = 1\n", "line 1"),
    "same key twice": (b"a = 1\na = 2\n", "twice"),
    "same table twice": (b"[a]\n[a]\n", "twice"),
    "no such day": (b"a = 2026-02-30\n", "no day of the calendar"),
    "a key of ten thousand dots": (b".".join([b"a"] * 10_000) + b" = 1\n", "line 1: A key has too many dots"),
    "a table of ten thousand dots": (b"[" + b".".join([b"a"] * 10_000) + b"]\n", "too many dots"),
    "spaced dots": (b"a = 1\n" + b" . ".join([b"a"] * 300) + b" = 1\n", "line 2: A key has too many dots"),
    "many keys of dots": (b"\n".join(b"a%d.b.c.d.e.f.g.h = 1" % i for i in range(40_000)), "dots"),
    "deep lists": (b"a = " + b"[" * 5_000 + b"]" * 5_000, "nested too deeply"),
    "deep tables": (b"a = " + b"{a = " * 5_000, "nested too deeply"),
    "5,000 digits": (b"a = " + b"1" * 5_000, "nobody can use"),
    "a million digits": (b"a = 0x" + b"1" * 1_000_000, "too long"),
    "a number that does not fit": (b"[t]\na = 9007199254740993\n", "t.a: This number is too large"),
    "not a number": (b"a = [1.0, nan]\n", "a: This is not a number"),
    "infinite": (b"a = {b = 1e999}\n", "a.b: This is not a number"),
    "a million values": (b"a = [" + b"1, " * 1_000_000 + b"]", "60,000 values"),
    "too many tables": (b"".join(b"[t%d]\n" % i for i in range(200_000)), "50,000 lines"),
    "one huge word": (b"a" * 4_900_000, "too long"),
    "only quotation marks": (b'a = """' + b'""x' * 1_600_000, "never closed"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_cannot_be_read_is_refused_in_one_line_within_a_second(name: str) -> None:
    data, words = REFUSED[name]
    begun = time.perf_counter()
    with pytest.raises(NotReadable) as refused:
        parse(data, "x.toml")
    assert time.perf_counter() - begun < 1
    line = str(refused.value)
    assert line.startswith("x.toml: ")
    assert words in line
    assert "\n" not in line
    assert line.endswith((".", "toml"))
    assert refused.value.mend


@pytest.mark.parametrize(
    "data",
    [
        b"\xef\xbb\xbfa = 1",
        b"a = 1\r\nb = 2\r\n",
        b'a = """x"""""\nb = \'\'\'y\'\'\'\'\'\nc = ""\nd = \'\'\ne = "\\"#["\n',
        b'a = "' + b"." * 1000 + b'[[[["  # {{{{ ....................\n',
        b"'a.b.c.d.e.f.g.h.i.j.k' = 1.5\n",
    ],
    ids=["byte order mark", "CR LF", "quotation marks", "signs in text", "quoted key"],
)
def test_what_only_looks_like_too_much_is_read(data: bytes) -> None:
    assert parse(data, "x.toml")


def test_the_names_of_files_that_are_none(tmp_path: Path) -> None:
    with pytest.raises(NotReadable, match=r"There is no such file\. .*innovate-tui new FILE\.toml"):
        read_bytes(tmp_path / "none.toml")
    with pytest.raises(NotReadable, match="This is a folder"):
        read_bytes(tmp_path)
    with pytest.raises(NotReadable, match="no such file"):
        read_bytes(tmp_path / "none" / "none.toml")
    with pytest.raises(NotReadable, match="cannot be the name of a file"):
        read_bytes(Path("a\0b"))


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes here")
def test_pipes_and_devices_are_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    for path in (tmp_path / "pipe", Path(os.devnull)):
        with pytest.raises(NotReadable, match="This is a device"):
            read_bytes(path)


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="everything may be read here")
def test_a_file_without_permission_is_said(tmp_path: Path) -> None:
    path = tmp_path / "closed.toml"
    path.write_text("a = 1")
    path.chmod(0)
    with pytest.raises(NotReadable, match="You may not read this file"):
        read_bytes(path)


def test_no_permission_in_words(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "closed.toml"
    path.write_text("a = 1")

    def refuse(*_: object, **__: object) -> int:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "open", refuse)
    with pytest.raises(NotReadable, match="You may not read this file"):
        read_bytes(path)


def test_eighty_megabytes_are_refused_by_their_size(tmp_path: Path) -> None:
    path = tmp_path / "large.toml"
    with path.open("wb") as file:
        file.truncate(80_000_000)
    begun = time.perf_counter()
    with pytest.raises(NotReadable, match=r"too large: 80\.0 MB"):
        read_bytes(path)
    assert time.perf_counter() - begun < 0.5


def test_a_link_to_a_file_is_read(tmp_path: Path) -> None:
    (tmp_path / "a.toml").write_text("a = 1")
    (tmp_path / "b.toml").symlink_to(tmp_path / "a.toml")
    assert read_bytes(tmp_path / "b.toml") == b"a = 1"
