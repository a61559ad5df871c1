"""The session that is attached to a PDF of ours, taken out of it as any stranger's file would be.

A PDF can hold nearly anything, so this reads one sort alone: what this program writes. From the last line to the table
of objects, from there to the catalog, to the one attached file and to its bytes. Four objects are looked at, none of
them twice, and nothing is unpacked without a bound; names in the file are compared and never used. Whatever is not as
we write it raises `NotReadable`. The file is only read.
"""

import re
import zlib
from pathlib import Path
from typing import NamedTuple, TypeGuard

from innovate_tui.storage.bounded_toml import LARGEST, NotReadable, read_bytes
from innovate_tui.storage.deck_files import Content
from innovate_tui.storage.session_file import OpenFile, opened_from

LARGEST_PDF = 30_000_000
"""Bytes; a long summary with fonts of every script has a tenth of it."""
MOST_OBJECTS = 300_000
"""A summary of 200 pages has a tenth of them."""
LONGEST = 20_000
"""Bytes of the words of one object; ours have some hundred."""
MOST_SIGNS, DEEPEST = 2_000, 8
ATTACHED = b"session.toml"
"""What `report.pdf` calls the session inside its PDF."""
ROW = 7
"""Bytes that the table of objects has for each."""


class Name(str):
    """A name, as the format has it: /Type."""

    __slots__ = ()


class Ref(NamedTuple):
    """Another object, by its number."""

    number: int


Value = dict[str, "Value"] | list["Value"] | Name | Ref | bytes | int | float | bool | None
Words = dict[str, Value]

_END = re.compile(rb"\nstartxref\n(\d{1,8})\n%%EOF\s{0,2}\Z")
_OBJECT = re.compile(rb"(\d{1,8}) 0 obj\n")
_STREAM, _STREAM_END = re.compile(rb"\nstream\n"), re.compile(rb"[\r\n]{1,3}endstream\b")
_SIGN = re.compile(
    rb"""[\s\0]*+ (?: (?P<open> << | \[ ) | (?P<close> >> | \] )
        | / (?P<name> [^\s\0()<>\[\]{}/%]*+ )
        | \( (?P<text> (?: [^()\\] | \\. )*+ ) \)
        | < (?P<hex> [0-9A-Fa-f\s]*+ ) >
        | (?P<ref> \d{1,8} ) [ ] 0 [ ] R \b
        | (?P<number> [+-]? \d{1,10} (?: \. \d{1,10} )? )
        | (?P<word> true | false | null ) \b )""",
    re.VERBOSE | re.DOTALL,
)
_WORDS = {b"true": True, b"false": False, b"null": None}
_TAKE_IT_OUT = "A PDF viewer saves what is attached to it: open that session.toml, or ask for the session’s own file."


def open_attached(path: Path, content: Content) -> OpenFile:
    """The session attached to a PDF, with its deck: bytes of the session, and the path of the PDF.

    For whoever only reads: nothing is to be written to that path. Raises as `open_session` does.
    """
    data = session_in(read_bytes(path, LARGEST_PDF), path)
    try:
        return opened_from(path, data, content)
    except NotReadable as trouble:
        where = ", ".join(part for part in ("the session attached to it", trouble.where) if part)
        raise NotReadable(path, trouble.what, f"{trouble.mend} {_TAKE_IT_OUT}", where) from trouble


def session_in(data: bytes, path: str | Path) -> bytes:
    """The bytes of the session that is attached to a PDF; `path` only names it in a `NotReadable`."""
    return _Pdf(data, path).session()


class _Pdf:
    """A PDF that is looked into once."""

    def __init__(self, data: bytes, path: str | Path) -> None:
        self.data = data
        self.path = path
        self.rows = b""

    def session(self) -> bytes:
        """What is attached, if that is a session and nothing else."""
        self.rows, root = self._table()
        catalog, _ = self._numbered(root, "its catalog")
        names = catalog.get("Names")
        files = names.get("EmbeddedFiles") if isinstance(names, dict) else None
        if files is None and "AF" not in catalog:
            raise self._none()
        listed = files.get("Names") if isinstance(files, dict) else None
        if not isinstance(listed, list) or len(listed) < 2:
            raise self._foreign("its list of attached files")
        if len(listed) > 2:
            what = f"{len(listed) // 2} files are attached to this PDF, and a session goes alone."
            raise NotReadable(self.path, what, _TAKE_IT_OUT)
        name, place = listed
        if name != ATTACHED:
            raise self._none()
        if not isinstance(place, Ref) or catalog.get("AF") != [place]:
            raise self._foreign("its list of attached files")
        spec, _ = self._numbered(place, "the session attached to it")
        file = spec.get("EF")
        inside = file.get("F") if isinstance(file, dict) else None
        return self._unpacked(inside)

    def _unpacked(self, place: Value) -> bytes:
        """The bytes of the attached file."""
        where = "the session attached to it"
        words, end = self._numbered(place, where)
        params = words.get("Params")
        size = params.get("Size") if isinstance(params, dict) else None
        if not _is_count(size):
            raise self._foreign(where)
        data = self._stream(words, end, LARGEST, where)
        if len(data) != size:
            raise self._damaged(where)
        return data

    def _table(self) -> tuple[bytes, Value]:
        """Where every object is, and which is the catalog."""
        if not self.data.startswith(b"%PDF-"):
            raise NotReadable(self.path, "This is no PDF.", "Choose a PDF that innovate-tui has written.")
        tail = self.data[-1_024:]
        if b"%%EOF" not in tail:
            what = "The PDF is cut short: its last line is missing."
            raise NotReadable(self.path, what, "Copy it again, or ask for it again.", "at its end")
        found = _END.search(tail)
        if found is None or not _OBJECT.match(self.data, int(found[1])):  # not one table in a stream, as ours are
            raise self._locked() if b"/Encrypt" in tail else self._foreign("at its end")
        where = "its table of objects"
        words, end = self._object(int(found[1]), where)
        if "Encrypt" in words:
            raise self._locked()
        count = words.get("Size")
        ours = words.get("Type") == Name("XRef") and words.get("W") == [1, 4, 2]
        if not ours or {"Prev", "Index"} & {*words} or not _is_count(count) or count > MOST_OBJECTS:
            raise self._foreign(where)
        rows = self._stream(words, end, count * ROW, where)
        if len(rows) != count * ROW:
            raise self._damaged(where)
        return rows, words.get("Root")

    def _numbered(self, place: Value, where: str) -> tuple[Words, int]:
        """The words of an object that another one names, and where they end."""
        if not isinstance(place, Ref):
            raise self._foreign(where)
        row = self.rows[place.number * ROW : (place.number + 1) * ROW]
        if len(row) != ROW or row[0] != 1:
            raise self._foreign(where)
        at = int.from_bytes(row[1:5], "big")
        head = _OBJECT.match(self.data, at)
        if head is None or int(head[1]) != place.number:
            raise self._foreign(where)
        return self._object(at, where)

    def _object(self, at: int, where: str) -> tuple[Words, int]:
        """The words of the object that begins there, and where they end."""
        head = _OBJECT.match(self.data, at)
        if head is None:
            raise self._foreign(where)
        value, end = self._value(head.end(), where)
        if not isinstance(value, dict):
            raise self._foreign(where)
        return value, end

    def _value(self, at: int, where: str) -> tuple[Value, int]:
        """One value, which may hold others, and where it ends."""
        last = min(len(self.data), at + LONGEST)
        open_: list[tuple[bytes, list[Value]]] = []
        for _ in range(MOST_SIGNS):
            found = _SIGN.match(self.data, at, last)
            if found is None:
                break
            at = found.end()
            if found["open"]:
                open_.append((found["open"], []))
                if len(open_) > DEEPEST:
                    break
                continue
            value = _plain(found)
            if found["close"]:
                value = _closed(*open_.pop(), found["close"]) if open_ else None
                if value is None:
                    break
            if not open_:
                return value, at
            open_[-1][1].append(value)
        raise self._foreign(where)

    def _stream(self, words: Words, at: int, most: int, where: str) -> bytes:
        """The data of an object whose words end there, unpacked: at most so many bytes."""
        length, packing = words.get("Length"), words.get("Filter")
        begin = _STREAM.match(self.data, at)
        odd = {"DecodeParms", "F", "FFilter", "FDecodeParms"} & {*words}
        if begin is None or odd or not _is_count(length) or packing not in (None, Name("FlateDecode")):
            raise self._foreign(where)
        end = begin.end() + length
        if not _STREAM_END.match(self.data, end):
            raise self._damaged(where)
        data = self.data[begin.end() : end]
        if packing is None:
            if len(data) > most:
                raise self._too_large(where, most)
            return data
        unpacking = zlib.decompressobj()
        try:
            data = unpacking.decompress(data, most + 1)  # no more, whatever it would become
        except zlib.error as error:
            raise self._damaged(where) from error
        if len(data) > most:
            raise self._too_large(where, most)
        if not unpacking.eof or unpacking.unused_data:
            raise self._damaged(where)
        return data

    # What is said

    def _none(self) -> NotReadable:
        mend = "Open the session’s own file, or ask for a PDF with the session attached."
        return NotReadable(self.path, "No session is attached to this PDF.", mend)

    def _foreign(self, where: str) -> NotReadable:
        what = "This PDF is not as innovate-tui writes them: it is somebody else’s, or another program has changed it."
        return NotReadable(self.path, what, _TAKE_IT_OUT, where)

    def _locked(self) -> NotReadable:
        return NotReadable(self.path, "This PDF is locked with a password.", "Ask for the session’s own file.")

    def _damaged(self, where: str) -> NotReadable:
        return NotReadable(self.path, "The PDF is damaged there.", "Copy it again, or ask for it again.", where)

    def _too_large(self, where: str, most: int) -> NotReadable:
        what = f"It unpacks to more than {most:,} bytes."
        return NotReadable(self.path, what, "Ask for the session’s own file.", where)


def _is_count(value: Value) -> TypeGuard[int]:
    return type(value) is int and value >= 0


def _plain(found: re.Match[bytes]) -> Value:
    """A value that holds no other."""
    if (name := found["name"]) is not None:
        return Name(name.decode("latin-1"))
    if found["ref"]:
        return Ref(int(found["ref"]))
    if number := found["number"]:
        return float(number) if b"." in number else int(number)
    if (text := found["text"]) is not None:
        return text
    if (letters := found["hex"]) is not None:
        return letters
    return _WORDS.get(found["word"])


def _closed(opened: bytes, items: list[Value], closing: bytes) -> Words | list[Value] | None:
    """A list or a table of what stood between two signs; none where they do not belong together."""
    if (opened, closing) == (b"[", b"]"):
        return items
    keys = items[::2]
    if (opened, closing) != (b"<<", b">>") or len(items) % 2 or not all(isinstance(key, Name) for key in keys):
        return None
    table: Words = {str(key): value for key, value in zip(keys, items[1::2], strict=True)}
    return table if len(table) == len(keys) else None
