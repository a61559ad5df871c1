"""The box for something to do: what, by whom, until when. Asked where a plan is looked at, and at the end of a day."""

from collections.abc import Callable

from innovate_tui.ui.screens.session_screen import SessionScreen
from innovate_tui.ui.screens.words_box import Field, Heading, WordsBox
from innovate_tui.ui.widgets.road_typing import day_text, typed_day
from innovate_tui.workshop.checks import Action
from innovate_tui.workshop.deck import Mode
from innovate_tui.workshop.road_edits import AssignAction, WriteAction

NOBODY_YET = "Nobody of that name is here yet. Leave it empty: x on the action adds them."
NO_DAY = "A day such as 6 May 2027, or a month such as May 2027."
NO_WORDS = "No action was written down: it had no words."


def write_action(
    screen: SessionScreen,
    action: Action,
    heading: str,
    kept: Callable[[str], None],
    trouble: str = "",
    typed: dict[str, str] | None = None,
) -> None:
    """Ask what is to be done, by whom and until when; `kept` hears the id of an action that was written.

    Who works alone is not asked by whom (F15).
    """
    session = screen.session
    people = {} if session.mode is Mode.INDIVIDUAL else {each: session.called(each) for each in session.people}
    words = typed or {
        "text": action.text,
        "owner": people.get(action.owner, ""),
        "due": day_text(action.due) if action.due else "",
    }
    named = f" ({', '.join(people.values())})" if people else ""

    def closed(said: dict[str, str] | None) -> None:
        if said is None:
            return
        found = {"owner": "", **said}
        again = _keep(screen, action, found, people)
        if again:
            write_action(screen, action, heading, kept, again, found)
        elif action.id in screen.session.actions:
            kept(action.id)

    alone = session.mode is Mode.INDIVIDUAL
    who = () if alone else (Field("owner", f"Who{named}", words["owner"], rows=1, single=True),)
    box = WordsBox(
        screen.styles_in_use,
        "Next action",
        Heading(heading),
        (
            Field("text", "", words["text"], rows=1, single=True),
            *who,
            Field("due", "Until (6 May 2027, or May 2027; may stay empty)", words["due"], rows=1, single=True),
        ),
        status=trouble or "tab goes to the next field.",
        promise="Enter keeps it. Without words there is no action.",
    )
    screen.app.push_screen(box, closed)


def _keep(screen: SessionScreen, action: Action, said: dict[str, str], people: dict[str, str]) -> str:
    """Keep what was typed; what is to be asked again, or nothing."""
    if not said["text"].strip():
        if action.id in screen.session.actions:
            screen.perform(WriteAction(action.id, ""))
        else:
            screen.say(NO_WORDS)
        return ""
    name = said["owner"].strip().casefold()
    owner = next((each for each, other in people.items() if name and other.casefold().startswith(name)), "")
    due = typed_day(said["due"], screen.session.boards.roadmap.timeline) if said["due"].strip() else None
    if name and not owner:
        return NOBODY_YET
    if said["due"].strip() and due is None:
        return NO_DAY
    if screen.session.mode is Mode.INDIVIDUAL:
        owner = action.owner  # kept for when a group works again
    screen.perform(WriteAction(action.id, said["text"]))
    screen.leave_field()
    if (owner, due) != (action.owner, action.due):
        screen.perform(AssignAction(action.id, owner, due))
    return ""
