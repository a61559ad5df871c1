"""The boxes about one card of the Roadmap and its links: all that is said of it, a link's kind, a word on why."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from innovate_tui.ui.cells import wrapped
from innovate_tui.ui.minting import mint
from innovate_tui.ui.screens.chooser import Choice, Chooser
from innovate_tui.ui.screens.words_box import Field, Heading, WordsBox
from innovate_tui.ui.widgets import road_words
from innovate_tui.ui.widgets.road_words import Told
from innovate_tui.workshop.road_edits import LinkCards, Unlink, WriteLinkReason
from innovate_tui.workshop.roadmap import LinkKind

if TYPE_CHECKING:  # for the type checker alone: the screen imports this module
    from innovate_tui.ui.screens.roadmap import RoadmapScreen

BOX = 50
"""Columns of the words in a box."""


def to_read(screen: "RoadmapScreen", title: str, told: list[Told], chosen: Callable[[str], None]) -> None:
    """Paragraphs in a box, to be read whole; those with a key can be chosen."""
    choices = [
        Choice(each.id, "" if row else each.key, line)
        for each in told
        for row, line in enumerate(wrapped(each.words, BOX))
    ]
    box = Chooser(screen.styles_in_use, title, "a key that is shown, or esc", choices, digits=True)
    screen.app.push_screen(box, lambda id_: chosen(id_) if id_ else None)


def card(screen: "RoadmapScreen", which: str) -> None:
    """All that is said of an appearance: when, why, from where, its links and what deserves thought."""
    scene = screen.road.scene
    feature = scene.cards[scene.road.cards[which].feature]
    does: dict[str, Callable[[], object]] = {
        "read": lambda: screen.post_message(screen.GoTo("cards", feature.id)),
        "why": screen.action_why,
        "owner": screen.action_owner,
    }

    def chosen(what: str) -> None:
        if what in scene.road.links:
            link(screen, what)
        elif what in does:
            does[what]()

    to_read(screen, f"{feature.letter} {' '.join(feature.short)}".strip(), road_words.told(scene, which), chosen)


def link(screen: "RoadmapScreen", which: str) -> None:
    """What a link says, its word on why, and taking it away."""
    scene = screen.road.scene
    line = scene.road.links[which]
    ways = {
        "before": LinkCards(mint("l"), line.first, line.second),
        "after": LinkCards(mint("l"), line.second, line.first),
        "with": LinkCards(mint("l"), line.first, line.second, LinkKind.CONNECTION),
    }
    told = road_words.told_of_link(scene, line)

    def chosen(what: str) -> None:
        if what == "why":
            link_reason(screen, which)
        elif what == "off":
            screen.perform(Unlink(which))
        elif what in ways:
            screen.perform(ways[what])

    to_read(screen, "A link", told, chosen)


def link_reason(screen: "RoadmapScreen", which: str) -> None:
    """A word on why two cards are linked."""
    scene = screen.road.scene
    line = scene.road.links[which]

    def typed(_: str, text: str) -> None:
        screen.perform(WriteLinkReason(which, text), quietly=True)

    screen.write(
        WordsBox(
            screen.styles_in_use,
            "Why they are linked",
            Heading(f"{road_words.link_words(scene, line)}."),
            (Field("why", "", line.why, rows=2),),
            on_typed=typed,
            status="A word on why. It stays with the two cards when they are moved.",
        ),
        "Kept your reason.",
    )


def link_reasons(screen: "RoadmapScreen") -> None:
    """Why the chosen card is linked: at once for the link just drawn or followed, or an only one; else ask which."""
    scene, view = screen.road.scene, screen.road.view
    lines = [each for each in scene.road.links.values() if view.subject in (each.first, each.second)]
    if view.link in scene.road.links:
        link_reason(screen, view.link)
    elif not lines:
        screen.say("No link here. k draws one.")
    elif len(lines) == 1:
        link_reason(screen, lines[0].id)
    else:
        told = [
            Told(each.id, str(number) if number <= 9 else "", f"{road_words.link_words(scene, each)}.")
            for number, each in enumerate(lines, 1)
        ]
        to_read(screen, "Why which link", told, lambda which: link_reason(screen, which))
