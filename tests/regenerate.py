"""One command for what is made from the sample and kept in the repository: its exports and the README's picture.

`python -m tests.regenerate` writes `exports/` and `docs/diamond.svg`; with `--check` it writes nothing and says what is
stale. A PDF is stale when its text or its number of pages differ: its bytes may change with fpdf2.
"""

import asyncio
import os
import sys
import tempfile
from pathlib import Path

from pypdf import PdfReader

from innovate_tui.report.markdown import to_markdown
from innovate_tui.report.pdf import to_pdf
from innovate_tui.report.summary import summarise
from innovate_tui.storage.deck_files import open_content
from innovate_tui.storage.session_file import open_session

ROOT = Path(__file__).resolve().parent.parent
SAMPLE = ROOT / "content" / "samples" / "innovate.toml"
MARKDOWN = ROOT / "exports" / "sample.md"
PDF = ROOT / "exports" / "sample.pdf"
PICTURE = ROOT / "docs" / "diamond.svg"


def exports() -> dict[Path, bytes]:
    """The sample's exports as they should be."""
    opened = open_session(SAMPLE, open_content(ROOT / "content"))
    document = summarise(opened.session, opened.deck)
    return {MARKDOWN: to_markdown(document).encode("utf-8"), PDF: to_pdf(document).data}


def stale(made: dict[Path, bytes]) -> list[str]:
    """What of the exports in the repository is not what the sample gives now, a line each."""
    found = []
    if not MARKDOWN.is_file() or MARKDOWN.read_bytes() != made[MARKDOWN]:
        found.append(f"{MARKDOWN.relative_to(ROOT)} is stale")
    if not PDF.is_file() or pages(PDF.read_bytes()) != pages(made[PDF]):
        found.append(f"{PDF.relative_to(ROOT)} is stale")
    return found


def pages(pdf: bytes) -> list[str]:
    """The text of every page."""
    with tempfile.TemporaryFile() as file:
        file.write(pdf)
        return [page.extract_text() for page in PdfReader(file).pages]


async def picture() -> str:
    """The diamond of the sample at 80×24, as SVG."""
    from innovate_tui.ui.app import InnovateApp

    app = InnovateApp()
    app.open_first(app.desk.open(SAMPLE))
    async with app.run_test(size=(80, 24)) as pilot:
        for key in ("f3", "comma", "comma", "comma", "right", "right"):
            await pilot.press(key)
        await pilot.pause()
        svg = app.export_screenshot(title="innovate-tui", simplify=True)
    return svg.replace("<text ", '<text xml:space="preserve" ')


def main(words: list[str]) -> int:
    """Write, or with `--check` say what is stale; 1 if anything is."""
    made = exports()
    if "--check" in words:
        found = stale(made)
        sys.stderr.write("".join(f"{line}: run python -m tests.regenerate\n" for line in found))
        return 1 if found else 0
    for path, data in made.items():
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(data)
    PICTURE.parent.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        os.environ.update(INNOVATE_FOLDER=folder, COLORTERM="truecolor", TERM="xterm-256color", INNOVATE_THEME="dark")
        os.environ.pop("NO_COLOR", None)
        PICTURE.write_text(asyncio.run(picture()), "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
