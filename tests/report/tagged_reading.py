"""A PDF as a screen reader takes it: down its structure tree, with the words that belong to each element."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from io import BytesIO
from typing import Any

from pypdf import PdfReader
from pypdf.generic import ContentStream


@dataclass(eq=False)
class Heard:
    """An element: its name, what it says, and what it holds."""

    name: str
    alternative: str = ""
    language: str = ""
    attributes: dict[str, Any] = field(default_factory=dict)
    kids: "list[Heard | str]" = field(default_factory=list)
    links: int = 0
    actual: str = ""
    """What it says in place of what it holds."""

    @property
    def text(self) -> str:
        """Its words, those of what it holds among them; a figure says its alternative."""
        if self.name == "Figure":
            return self.alternative
        return " ".join(kid if isinstance(kid, str) else kid.text for kid in self.kids).strip()

    def all(self, *names: str) -> "Iterator[Heard]":
        """Everything in it with one of these names, or everything, in the order of reading."""
        for kid in self.kids:
            if isinstance(kid, Heard):
                if not names or kid.name in names:
                    yield kid
                yield from kid.all(*names)


def heard(data: bytes) -> Heard:
    """The document's element."""
    reader = PdfReader(BytesIO(data))
    pages = {page.indirect_reference.idnum: _words(page, reader) for page in reader.pages if page.indirect_reference}
    root: Any = reader.trailer["/Root"]
    (top,) = root["/StructTreeRoot"]["/K"]
    return _element(top.get_object(), pages)


def loose(data: bytes) -> list[str]:
    """Words on pages that belong to nothing, and are not marked as meaning nothing."""
    reader = PdfReader(BytesIO(data))
    return [word for page in reader.pages for word in _words(page, reader).get(-1, ())]


def _element(node: Any, pages: dict[int, dict[int, list[str]]]) -> Heard:
    each = Heard(node["/S"][1:], str(node.get("/Alt", "")), str(node.get("/Lang", "")), dict(node.get("/A", {})))
    each.actual = str(node.get("/ActualText", ""))
    held = node["/K"].get_object() if hasattr(node["/K"], "get_object") else node["/K"]
    for kid in held if isinstance(held, list) else [held]:
        inner = kid.get_object() if hasattr(kid, "get_object") else kid
        if isinstance(inner, int):
            each.kids += pages[node.raw_get("/Pg").idnum][inner]
        elif "/S" in inner:
            each.kids.append(_element(inner, pages))
        elif inner.get("/Type") == "/OBJR":
            each.links += 1
        else:
            each.kids += pages[inner.raw_get("/Pg").idnum][inner["/MCID"]]
    return each


def _words(page: Any, reader: PdfReader) -> dict[int, list[str]]:
    """The words on a page by their number; -1 for those that have none, -2 for those that mean nothing."""
    fonts = {name: _letters(font.get_object()) for name, font in page["/Resources"].get("/Font", {}).items()}
    found: dict[int, list[str]] = {}
    open_, font = [-1], {}
    for operands, operator in ContentStream(page.get_contents(), reader).operations:
        if operator in (b"BDC", b"BMC"):
            details = operands[1] if len(operands) > 1 else {}
            number = -2 if operands[0] == "/Artifact" else int(details.get("/MCID", open_[-1]))
            open_.append(number)
            found.setdefault(number, [])
        elif operator == b"EMC":
            open_.pop()
        elif operator == b"Tf":
            font = fonts[operands[0]]
        elif operator in (b"Tj", b"TJ"):
            pieces = operands[0] if operator == b"TJ" else operands
            data = b"".join(_raw(piece) for piece in pieces if not isinstance(piece, int | float))
            codes = [int.from_bytes(data[at : at + 2], "big") for at in range(0, len(data), 2)]
            found.setdefault(open_[-1], []).append("".join(font[code] for code in codes))
    return found


def _raw(piece: Any) -> bytes:
    data = getattr(piece, "original_bytes", piece)
    assert isinstance(data, bytes)
    return data


@cache
def _cmap(text: str) -> dict[int, str]:
    pairs = re.findall(r"<([0-9A-F]{4})> <([0-9A-F]+)>\n", text.split("endcodespacerange", 1)[1])
    return {int(code, 16): bytes.fromhex(letters).decode("utf-16-be") for code, letters in pairs}


def _letters(font: Any) -> dict[int, str]:
    """What each code of a font stands for."""
    return _cmap(font["/ToUnicode"].get_object().get_data().decode("latin-1"))
