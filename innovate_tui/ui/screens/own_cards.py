"""Writing a card of the group's own: a new one, or other words on one that is there (D28, C11)."""

from collections.abc import Callable

from innovate_tui.ui.minting import mint
from innovate_tui.ui.screens.session_screen import SessionScreen
from innovate_tui.ui.screens.words_box import Field, Heading, WordsBox
from innovate_tui.workshop.edits import AddFeature, RewordFeature
from innovate_tui.workshop.features import Kind
from innovate_tui.workshop.session import OwnFeature

MADE_IN = {Kind.ENABLER: "diamond", Kind.INFLUENCE: "quadrants", Kind.NEXT_LEVEL: "roadmap"}
"""The tool that takes the cards of a kind."""


def add_card(screen: SessionScreen, kind: Kind, added: Callable[[str], None]) -> None:
    """Ask for a card of the group's own and add it; then `added` hears its id."""

    def closed(words: dict[str, str] | None) -> None:
        if not words or not words["title"]:
            screen.say("No card was added: it had no title.")
            return
        card = mint("own")
        edit = AddFeature(card, words["title"], kind, words["short"], words["summary"], MADE_IN[kind])
        if screen.perform(edit):
            added(card)

    screen.app.push_screen(
        _box(
            screen,
            "A card of your own",
            Heading("A feature that matters here and that no card names.", kind=kind),
            ("", "", ""),
            promise="Enter adds the card. Without a title none is added.",
            status="A card of your own stands with the others of its kind.",
        ),
        closed,
    )


def reword_card(screen: SessionScreen, card: OwnFeature, letter: str) -> None:
    """Ask for other words on a card of the group's own."""

    def closed(words: dict[str, str] | None) -> None:
        if words:
            screen.perform(RewordFeature(card.id, words["title"], words["short"], words["summary"]))

    screen.app.push_screen(
        _box(
            screen,
            "In other words",
            Heading(card.title, letter, card.kind),
            (card.title, card.short, card.summary),
            promise="Enter or esc keeps it; u brings the old words back.",
            status="Its title, its name on the board and what it means.",
        ),
        closed,
    )


def _box(
    screen: SessionScreen, title: str, heading: Heading, words: tuple[str, str, str], *, promise: str, status: str
) -> WordsBox:
    name, short, summary = words
    fields = (
        Field("title", "Title", name, rows=1, single=True),
        Field("short", "Name on the board, at most 26 letters (may stay empty)", short, rows=1, single=True),
        Field("summary", "What it means here (may stay empty)", summary, rows=2),
    )
    return WordsBox(screen.styles_in_use, title, heading, fields, promise=promise, status=status)
