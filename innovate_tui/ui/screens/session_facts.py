"""What a session says of itself, to be changed: title, group, place, workshop, day, and who works."""

from collections.abc import Callable, Mapping

from innovate_tui.ui.screens.chooser import Choice, Chooser
from innovate_tui.ui.screens.session_screen import SessionScreen
from innovate_tui.ui.screens.words_box import Field, Heading, WordsBox
from innovate_tui.ui.widgets.road_typing import day_text, typed_day
from innovate_tui.workshop.deck import Mode
from innovate_tui.workshop.edits import ChooseMode, Describe, Hold, Words
from innovate_tui.workshop.session import Session

NAMES: Mapping[Words, str] = {"title": "Title", "group": "Group", "place": "Place", "workshop": "Workshop"}
ASKS: Mapping[Words, str] = {
    "title": "What is it about? No names of children or families.",
    "group": "What is the group called?",
    "place": "Where is it?",
    "workshop": "Which workshop does it belong to?",
}
MODES = {
    Mode.INDIVIDUAL: "One person: nothing to share out, nobody to tell",
    Mode.GROUP: "One group: cards are shared out and talked about",
    Mode.GROUPS: "Several groups: each tells the others at the end",
}
"""Each mode, and what it changes of the steps."""
WORKS = {
    Mode.INDIVIDUAL: "One person works now: the steps follow, nothing is lost. u undoes.",
    Mode.GROUP: "One group works now: the steps follow, nothing is lost. u undoes.",
    Mode.GROUPS: "Now the file of one of several groups; the others have their own. u undoes.",
}
UNNAMED = "Now one of several groups, each with a file of its own. m 2 names this group."
IN_TITLE = "It stands in the title and in the summary."
IN_SUMMARY = "It stands on the overview and in the summary."


def change_facts(screen: SessionScreen) -> None:
    """Ask what is to be changed, then for its new words."""
    choices = [Choice(each, str(number), words) for number, (each, words) in enumerate(facts(screen.session), 1)]

    def chosen(what: str | None) -> None:
        if what == "mode":
            _change_mode(screen)
        elif what == "day":
            _change_day(screen)
        elif what is not None:
            _change_words(screen, next(each for each in NAMES if each == what))

    screen.app.push_screen(
        Chooser(screen.styles_in_use, "Change", "press a digit, or type a name", choices, digits=True), chosen
    )


def facts(session: Session) -> list[tuple[str, str]]:
    """What can be changed, each with what it is now. Who works alone is asked for no group, unless one is named."""
    now: dict[Words, str] = {
        "title": session.title,
        "group": session.group,
        "place": session.place,
        "workshop": session.workshop,
    }
    alone = session.mode is Mode.INDIVIDUAL
    words = [(each, text) for each, text in now.items() if each != "group" or text or not alone]
    told = [(str(each), f"{NAMES[each]}: {text or 'nothing yet'}") for each, text in words]
    day = day_text(session.held) if session.held else "nothing yet"
    return [*told, ("day", f"Day: {day}"), ("mode", f"Who works: {MODES[session.mode].partition(':')[0].lower()}")]


def _change_words(screen: SessionScreen, which: Words) -> None:
    now = {"title": screen.session.title, "group": screen.session.group}
    now |= {"place": screen.session.place, "workshop": screen.session.workshop}

    def closed(words: dict[str, str] | None) -> None:
        if words is None:
            return
        if which == "title" and not words["text"]:
            screen.say("A session needs a title; the one that it had stays.")
            return
        screen.perform(Describe(which, words["text"]))
        screen.leave_field()

    stands = IN_TITLE if which in ("title", "group") else IN_SUMMARY
    _ask(screen, NAMES[which], ASKS[which], now[which], "Enter keeps it.", closed, stands)


def _change_day(screen: SessionScreen, trouble: str = "", typed: str = "") -> None:
    held = screen.session.held

    def closed(words: dict[str, str] | None) -> None:
        if words is None:
            return
        day = typed_day(words["text"], screen.session.boards.roadmap.timeline)
        if words["text"].strip() and day is None:
            _change_day(screen, "A day such as 6 May 2027.", words["text"])
            return
        screen.perform(Hold(day))

    text = typed or (day_text(held) if held else "")
    _ask(
        screen,
        "Day",
        "On which day was it, or will it be?",
        text,
        "Enter keeps it. With nothing here, none.",
        closed,
        trouble or IN_SUMMARY,
    )


def _change_mode(screen: SessionScreen) -> None:
    choices = [Choice(mode, str(number), words) for number, (mode, words) in enumerate(MODES.items(), 1)]

    def chosen(mode: str | None) -> None:
        if mode is None:
            return
        before = screen.session.mode
        screen.perform(ChooseMode(Mode(mode)), quietly=True)
        if screen.session.mode is before:
            screen.say("Nothing has changed.")
        elif mode == Mode.GROUPS and not screen.session.group:
            screen.say(UNNAMED)
        else:
            screen.say(WORKS[Mode(mode)])

    screen.app.push_screen(
        Chooser(screen.styles_in_use, "Who works?", "nothing is lost either way", choices, digits=True), chosen
    )


def _ask(
    screen: SessionScreen,
    title: str,
    heading: str,
    text: str,
    promise: str,
    closed: Callable[[dict[str, str] | None], None],
    status: str,
) -> None:
    box = WordsBox(
        screen.styles_in_use,
        title,
        Heading(heading),
        (Field("text", "", text, rows=1, single=True),),
        promise=promise,
        status=status,
    )
    screen.app.push_screen(box, closed)
