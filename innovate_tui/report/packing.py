"""Many small objects of a PDF in little room: packed into one stream, with a table of contents that is one as well.

A structure tree has thousands of objects of a few words each. As PDF 1.5 has it (object streams and cross-reference
streams, allowed in PDF/A-3), they take a tenth of the room. Pure; knows nothing of fpdf2.
"""

import zlib
from collections.abc import Mapping, Sequence

AT_MOST = 500
"""Objects in one stream: a reader unpacks a whole stream for any of them."""


def packed(first: int, texts: Sequence[str]) -> list[bytes]:
    """The streams that hold objects numbered from `first`, each with its dictionary, without their own numbers."""
    streams = []
    for start in range(0, len(texts), AT_MOST):
        some = texts[start : start + AT_MOST]
        index, at = [], 0
        for number, text in enumerate(some, first + start):
            index.append(f"{number} {at}")
            at += len(text) + 1
        head = " ".join(index) + "\n"
        content = (head + "\n".join(some)).encode("latin-1")
        streams.append(stream(f"/Type/ObjStm/N {len(some)}/First {len(head)}", content))
    return streams


def cross_reference(offsets: Mapping[int, int], inside: Mapping[int, tuple[int, int]], number: int, more: str) -> bytes:
    """The table that says where every object is: at an offset in the file, or in which stream and at which place.

    `number` is the table's own, the highest of all, and has its offset as well; `more` goes into its dictionary.
    """
    rows = [b"\x00\x00\x00\x00\x00\xff\xff"]
    for each in range(1, number + 1):
        if each in inside:
            holder, place = inside[each]
            rows.append(b"\x02" + holder.to_bytes(4, "big") + place.to_bytes(2, "big"))
        else:
            rows.append(b"\x01" + offsets[each].to_bytes(4, "big") + b"\x00\x00")
    return stream(f"/Type/XRef/Size {number + 1}/W[1 4 2]{more}", b"".join(rows))


def stream(words: str, content: bytes) -> bytes:
    """A packed stream with these words in its dictionary.

    Two characters end the line before `endstream`: data that ends in the first of them would seem shorter otherwise.
    """
    data = zlib.compress(content)
    head = f"<<{words}/Filter/FlateDecode/Length {len(data)}>>\nstream\n"
    return head.encode("latin-1") + data + b"\r\nendstream"
