"""PDFs as this program writes them around a session, put together by hand: to be made wrong in one place each."""

import sys
import zlib
from collections.abc import Iterator, Mapping
from pathlib import Path

SESSION = b'format = 1\nid = "s-1"\nstarted = 2026-03-12 09:31:00Z\n# end\n'
CATALOG = b"<</Type/Catalog/Names<</EmbeddedFiles<</Names[(session.toml) 2 0 R]>>>>/AF[2 0 R]>>"
SPEC = b"<</Type/Filespec/F(session.toml)/UF(session.toml)/AFRelationship/Source/EF<</F 3 0 R>>>>"


def packed(content: bytes, words: bytes = b"") -> bytes:
    """A packed stream with these words before those that it needs."""
    data = zlib.compress(content)
    return b"<<%b/Filter/FlateDecode/Length %d>>\nstream\n%b\nendstream" % (words, len(data), data)


def attachment(session: bytes = SESSION, words: bytes = b"") -> bytes:
    """The object of the attached file."""
    return packed(session, b"/Type/EmbeddedFile/Params<</Size %d>>%b" % (len(session), words))


def pdf(
    objects: Mapping[int, bytes] | None = None,
    *,
    root: bytes = b"1 0 R",
    more: bytes = b"",
    rows: bytes | None = None,
    size: int | None = None,
    at: int | None = None,
    lies: Mapping[int, int] | None = None,
    gone: int = 0,
) -> bytes:
    """A file of some objects, by their numbers, with a table that says where they are; each part may be another.

    The table `lies` that some objects stand where others do, and that one is `gone`.
    """
    made = {1: CATALOG, 2: SPEC, 3: attachment(), **(objects or {})}
    file, places = b"%PDF-1.7\n", {}
    for number, body in sorted(made.items()):
        places[number] = len(file)
        file += b"%d 0 obj\n%b\nendobj\n" % (number, body)
    own = max(made) + 1
    places[own] = len(file)
    if rows is None:
        rows = b"\0\0\0\0\0\xff\xff"
        for each in range(1, own + 1):
            there = places.get((lies or {}).get(each, each), 0)
            rows += (b"\0" if each == gone else b"\1") + there.to_bytes(4, "big") + b"\0\0"
    words = b"/Type/XRef/Size %d/W[1 4 2]/Root %b%b" % (own + 1 if size is None else size, root, more)
    place = places[own] if at is None else at
    return file + b"%d 0 obj\n%b\nendobj\nstartxref\n%d\n%%%%EOF\n" % (own, packed(rows, words), place)


def listed(count: int) -> bytes:
    """A catalog with several files attached."""
    names = b" ".join(b"(session%d.toml) 2 0 R" % number for number in range(count))
    return CATALOG.replace(b"(session.toml) 2 0 R", names)


def bombs(size: int = 100_000_000) -> Iterator[tuple[str, bytes]]:
    """Whole PDFs that ask for more than they are."""
    zeros = bytes(size)
    yield "an attachment of many MB", pdf({3: attachment(zeros)})
    yield "an attachment of many MB that says it is small", pdf({3: packed(zeros, b"/Params<</Size 10>>")})
    yield "a table of many MB", pdf(rows=zeros, size=10)
    yield "a table of many MB that says so", pdf(rows=zeros, size=len(zeros) // 7)
    yield "lists in lists", pdf({1: b"[" * 1_000_000})
    yield "tables in tables", pdf({2: b"<</EF" * 1_000_000})
    yield "a text never closed", pdf({2: b"<</F(" + b"x" * 5_000_000})
    yield "backslashes alone", pdf({2: b"<</F(" + b"\\" * 5_000_001})
    yield "a number of 5 million digits", pdf({2: b"<</F " + b"9" * 5_000_000})
    yield "a million keys", pdf({1: b"<<" + b"/A 1" * 1_000_000 + b">>"})
    yield "100,000 attachments", pdf({1: listed(100_000)})
    yield "30 MB of spaces", pdf({1: b" " * 29_000_000})
    yield "40 MB", pdf({4: b"x" * 40_000_000})
    yield "a table that is the catalog", pdf(root=b"4 0 R")
    yield "an attachment that is its own description", pdf({2: SPEC.replace(b"3 0 R", b"2 0 R")})
    yield "a session of keys without end", pdf({3: attachment(b"a" + b".a" * 100_000 + b" = 1\n# end\n")})
    yield "a session of lists in lists", pdf({3: attachment(b"a = " + b"[" * 100_000 + b"\n# end\n")})
    yield "a session of zeros", pdf({3: attachment(bytes(4_000_000))})


if __name__ == "__main__":  # in a process of its own: whoever measures memory is to have little
    for name, data in bombs():
        (Path(sys.argv[1]) / f"{name}.pdf").write_bytes(data)
