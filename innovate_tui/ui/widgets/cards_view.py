"""Where a reader is, as a value, and what each key of the Cards screen means, as pure functions."""

from dataclasses import dataclass, replace

from innovate_tui.ui.widgets.cards_reading import STAGES, TOOLKIT, Library

LAST = 10_000
"""The last page, however many there are."""


@dataclass(frozen=True, slots=True)
class View:
    """The entry that is open, its page, and how many capitals were pressed in a row."""

    at: str = TOOLKIT
    page: int = 0
    anchor: str = ""
    """A place inside the entry to begin at, instead of a page."""
    capitals: int = 0


@dataclass(frozen=True, slots=True)
class Answer:
    """What a key comes to: another view, perhaps a word on why nothing happened."""

    view: View
    say: str = ""


def opened(library: Library, view: View, target: str) -> View:
    """The view of an entry, of a place inside one (`about:stages:designing`), or of what is there now."""
    stage = target if target.startswith(f"{STAGES}:") else f"{STAGES}:{target}"
    if target in library.position:
        return View(target)
    if library.deck.stages and any(f"{STAGES}:{card.stage}" == stage for card in library.deck.stages):
        return View(STAGES, anchor=stage)
    return view


def settled(before: Library, library: Library, view: View) -> View:
    """The view after the session changed: if its card is gone, what stands in its place now."""
    if view.at in library.position:
        return view
    number = min(before.position.get(view.at, 0), len(library.shelf) - 1)
    return View(library.shelf[number].id)


def moved(library: Library, view: View, by: int) -> View:
    """Further up or down the list, wrapping."""
    number = (library.position[view.at] + by) % len(library.shelf)
    return View(library.shelf[number].id)


def next_kind(library: Library, view: View, by: int) -> View:
    """To the introduction of the next kind, or of the one before, wrapping."""
    sections = list(dict.fromkeys(entry.section for entry in library.shelf))
    here = library.shelf[library.position[view.at]].section
    wanted = sections[(sections.index(here) + by) % len(sections)]
    return View(next(entry.id for entry in library.shelf if entry.section == wanted))


def capital(library: Library, view: View, letter: str) -> Answer:
    """A capital opens its card. Opening changes nothing, so Caps Lock costs nothing; from the third on it is named."""
    row = view.capitals + 1
    feature = library.cards.by_letter.get(letter)
    if feature is None:
        say = f"No card has the letter {letter}. / finds one by name." if row == 1 else CAPS
        return Answer(replace(view, capitals=row), say)
    return Answer(replace(View(feature.id), capitals=row), CAPS if row >= 3 else "")


CAPS = "Capitals choose cards. Is Caps Lock on?"


def turned(view: View, page: int, pages: int, by: int) -> Answer:
    """To another page of the entry; `page` is the one on the screen. At the ends it stays, and says so."""
    wanted = page + by
    fresh = replace(view, page=min(max(wanted, 0), pages - 1), anchor="", capitals=0)
    if wanted >= pages:
        return Answer(fresh, "This is its last page. The arrow down goes to the next card.")
    return Answer(fresh, "This is its first page." if wanted < 0 else "")


def read_on(library: Library, view: View, page: int, pages: int) -> View:
    """Space: the next page, and after the last one the next entry, so that one key reads everything."""
    return turned(view, page, pages, 1).view if page + 1 < pages else moved(library, view, 1)
