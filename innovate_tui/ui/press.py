"""What the app prints into the folder for exports: a summary, a guide, a pack of cards and boards. Knows no screens."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from innovate_tui.ui.desk import Export
from innovate_tui.ui.minting import now

if TYPE_CHECKING:  # for the type checker alone
    from innovate_tui.report.pdf import Printed
    from innovate_tui.storage.deck_files import Content

PACKS = ("a4", "a3")
"""The papers that a pack can be for; anything else that is asked for is the mode of a guide."""


def written(words: str, make: Callable[[], Printed]) -> Export:
    """A PDF under a name made of these words. Never raises; never overwrites."""
    from innovate_tui.storage.locations import exports_folder, free_path, make_private
    from innovate_tui.storage.safe_write import NotWritten, write_safely

    folder = exports_folder()
    try:
        printed = make()
        make_private(folder)
        path = free_path(folder, words, ".pdf")
        write_safely(path, printed.data, new=True)
    except NotWritten as trouble:
        return Export(None, f"{trouble.reason} {trouble.mend}")
    except OSError as error:
        return Export(None, f"{error.strerror or 'The folder cannot be reached.'} ({folder})")
    except Exception as error:  # noqa: BLE001 - nobody is to wait for a document that never comes
        return Export(None, f"The program made a mistake ({type(error).__name__}). Nothing is lost.")
    return Export(path, unprintable=tuple(str(each) for each in printed.unprintable))


def for_a_workshop(content: Callable[[], Content], tool: str, what: str) -> Export:
    """The guide to a tool for a mode, or its pack for a paper, as a PDF. Never raises; never overwrites."""
    from innovate_tui.storage.deck_tables import DeckTrouble

    def make() -> Printed:
        return _pack(content(), tool, what) if what in PACKS else _guide(content(), tool, what)

    try:
        content().deck()
    except DeckTrouble as trouble:
        return Export(None, str(trouble))
    return written(f"pack {tool} {what}" if what in PACKS else f"guide {tool} {what}", make)


def _pack(content: Content, tool: str, paper: str) -> Printed:
    from innovate_tui.report.pack_parts import pack
    from innovate_tui.report.pack_sheets import Paper
    from innovate_tui.report.pdf import to_pdf

    deck = content.deck()
    made = pack(deck, deck.tools[tool], Paper(paper), now())
    return to_pdf(made.document, made.sheets)


def _guide(content: Content, tool: str, mode: str) -> Printed:
    from innovate_tui.report.guide_parts import guide_document
    from innovate_tui.report.pdf import to_pdf
    from innovate_tui.workshop.deck import Mode
    from innovate_tui.workshop.guide import run_sheet

    deck = content.deck()
    return to_pdf(guide_document(run_sheet(deck.tools[tool], Mode(mode)), deck, now()))
