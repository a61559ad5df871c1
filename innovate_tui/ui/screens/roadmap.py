"""The Roadmap screen: agree a timeframe, note stages and events, place cards of three sizes, link them, repeat them."""

from dataclasses import replace
from functools import partial
from typing import Any, ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.events import Resize

from innovate_tui.ui import commands as key
from innovate_tui.ui.commands import EVERYWHERE, Command
from innovate_tui.ui.minting import now
from innovate_tui.ui.screens import road_boxes, road_card_box
from innovate_tui.ui.screens.board_screen import SAYING, WORKING, BoardScreen, screen_bindings
from innovate_tui.ui.screens.people_boxes import choose_person
from innovate_tui.ui.screens.words_box import Field, Heading, WordsBox
from innovate_tui.ui.widgets import road_words
from innovate_tui.ui.widgets.board import Board
from innovate_tui.ui.widgets.frame import Detail, Steps
from innovate_tui.ui.widgets.road_board import ON_ROAD, RoadBoard
from innovate_tui.ui.widgets.road_heads import on_head
from innovate_tui.ui.widgets.road_scene import LINK, NO_TIMEFRAME, PLACE_FIRST, TIMEFRAME, RoadScene
from innovate_tui.workshop import road_wording
from innovate_tui.workshop.cautions import Caution, Worry, cautions
from innovate_tui.workshop.deck import Act, Deck, StepWords
from innovate_tui.workshop.edits import Edit
from innovate_tui.workshop.features import Kind
from innovate_tui.workshop.history import History
from innovate_tui.workshop.offers import offers, priorities
from innovate_tui.workshop.road_edits import SetOwner, WriteRoadReason
from innovate_tui.workshop.road_rounds import kept_by_rule
from innovate_tui.workshop.road_story import story
from innovate_tui.workshop.road_wording import STAGES, caution_words, when
from innovate_tui.workshop.session import Session
from innovate_tui.workshop.spelling import ONE_ROW, Naming, fitting, name_of
from innovate_tui.workshop.stages import Stage

PARK = replace(key.PARK, keys=("semicolon",))
"""As on every screen, but that k links here."""
ADD = key.ADD.saying("add", "add: card, event, stage; timeframe")
LINK_WHY = Command("link_why", (), "p why", "why linked", key.SAY, "why two cards are linked")
OPEN = key.ENTER.saying("read", "all about it, or put it down")
TAKE_OFF = key.LIFT.saying("take off", "take it off the timeline")
ANSWERS = (
    key.MOVE,
    key.CARD,
    road_words.PERIODS,
    TAKE_OFF,
    key.CARRY,
    OPEN,
    key.READ,
    key.NEXT_THING,
    key.FIND,
    *ON_ROAD,
    *(command for command in SAYING if command not in (key.DISSENT, key.ADD)),
    ADD,
    LINK_WHY,
    key.OWNER,
    *WORKING,
)
ANYWHERE = tuple(PARK if command is key.PARK else command for command in EVERYWHERE)
NO_STEP = StepWords("", "", "", "")


class RoadmapScreen(BoardScreen):
    """Plan when to put energy where."""

    place = "roadmap"
    board_name = "roadmap"  # type: ignore[assignment]  # the base knows the two boards whose cards have one place
    kind = Kind.NEXT_LEVEL
    commands = ANSWERS + ANYWHERE
    BINDINGS: ClassVar[list[BindingType]] = screen_bindings((*ANSWERS, PARK), *ON_ROAD, TAKE_OFF, OPEN, key.PARK)
    DEFAULT_CSS = "RoadmapScreen #detail { display: none; }"

    def __init__(self, history: History, deck: Deck, focus: str = "") -> None:
        super().__init__(history, deck, focus)
        self.road = RoadBoard()
        """The timeline."""

    def boards(self) -> ComposeResult:
        """The timeline alone; everything stands on it."""
        yield self.road

    @property
    def board(self) -> Board[Any, Any]:
        """The timeline."""
        return self.road

    def act_to_begin_with(self) -> Act | None:
        """What the group has come to."""
        roadmap = self.session.boards.roadmap
        if roadmap.timeline is None:
            return Act.TIMEFRAME
        if roadmap.fixed:
            return Act.CHECK
        return Act.BUILD if roadmap.cards else Act.BEGIN if roadmap.stages else Act.STAGES

    @property
    def step(self) -> tuple[Act, StepWords]:
        """The step that the group is at; a deck may have none."""
        return super().step if self.tool.steps_for(self.session.mode) else (Act.BUILD, NO_STEP)

    @property
    def fixed(self) -> bool:
        """Whether the roadmap is stuck down."""
        return self.session.boards.roadmap.fixed is not None

    def steps(self) -> Steps:
        """The steps of the session's mode, if the deck has any."""
        return super().steps() if self.tool.steps_for(self.session.mode) else Steps()

    # --- what is shown ------------------------------------------------------------------------------------------------

    def show_board(self) -> None:
        """The timeline as the session has it."""
        self.road.large = self.has_class("-large")
        self.road.show(self.scene(), self.made)

    def scene(self) -> RoadScene:
        """What the timeline shows of the session now."""
        session = self.session
        titles = {stage: card.title if (card := self.deck.stage(stage)) else STAGES[stage] for stage in Stage}
        told = story(session.boards.roadmap, lambda stage: titles[Stage(stage)], partial(name_of, self.cards))
        scene = RoadScene(
            cards=self.cards.all,
            road=session.boards.roadmap,
            said=session.said,
            experts=self.experts(),
            offers=offers(session, self.cards),
            people={person: session.called(person) for person in session.people},
            stage_titles=titles,
            cautions=self._of_each_card(),
        )
        return self.guided(scene, *road_words.know(*self.step, self.to_think_about(), told))

    def _of_each_card(self) -> dict[str, tuple[str, ...]]:
        """What deserves thought about each card, in words."""
        found: dict[str, tuple[str, ...]] = {}
        road = self.session.boards.roadmap
        for caution in _worries(self.session):
            words = self.caution(caution)
            cards = [each for each in caution.about if each in road.cards]
            if caution.worry is Worry.HEAVY_PERIOD and road.timeline is not None:
                period = road.timeline.periods[int(caution.about[0]) - 1]
                cards = [card.id for card in road.beginning_in(period)]
            for card in cards:
                found[card] = (*found.get(card, ()), words)
        return found

    def to_think_about(self) -> tuple[str, ...]:
        """All that deserves thought, in words."""
        return tuple(self.caution(caution) for caution in _worries(self.session))

    def action_step(self, by: int) -> None:
        """Another step; at the one of stepping back it is said what deserves thought."""
        before = self.at_step
        if not self.tool.steps_for(self.session.mode):
            self.say("This deck has no steps for the Roadmap. ? lists the keys.")
            return
        super().action_step(by)
        if self.at_step == before:
            return
        if self.step[0] not in (Act.TIMEFRAME, Act.STAGES) and on_head(self.road.view) and self.road.scene.tray:
            self.road.look_at(self.road.scene.tray[0])  # a digit is for cards now, and moves no stage
            self.show_chosen()
        stepping_back = self.step[0] in (Act.STORY, Act.CHECK)
        self.say(self.greeting() if stepping_back else road_words.in_short(self.step[1].do, self.size.width - 2))

    def action_guide(self) -> None:
        """What to do in this step, where the deck says so."""
        if self.step[1] is NO_STEP:
            self.say("This deck says nothing of the Roadmap's steps. ? lists the keys.")
        else:
            super().action_guide()

    def caution(self, caution: Caution, before: str = "", after: str = "") -> str:
        """A thing to think about, in words that end in sight with what stands before and after them."""

        def said(name: Naming) -> str:
            return f"{before}{caution_words(caution, self.session, self.deck, name)}{after}"

        return fitting(said, self.cards.all)

    def detail(self) -> Detail:
        """The chosen card stands beneath the lanes, so there are no rows for it."""
        return Detail()

    def on_resize(self, event: Resize) -> None:
        """Another size has other periods in sight, so other digits matter."""
        self.call_after_refresh(self.show_chosen)

    def footer(self) -> tuple[Command, ...]:
        """The keys that matter now."""
        return self.worded(road_words.footer(self.road.scene, self.road.view, self.step[0]))

    def begin(self) -> None:
        """Begin; where the day to look again has come, that is said first, and once."""
        super().begin()
        if again := road_wording.to_look_again(self.session, now().date()):
            self.say(f"{again} a 5 sets a new day.")

    def greeting(self) -> str:
        """What is next."""
        return road_words.next_due(self.scene(), self.step[0], self.to_think_about())

    def due(self) -> str:
        """What is next once this step is complete."""
        return road_wording.going_on(self.session, self.deck, self.step[0])

    def complete(self) -> str:
        """That what this step is for is done."""
        return road_wording.complete(self.session, self.step[0])

    def say_where(self) -> None:
        """Say what is in hand or chosen."""
        self.say(road_words.where(self.road.scene, self.road.view))

    def perform(self, edit: Edit, *, quietly: bool = False) -> bool:
        """Make an edit; what deserves thought since then is said with it, and forbids nothing."""
        session, before = self.session, set(_worries(self.session))
        made = super().perform(edit, quietly=quietly)
        if made and not quietly and not kept_by_rule(session, self.session):
            new = [caution for caution in _worries(self.session) if caution not in before and caution.worry in SAID]
            if new:
                ways = (("To think about: ", " u undoes."), ("To think about: ", ""), ("", " u undoes."))
                said = [self.caution(new[0], before, after) for before, after in ways]
                self.say(next((words for words in said if len(words) <= ONE_ROW), said[-1]))
        return made

    # --- what keys open -----------------------------------------------------------------------------------------------

    def open_it(self, target: str) -> None:
        """Agree a timeframe, change a stage or an event, read a card."""
        if self.session.boards.roadmap.timeline is None and target == TIMEFRAME:
            road_boxes.frame(self)
        elif target == LINK:
            road_card_box.link(self, self.road.view.link)
        elif target in self.session.boards.roadmap.cards:
            road_card_box.card(self, target)
        elif self.road.view.where == "stage":
            road_boxes.stage(self, Stage(self.road.view.at))
        elif self.road.view.where == "event":
            road_boxes.event(self, self.road.view.at)
        else:
            self.post_message(self.GoTo("cards", target))

    def action_go(self, place: str) -> None:
        """Go to another screen; from here the questions are those to a plan."""
        super().action_go("checks" if place == "reflections" else place)

    def action_read(self) -> None:
        """Read the chosen card; on a stage, its text (R35)."""
        if self.road.view.where == "stage":
            road_boxes.stage_text(self, Stage(self.road.view.at))
        elif self.session.boards.roadmap.timeline is None:
            road_boxes.choose_stage(self, "Read about a stage", lambda stage: road_boxes.stage_text(self, stage))
        else:
            super().action_read()

    def action_add(self) -> None:
        """Add an event, a stage, or a card of the group's own; or change the timeframe."""
        road_boxes.add(self, super().action_add)

    def reasons(self, at: str) -> None:
        """The box with why a card stands where it does."""
        road = self.session.boards.roadmap
        card = road.cards.get(self.road.subject)
        if self.road.view.link:
            road_card_box.link_reason(self, self.road.view.link)
            return
        if card is None and on_head(self.road.view):
            self.open_it(self.road.view.where)
            return
        if card is None:
            self.say(NO_TIMEFRAME if self.session.boards.roadmap.timeline is None else PLACE_FIRST)
            return
        feature = self.cards.all[card.feature]

        def typed(_: str, text: str) -> None:
            self.perform(WriteRoadReason(card.id, text), quietly=True)

        self.write(
            WordsBox(
                self.styles_in_use,
                f"Why here: {when(road.timeline, card.first)}",
                Heading(feature.title, feature.letter, feature.kind),
                (Field("why", "", card.why, rows=3),),
                on_typed=typed,
                status="What this card is for in this period.",
            ),
            "Kept your reason.",
        )

    def action_link_why(self) -> None:
        """A word on why the chosen card is linked."""
        road_card_box.link_reasons(self)

    def action_owner(self) -> None:
        """Say who looks after a card."""
        card = self.session.boards.roadmap.cards.get(self.road.subject)
        if card is None:
            self.say(NO_TIMEFRAME if self.session.boards.roadmap.timeline is None else PLACE_FIRST)
        else:
            appearance = card.id
            choose_person(self, "Who looks after it", lambda owner: self.own(appearance, owner))

    def own(self, appearance: str, owner: str) -> None:
        """Somebody looks after a card, or nobody."""
        self.perform(SetOwner(appearance, owner))


SAID = (Worry.AFTER_WHAT_NEEDS_IT, Worry.CIRCLE, Worry.HEAVY_PERIOD, Worry.EVENT_ON_LARGE_CARD, Worry.OUTSIDE_TIMEFRAME)
"""What is said as soon as a change leads to it; the rest is said where one steps back."""


def _worries(session: Session) -> tuple[Caution, ...]:
    return cautions(session.boards.roadmap, [offer.feature for offer in priorities(session)])
