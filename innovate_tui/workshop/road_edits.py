"""The edits of the roadmap, of its three checks and of actions."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from typing import ClassVar, Literal

from innovate_tui.workshop.checks import Action, Lens, Verdict
from innovate_tui.workshop.deck import Deck
from innovate_tui.workshop.edit import Edit, kept_without, mended, need_card, need_line, with_boards
from innovate_tui.workshop.refusal import Reason, Refused
from innovate_tui.workshop.roadmap import (
    ORIGINS,
    Energy,
    Event,
    EventKind,
    Link,
    LinkKind,
    RoadCard,
    Roadmap,
    Span,
)
from innovate_tui.workshop.session import Session
from innovate_tui.workshop.spoken import clean
from innovate_tui.workshop.stages import Stage
from innovate_tui.workshop.timeline import Division, Month, Timeline

CheckText = Literal["answer", "who_else"]
"""The two texts of a check."""


@dataclass(frozen=True, slots=True)
class RoadEdit(Edit):
    """An edit that shows on the roadmap."""

    screens: ClassVar[tuple[str, ...]] = ("roadmap",)


@dataclass(frozen=True, slots=True)
class Frame(RoadEdit):
    """Agree a timeframe, and what each of its years is divided into (R23–R26)."""

    name: ClassVar[str] = "frame"
    from_month: Month
    months: int
    divide: tuple[Division, ...] = ()

    def apply(self, session: Session, deck: Deck) -> Session:
        timeline = Timeline(self.from_month, self.months, self.divide)
        return _on_road(session, lambda road: road.framed(timeline), ("from",), ("months",), ("divide",))


@dataclass(frozen=True, slots=True)
class PlaceStage(RoadEdit):
    """Note when a stage begins and ends; without a month it is taken off (R34)."""

    name: ClassVar[str] = "place-stage"
    stage: Stage
    from_month: Month | None
    to_month: Month | None
    guess: bool = True

    def apply(self, session: Session, deck: Deck) -> Session:
        if self.from_month is None:
            return _off_road(session, lambda road: road.staged(self.stage, None), ("stages", self.stage))
        span = Span(self.from_month, self.to_month or self.from_month, self.guess)
        said = (("stages", str(self.stage), key) for key in ("from", "to", "guess"))
        return _on_road(session, lambda road: road.staged(self.stage, span), *said)


@dataclass(frozen=True, slots=True)
class MarkEvent(RoadEdit):
    """Mark a known outside moment, or change one that is marked (R27)."""

    name: ClassVar[str] = "mark-event"
    id: str
    on: date
    title: str
    event_kind: EventKind = EventKind.OTHER

    def apply(self, session: Session, deck: Deck) -> Session:
        event = Event(self.id, self.on, need_line(self.title, Reason.NO_NAME), self.event_kind)
        said = ("on", "title") if self.event_kind is EventKind.OTHER else ("on", "title", "kind")
        return _on_road(session, lambda road: road.with_event(event), *(("events", self.id, key) for key in said))


@dataclass(frozen=True, slots=True)
class RemoveEvent(RoadEdit):
    """Take an event off the timeline."""

    name: ClassVar[str] = "remove-event"
    id: str

    def apply(self, session: Session, deck: Deck) -> Session:
        return _off_road(session, lambda road: road.without_event(self.id), ("events", self.id))


@dataclass(frozen=True, slots=True)
class AddToRoad(RoadEdit):
    """Put a feature on the timeline: one more appearance of it (R38, R48)."""

    name: ClassVar[str] = "add-to-road"
    id: str
    feature: str
    from_month: Month
    energy: Energy = Energy.MEDIUM
    came_from: str = ""
    lane: int | None = None

    def apply(self, session: Session, deck: Deck) -> Session:
        need_card(session, deck, self.feature)
        if session.boards.roadmap.timeline is None:
            raise Refused(Reason.NO_TIMELINE)
        if self.id in session.boards.roadmap.cards:
            raise Refused(Reason.ID_TAKEN, self.id)
        if self.came_from and self.came_from not in ORIGINS:
            raise Refused(Reason.NO_SUCH_TOOL, self.came_from)
        card = RoadCard(
            self.id, self.feature, self.from_month, energy=self.energy, lane=self.lane, came_from=self.came_from
        )
        return _on_road(session, lambda road: road.with_card(card), ("cards", self.id))


@dataclass(frozen=True, slots=True)
class MoveOnRoad(RoadEdit):
    """Move an appearance to another month, as long as it was; its links stay (R38)."""

    name: ClassVar[str] = "move-on-road"
    id: str
    from_month: Month
    lane: int | None = None

    def apply(self, session: Session, deck: Deck) -> Session:
        said = [] if self.lane is None else [("cards", self.id, "lane")]
        return _on_road(session, lambda road: road.moved(self.id, self.from_month, self.lane), *said)


@dataclass(frozen=True, slots=True)
class Stretch(RoadEdit):
    """Let an appearance end in another month; without one it fills the period it begins in."""

    name: ClassVar[str] = "stretch"
    id: str
    to_month: Month | None

    def apply(self, session: Session, deck: Deck) -> Session:
        return _on_road(session, lambda road: road.stretched(self.id, self.to_month), ("cards", self.id, "to"))


@dataclass(frozen=True, slots=True)
class SetEnergy(RoadEdit):
    """Say how much energy an appearance takes: its size (R37, R50)."""

    name: ClassVar[str] = "set-energy"
    id: str
    energy: Energy

    def apply(self, session: Session, deck: Deck) -> Session:
        return _on_road(session, lambda road: road.sized(self.id, self.energy), ("cards", self.id, "energy"))


@dataclass(frozen=True, slots=True)
class TakeOffRoad(RoadEdit):
    """Take one appearance off the timeline, with the links that end on it."""

    name: ClassVar[str] = "take-off-road"
    id: str

    def apply(self, session: Session, deck: Deck) -> Session:
        links = session.boards.roadmap.links.values()
        ending = (("links", link.id) for link in links if self.id in (link.first, link.second))
        return _off_road(session, lambda road: road.without_card(self.id), ("cards", self.id), *ending)


@dataclass(frozen=True, slots=True)
class LinkCards(RoadEdit):
    """Draw a line between two appearances (R46, R47)."""

    name: ClassVar[str] = "link-cards"
    id: str
    first: str
    second: str
    link_kind: LinkKind = LinkKind.DEPENDENCY

    def apply(self, session: Session, deck: Deck) -> Session:
        link = Link(self.id, self.first, self.second, self.link_kind)
        return _on_road(session, lambda road: road.linked(link), ("links", self.id))


@dataclass(frozen=True, slots=True)
class Unlink(RoadEdit):
    """Take a line away."""

    name: ClassVar[str] = "unlink"
    id: str

    def apply(self, session: Session, deck: Deck) -> Session:
        return _off_road(session, lambda road: road.unlinked(self.id), ("links", self.id))


@dataclass(frozen=True, slots=True)
class WriteRoadReason(RoadEdit):
    """Write why an appearance stands where it does."""

    name: ClassVar[str] = "write-road-reason"
    typed: ClassVar[bool] = True
    id: str
    text: str

    def apply(self, session: Session, deck: Deck) -> Session:
        said = [("cards", self.id, "why")] if self.text else []
        return _on_road(session, lambda road: road.saying_why(self.id, clean(self.text)), *said)

    def continues(self, earlier: Edit) -> bool:
        return isinstance(earlier, WriteRoadReason) and earlier.id == self.id


@dataclass(frozen=True, slots=True)
class WriteLinkReason(RoadEdit):
    """Write a word on why two appearances are linked."""

    name: ClassVar[str] = "write-link-reason"
    typed: ClassVar[bool] = True
    id: str
    text: str

    def apply(self, session: Session, deck: Deck) -> Session:
        said = [("links", self.id, "why")] if self.text else []
        return _on_road(session, lambda road: road.saying_link_why(self.id, clean(self.text)), *said)

    def continues(self, earlier: Edit) -> bool:
        return isinstance(earlier, WriteLinkReason) and earlier.id == self.id


@dataclass(frozen=True, slots=True)
class SetOwner(RoadEdit):
    """Say who looks after an appearance, by the id of a person; empty for nobody."""

    name: ClassVar[str] = "set-owner"
    id: str
    owner: str

    def apply(self, session: Session, deck: Deck) -> Session:
        if self.owner and self.owner not in session.people:
            raise Refused(Reason.NO_SUCH_PERSON, self.owner)
        said = [("cards", self.id, "owner")] if self.owner else []
        return _on_road(session, lambda road: road.owned(self.id, self.owner), *said)


@dataclass(frozen=True, slots=True)
class SetRevisit(RoadEdit):
    """Say when the group means to look at its roadmap again (R22, R59)."""

    name: ClassVar[str] = "set-revisit"
    day: date | None

    def apply(self, session: Session, deck: Deck) -> Session:
        said = [("revisit",)] if self.day else []
        return _on_road(session, lambda road: road._replace(revisit=self.day), *said)


@dataclass(frozen=True, slots=True)
class SetVerdict(Edit):
    """Answer a check with yes, not yet or don't know; none takes it back (R53–R56)."""

    name: ClassVar[str] = "set-verdict"
    screens: ClassVar[tuple[str, ...]] = ("checks",)
    lens: Lens
    verdict: Verdict | None

    def apply(self, session: Session, deck: Deck) -> Session:
        checks = session.boards.checks
        changed = checks.changed(self.lens, checks.of(self.lens)._replace(verdict=self.verdict))
        if self.verdict is not None:
            session = mended(session, ("reflections", self.lens, "verdict"))
        return with_boards(session, checks=changed)


@dataclass(frozen=True, slots=True)
class WriteCheck(Edit):
    """Write what a group says through a lens, or who else has to be asked."""

    name: ClassVar[str] = "write-check"
    screens: ClassVar[tuple[str, ...]] = ("checks",)
    typed: ClassVar[bool] = True
    lens: Lens
    which: CheckText
    text: str

    def apply(self, session: Session, deck: Deck) -> Session:
        checks, text = session.boards.checks, clean(self.text)
        old = checks.of(self.lens)
        new = old._replace(answer=text) if self.which == "answer" else old._replace(who_else=text)
        if text:
            session = mended(session, ("reflections", self.lens, self.which.replace("_", "-")))
        return with_boards(session, checks=checks.changed(self.lens, new))

    def continues(self, earlier: Edit) -> bool:
        return isinstance(earlier, WriteCheck) and (earlier.lens, earlier.which) == (self.lens, self.which)


@dataclass(frozen=True, slots=True)
class WriteAction(Edit):
    """Write something to do; empty words take it away again."""

    name: ClassVar[str] = "write-action"
    screens: ClassVar[tuple[str, ...]] = ("checks",)
    typed: ClassVar[bool] = True
    id: str
    text: str

    def apply(self, session: Session, deck: Deck) -> Session:
        text = clean(self.text)
        if not text.strip():
            rest = {key: action for key, action in session.actions.items() if key != self.id}
            if self.id in session.actions:
                session = replace(session, kept=kept_without(session, ("actions", self.id)))
            return replace(session, actions=rest)
        session = mended(session, ("actions", self.id, "text"))
        action = session.actions.get(self.id, Action(self.id, ""))._replace(text=text)
        return replace(session, actions={**session.actions, self.id: action})

    def continues(self, earlier: Edit) -> bool:
        return isinstance(earlier, WriteAction) and earlier.id == self.id


@dataclass(frozen=True, slots=True)
class AssignAction(Edit):
    """Say who does something, and until when."""

    name: ClassVar[str] = "assign-action"
    screens: ClassVar[tuple[str, ...]] = ("checks",)
    id: str
    owner: str
    due: date | None

    def apply(self, session: Session, deck: Deck) -> Session:
        if self.id not in session.actions:
            raise Refused(Reason.NO_SUCH_ITEM, self.id)
        if self.owner and self.owner not in session.people:
            raise Refused(Reason.NO_SUCH_PERSON, self.owner)
        action = session.actions[self.id]._replace(owner=self.owner, due=self.due)
        said = [key for key, value in (("owner", self.owner), ("due", self.due)) if value]
        session = mended(session, *(("actions", self.id, key) for key in said))
        return replace(session, actions={**session.actions, self.id: action})


def _on_road(session: Session, change: Callable[[Roadmap], Roadmap], *said: tuple[str, ...]) -> Session:
    """The session with a changed roadmap, on which these paths are said now: what could not stand there gives way."""
    changed = with_boards(session, roadmap=change(session.boards.roadmap))
    return mended(changed, *(("roadmap", *path) for path in said))


def _off_road(session: Session, change: Callable[[Roadmap], Roadmap], *items: tuple[str, ...]) -> Session:
    """The session without some items of its roadmap, nor anything that the file kept with them."""
    changed = with_boards(session, roadmap=change(session.boards.roadmap))
    return replace(changed, kept=kept_without(session, *(("roadmap", *item) for item in items)))
