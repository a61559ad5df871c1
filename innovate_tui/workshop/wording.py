"""What the program says of the state of things: where a card stands, what an edit did, what is due, why not.

Say what is, then what to press. Short, present tense, the card by its name, numbers as figures (INTERACTION,
section 4). Everything here returns plain text; who shows it treats it as data.
"""

from collections.abc import Mapping, Sequence
from functools import singledispatch

from innovate_tui.workshop import diamond_wording, edits, grid_wording, people_wording, road_wording
from innovate_tui.workshop.becoming import Become
from innovate_tui.workshop.board_edits import FixedName
from innovate_tui.workshop.deck import Deck, Mode
from innovate_tui.workshop.diamond import PLACES
from innovate_tui.workshop.features import Feature, Judgement
from innovate_tui.workshop.history import Step
from innovate_tui.workshop.reflections import Asked
from innovate_tui.workshop.refusal import Reason, Refused
from innovate_tui.workshop.road_edits import RoadEdit
from innovate_tui.workshop.road_rounds import kept_by_rule
from innovate_tui.workshop.roadmap import LANES
from innovate_tui.workshop.session import Cards, Session, cards_of
from innovate_tui.workshop.spelling import ONE_ROW as ONE_ROW
from innovate_tui.workshop.spelling import Naming, fitting
from innovate_tui.workshop.spelling import ago as ago
from innovate_tui.workshop.spelling import called as called
from innovate_tui.workshop.spelling import count as count
from innovate_tui.workshop.spelling import listed as listed
from innovate_tui.workshop.spelling import long_date as long_date
from innovate_tui.workshop.spelling import name_of as name_of
from innovate_tui.workshop.spoken import one_line

JUDGED = {Judgement.STRENGTH: "a strength", Judgement.DEVELOPMENT: "to develop", None: "not judged yet"}


# --- what an edit did -------------------------------------------------------------------------------------------------


def done(edit: edits.Edit, before: Session, after: Session, deck: Deck) -> str:
    """What has just happened, and what to press now."""
    if isinstance(edit, edits.Place) and before != after:
        return grid_wording.placed(edit, before, after, deck)
    if isinstance(edit, edits.Deal):
        return people_wording.dealt(edit, before, after, deck)
    return fitting(lambda name: _done(edit, before, after, name), _known(before, after, deck))


def _done(edit: edits.Edit, before: Session, after: Session, name: Naming) -> str:
    if before == after:
        return _unchanged(edit, name)
    if kept_by_rule(before, after):
        return "Done. The roadmap as it was until today is kept as a round. u undoes both."
    if isinstance(edit, edits.Put | edits.Insert):
        return diamond_wording.placed(edit, before, after, name)
    if isinstance(edit, edits.Lift):
        return diamond_wording.lifted(edit, before, name)
    if isinstance(edit, edits.TakeOff):
        return grid_wording.taken_off(edit, before, name)
    if isinstance(edit, edits.Fix):
        return "Fixed. Looking and writing still work. f unfixes."
    if isinstance(edit, edits.Unfix):
        return "Open again. Cards can be moved."
    if isinstance(edit, edits.SkipPrompt):
        return "Left out of the summary. s takes it in again." if edit.skipped else "Taken in again."
    if isinstance(edit, edits.LetGo):
        return f"Let go: {one_line('.'.join(edit.item))}. u undoes."
    what = _change(edit, before, after, name)
    if isinstance(edit, edits.RemovePerson):
        what = people_wording.taken_out(edit, before)
    if isinstance(edit, edits.AddFeature):
        return f"Added: {what}. It is in the tray."
    if not isinstance(edit, edits.Judge | edits.Match):  # those begin with a card's name, which stays as written
        what = what[:1].upper() + what[1:]
    keys = "w says why, u undoes." if isinstance(edit, edits.LinkCards) else "u undoes."
    return f"{what}. {keys}"


def _unchanged(edit: edits.Edit, name: Naming) -> str:
    """An edit that changed nothing is no step, so `u` is not offered: it would undo something else."""
    if isinstance(edit, edits.Put | edits.Insert):
        return f"{name(edit.card)} is at {edit.place} already."
    return "Nothing has changed."


def undone(step: Step, deck: Deck) -> str:
    """What undo has just taken back."""
    return _again("Undid", step, deck)


def redone(step: Step, deck: Deck) -> str:
    """What redo has just done again."""
    return _again("Did again", step, deck)


def elsewhere(step: Step, deck: Deck) -> str:
    """What undo would take back on another screen, and how to go there."""
    known = _known(step.before, step.after, deck)

    def told(name: Naming) -> str:
        return _change(step.edit, step.before, step.after, name)

    said = fitting(lambda name: f"Last change: {told(name)}. u again goes there and undoes it.", known)
    # what is too long for a row ends in "…": then the key comes first
    return (
        said if len(said) <= ONE_ROW else fitting(lambda name: f"u again goes there and undoes: {told(name)}.", known)
    )


def _again(what: str, step: Step, deck: Deck) -> str:
    known = _known(step.before, step.after, deck)
    return fitting(lambda name: f"{what}: {_change(step.edit, step.before, step.after, name)}.", known)


def change(edit: edits.Edit, before: Session, after: Session, deck: Deck) -> str:
    """An edit as a clause, without a full stop: "Trust and confidence moved from 6 to 2"."""
    return fitting(lambda name: _change(edit, before, after, name), _known(before, after, deck))


def _known(before: Session, after: Session, deck: Deck) -> Mapping[str, Feature]:
    """The cards of both sessions: an edit may add one or take one out."""
    return {**cards_of(before, deck).all, **cards_of(after, deck).all}


@singledispatch
def _change(edit: edits.Edit, before: Session, after: Session, name: Naming) -> str:
    raise TypeError(f"no words for {type(edit).__name__}")


@_change.register(edits.Put)
@_change.register(edits.Insert)
def _(edit: edits.Put | edits.Insert, before: Session, after: Session, name: Naming) -> str:
    was, here = before.boards.diamond.place_of(edit.card), after.boards.diamond.place_of(edit.card)
    there = before.boards.diamond.at(edit.place)
    if isinstance(edit, edits.Put) and was is not None and there not in (None, edit.card):
        return f"{name(edit.card)} and {name(str(there))} changed places"
    return f"{name(edit.card)} moved from {was} to {here}" if was is not None else f"{name(edit.card)} went to {here}"


@_change.register
def _(edit: edits.Lift, before: Session, after: Session, name: Naming) -> str:
    return f"{name(edit.card)} went from {before.boards.diamond.place_of(edit.card)} to the tray"


@_change.register
def _(edit: edits.Arrange, before: Session, after: Session, name: Naming) -> str:
    placed = len(after.boards.diamond.placed)
    cards = f"with {count(placed, 'card')}" if placed else "without a card"
    return f"the diamond stands as on paper, {cards}"


@_change.register
def _(edit: edits.Judge, before: Session, after: Session, name: Naming) -> str:
    return f"{name(edit.card)} is {JUDGED[edit.judgement]}"


BOARDS = {"diamond": "the diamond was", "quadrants": "the quadrants were", "roadmap": "the roadmap was"}


@_change.register
def _(edit: edits.Fix, before: Session, after: Session, name: Naming) -> str:
    return f"{BOARDS[edit.board]} fixed"


@_change.register
def _(edit: edits.Unfix, before: Session, after: Session, name: Naming) -> str:
    return f"{BOARDS[edit.board]} opened"


@_change.register
def _(edit: edits.Place, before: Session, after: Session, name: Naming) -> str:
    was, now = (session.boards.quadrants.position(edit.card) for session in (before, after))
    return f"{name(edit.card)} {grid_wording.moved(was, now)}"


@_change.register
def _(edit: edits.TakeOff, before: Session, after: Session, name: Naming) -> str:
    return f"{name(edit.card)} went back to the tray"


@_change.register
def _(edit: edits.Match, before: Session, after: Session, name: Naming) -> str:
    return f"{name(edit.helper)} {'helps' if edit.matched else 'no longer helps'} with {name(edit.influence)}"


@_change.register
def _(edit: edits.WriteMatchReason, before: Session, after: Session, name: Naming) -> str:
    return f"{_wrote(edit.text)} why {name(edit.helper)} helps with {name(edit.influence)}"


@_change.register
def _(edit: edits.WriteReason, before: Session, after: Session, name: Naming) -> str:
    other = "what speaks against" if after.mode is Mode.INDIVIDUAL else '"not all agree" for'
    return f"{_wrote(edit.text)} {'the reason for' if edit.which == 'why' else other} {name(edit.card)}"


@_change.register(RoadEdit)
@_change.register(edits.SetVerdict)
@_change.register(edits.WriteCheck)
@_change.register(edits.WriteAction)
@_change.register(edits.AssignAction)
def _(edit: edits.Edit, before: Session, after: Session, name: Naming) -> str:
    return road_wording.change(edit, before, after, name)


@_change.register(edits.AddPeople)
@_change.register(edits.RenamePerson)
@_change.register(edits.RemovePerson)
@_change.register(edits.Deal)
@_change.register(edits.MakeExpert)
def _(edit: edits.Edit, before: Session, after: Session, name: Naming) -> str:
    return people_wording.change(edit, before, after, name)


@_change.register
def _(edit: edits.WriteNote, before: Session, after: Session, name: Naming) -> str:
    return f"{_wrote(edit.text)} the note on {name(edit.card)}"


@_change.register
def _(edit: edits.AddFeature, before: Session, after: Session, name: Naming) -> str:
    return f"a card of your own, {name(edit.id)}"


@_change.register
def _(edit: edits.RewordFeature, before: Session, after: Session, name: Naming) -> str:
    return f"other words on the card {name(edit.id)}"


@_change.register
def _(edit: edits.RemoveFeature, before: Session, after: Session, name: Naming) -> str:
    return f"the card {name(edit.id)} was taken out"


@_change.register
def _(edit: edits.WriteAnswer, before: Session, after: Session, name: Naming) -> str:
    return f"{_wrote(edit.text)} an answer"


@_change.register
def _(edit: edits.AddPrompt, before: Session, after: Session, name: Naming) -> str:
    return "a question of your own was added"


@_change.register
def _(edit: edits.RewordPrompt, before: Session, after: Session, name: Naming) -> str:
    return "a question was put in other words"


@_change.register
def _(edit: edits.SkipPrompt, before: Session, after: Session, name: Naming) -> str:
    return "a question was left out" if edit.skipped else "a question was taken in again"


@_change.register
def _(edit: edits.RemovePrompt, before: Session, after: Session, name: Naming) -> str:
    return "a question of your own was taken out"


@_change.register
def _(edit: edits.Park, before: Session, after: Session, name: Naming) -> str:
    return "a thought was parked" if edit.text.strip() else "a parked thought was let go"


@_change.register
def _(edit: edits.Describe, before: Session, after: Session, name: Naming) -> str:
    return f"{_wrote(edit.text)} the {edit.which}"


@_change.register
def _(edit: edits.Hold, before: Session, after: Session, name: Naming) -> str:
    return f"the day is {long_date(edit.day)}" if edit.day else "the day was taken out"


@_change.register
def _(edit: edits.ChooseMode, before: Session, after: Session, name: Naming) -> str:
    return {
        Mode.INDIVIDUAL: "working alone",
        Mode.GROUP: "working as a group",
        Mode.GROUPS: "working as several groups",
    }[edit.mode]


@_change.register
def _(edit: edits.KeepRound, before: Session, after: Session, name: Naming) -> str:
    return f"the round {one_line(edit.round_name)} was kept"


@_change.register
def _(edit: edits.RenameRound, before: Session, after: Session, name: Naming) -> str:
    return f"the round is called {one_line(edit.round_name)}"


@_change.register
def _(edit: edits.RemoveRound, before: Session, after: Session, name: Naming) -> str:
    gone = next((kept.name for kept in before.rounds if kept.id == edit.id), "")
    return f"the round {one_line(gone)} was taken out"


@_change.register
def _(edit: edits.Include, before: Session, after: Session, name: Naming) -> str:
    return "what goes into the summary was chosen"


@_change.register
def _(edit: edits.Spend, before: Session, after: Session, name: Naming) -> str:
    return f"the time spent is {count(edit.minutes, 'minute')} more"


@_change.register
def _(edit: edits.LetGo, before: Session, after: Session, name: Naming) -> str:
    return f"{one_line('.'.join(edit.item))} was let go"


@_change.register
def _(edit: edits.Settle, before: Session, after: Session, name: Naming) -> str:
    return "chose between words of two laptops"


@_change.register
def _(edit: Become, before: Session, after: Session, name: Naming) -> str:
    return edit.words


def _wrote(text: str) -> str:
    return "wrote" if text.strip() else "cleared"


# --- why not ----------------------------------------------------------------------------------------------------------


def refused(refusal: Refused, cards: Cards) -> str:
    """Why an edit cannot be, and what to press instead."""
    return fitting(lambda name: _refused(refusal.reason, name(refusal.about)), cards.all)


def _refused(reason: Reason, about: str) -> str:
    return {
        Reason.FIXED: "This board is fixed. f unfixes it.",
        Reason.ALREADY_FIXED: "This board is fixed already. f unfixes it.",
        Reason.NOT_FIXED: "This board is not fixed.",
        Reason.NO_SUCH_PLACE: f"There are {len(PLACES)} places, so 0 means back to the tray.",
        Reason.NO_SUCH_CARD: f"No card is called {about} here.",
        Reason.OTHER_KIND: f"{about} is not a card for this board.",
        Reason.NOT_PLACED: f"{about} is in the tray already.",
        Reason.TWICE: f"{about} cannot stand at two places.",
        Reason.OFF_THE_GRID: "The grid goes from 0 to 100 on both axes.",
        Reason.MATCHED_ALREADY: f"{about} is matched already.",
        Reason.NOT_MATCHED: f"{about} is not matched here.",
        Reason.NOT_OWN: "Only what the group added can be taken out or reworded.",
        Reason.IN_A_ROUND: f"A kept round shows {about}, so it stays. 0 takes it off the board.",
        Reason.NO_TITLE: "A card needs a title.",
        Reason.NO_NAME: "A round needs a name.",
        Reason.NO_WORDS: "A question needs words.",
        Reason.NO_SUCH_PROMPT: "That question is not here any more.",
        Reason.NO_SUCH_TOOL: "That tool is not in this deck.",
        Reason.NO_SUCH_ITEM: "That is not in the file any more.",
        Reason.ID_TAKEN: "That is there already.",
        Reason.NO_SUCH_PERSON: "Nobody of that name takes part yet.",
        Reason.NO_PEOPLE: "Nobody is here yet. a adds people.",
        Reason.NO_SUCH_TIMEFRAME: "A roadmap goes over 1 to 120 months.",
        Reason.NO_SUCH_MONTH: "There is no such month: the calendar ends in December 9999.",
        Reason.NO_SUCH_LANE: f"Rows are counted from 1 to {LANES}.",
        Reason.NO_TIMELINE: "Agree a timeframe first; the step before asks for it.",
        Reason.ENDS_BEFORE_IT_STARTS: "The end cannot come before the start.",
        Reason.LINK_TO_ITSELF: "A card cannot need itself. Choose another, or esc.",
    }[reason]


# --- where things stand -----------------------------------------------------------------------------------------------


def of_card(session: Session, deck: Deck, card: str) -> str:
    """What the group said of a card that is being read, and which of the cards it is."""
    cards = list(cards_of(session, deck).all)
    said = session.about(card)
    who = "You see" if session.mode is Mode.INDIVIDUAL else "The group sees"
    judged = {
        Judgement.STRENGTH: f"{who} it as a strength.",
        Judgement.DEVELOPMENT: f"{who} it as one to develop.",
    }
    parts = (
        f"Card {cards.index(card) + 1} of {len(cards)}.",
        judged[said.judgement] if said.judgement else "",
        "1 note." if said.note.strip() else "",
    )
    return " ".join(part for part in parts if part)


def of_question(prompts: Sequence[Asked], prompt: str) -> str:
    """How it is with a question: answered or not, reworded or not. Any order is fine."""
    number = next(at for at, each in enumerate(prompts) if each.id == prompt)
    asked_ = prompts[number]
    name = f"Question {number + 1} of {len(prompts)}"
    whose = ", your own," if asked_.own else ", in other words," if asked_.reworded else ""
    if asked_.skipped:
        return f"{name}{whose} is left out. s takes it in again."
    if asked_.answered:
        return f"{name}{whose} is answered. Enter writes more."
    return f"{name}{whose} is not answered yet. Any order is fine."


def board_state(board: FixedName, session: Session, deck: Deck) -> str:
    """How far a board is, in a few words."""
    if board == "quadrants":
        return grid_wording.grid_state(session, deck)
    return road_wording.road_state(session) if board == "roadmap" else diamond_wording.diamond_state(session)
