"""The People screen: who takes part, who reads which cards for the others, and how long that takes."""

from dataclasses import replace
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType

from innovate_tui.ui import commands as key
from innovate_tui.ui.commands import EVERYWHERE, Command, bindings
from innovate_tui.ui.screens.chooser import Choice, Chooser
from innovate_tui.ui.screens.people_boxes import add_people, choose_expert, rename_person
from innovate_tui.ui.screens.session_screen import SessionScreen
from innovate_tui.ui.widgets.cards_reading import reads_entry
from innovate_tui.ui.widgets.frame import Detail, Steps
from innovate_tui.ui.widgets.people_page import PeoplePage
from innovate_tui.ui.widgets.people_view import NOBODY, NOT_ALONE, PeopleScene, Reader, View, scene_of
from innovate_tui.workshop import people_wording
from innovate_tui.workshop.deck import Deck, Mode
from innovate_tui.workshop.features import Kind
from innovate_tui.workshop.history import History
from innovate_tui.workshop.people import read_by_nobody
from innovate_tui.workshop.people_edits import Deal, MakeExpert, RemovePerson
from innovate_tui.workshop.spelling import count

WHO = Command("", ("up", "down"), "↑↓", "person", key.CHOOSE, "person before, next one")
ALONG = Command("", ("left", "right"), "←→", "card", key.CHOOSE, "through the cards of a person")
GIVE = Command("", (), "1-9", "person", key.CHOOSE, "choose, or give a card to")
NOBODY_READS = Command("", (), "0", "nobody", key.CHOOSE, "the chosen card goes to nobody")
OPEN = key.ENTER.saying("read theirs", "read all their cards")
DEAL = Command("deal", ("l",), "l", "share out", key.SAY, "share the cards out evenly")
DEAL_OWN = Command("deal_own", (), "p", "share ours too", key.SAY, "share out our own cards too")
ADD = key.ADD.saying("add people", "add people, several at once")
RENAME = key.REWORD.saying("rename", "another name, or none")
TAKE_OUT = key.REMOVE.saying("take out", "take a person out")
GIVE_CARD = key.EXPERT.saying("give a card", "choose a card's reader")
ANSWERS = (
    WHO,
    ALONG,
    key.CARD.saying("that card", "shift+letter: that card"),
    GIVE,
    NOBODY_READS,
    OPEN,
    key.READ.saying("read", "read a card, or all of theirs"),
    key.NEXT_CARD.saying("next", "next person"),
    key.FIND,
    DEAL,
    DEAL_OWN,
    GIVE_CARD,
    ADD,
    RENAME,
    TAKE_OUT,
    key.STEP_BACK.saying("kind before"),
    key.STEP_ON.saying("next kind"),
)
ON_THE_PAGE = ("enter", "entry(1)")
SHARING = (ALONG, GIVE, NOBODY_READS, OPEN, DEAL, DEAL_OWN, GIVE_CARD)
"""What only a group needs."""


class PeopleScreen(SessionScreen):
    """Who is in the room, and who reads what."""

    place = "people"
    commands = ANSWERS + EVERYWHERE
    BINDINGS: ClassVar[list[BindingType]] = bindings(
        command for command in commands if command.action not in ON_THE_PAGE
    )

    def __init__(self, history: History, deck: Deck, focus: str = "") -> None:
        super().__init__(history, deck, focus)
        self.kinds = tuple(kind for kind in Kind if deck.of_kind(kind)) or (Kind.ENABLER,)
        self.kind = self._kind_wanted() or self._kind_due()
        self.page = PeoplePage()
        """The people and their cards."""

    def middle(self) -> ComposeResult:
        """The page alone."""
        yield self.page

    @property
    def alone(self) -> bool:
        """Whether one person works here: then there is nothing to share out."""
        return self.session.mode is Mode.INDIVIDUAL

    def begin(self) -> None:
        """Begin with the first person, or whoever is wanted."""
        self.page.focus()
        super().begin()
        self._look_at_what_is_wanted()

    def resume(self, history: History, focus: str = "") -> None:
        """Come back, perhaps to another kind of card, or to a person."""
        self.wanted = focus
        self.kind = self._kind_wanted() or self.kind
        super().resume(history, focus)
        self._look_at_what_is_wanted()

    def _kind_wanted(self) -> Kind | None:
        if self.wanted in self.kinds:
            return Kind(self.wanted)
        return self.cards.all[self.wanted].kind if self.wanted in self.cards.all else None

    def _kind_due(self) -> Kind:
        """The first kind of which nobody reads some card."""
        return next((kind for kind in self.kinds if read_by_nobody(self.session, self.deck, kind)), self.kinds[0])

    def _look_at_what_is_wanted(self) -> None:
        scene = self.page.scene
        if self.wanted in self.session.people:
            self.page.go(View(self.wanted))
        elif holder := scene.holder(self.wanted):
            self.page.go(View(holder, self.wanted))
        self.wanted = ""

    # --- what is shown ------------------------------------------------------------------------------------------------

    def show_session(self) -> None:
        """The page, then the frame around it."""
        self.page.show(self.scene())
        super().show_session()

    def scene(self) -> PeopleScene:
        """What the page shows of the session now."""
        return scene_of(self.session, self.deck, self.kind)

    def state(self) -> str:
        """The name of the screen."""
        return "People"

    def steps(self) -> Steps:
        """The kinds of card, in the place of steps."""
        if self.alone:
            return Steps()
        words = [self.deck.kinds[kind] for kind in self.kinds]
        names = tuple(each.plural for each in words)
        return Steps(names, names, self.kinds.index(self.kind))

    @property
    def row(self) -> Reader | None:
        """The row that is chosen."""
        return self.page.scene.row(self.page.view.at)

    def detail(self) -> Detail:
        """The chosen card and whom to ask; or the chosen person with all that is theirs."""
        view, row = self.page.view, self.row
        feature = self.cards.all.get(view.card)
        if feature is not None:
            expert = self.session.expert_for(feature.id)
            return Detail(
                feature.letter,
                feature.kind,
                feature.title,
                f"expert: {expert}" if expert else "nobody reads it yet",
                feature.takeaway or feature.question,
            )
        if row is None:
            return Detail()
        titles = "; ".join(self.cards.all[card].title for card in row.cards)
        minutes = f"about {count(row.minutes, 'minute')}" if row.minutes else ""
        facts = " · ".join(part for part in (count(len(row.cards), "card") if row.cards else "", minutes) if part)
        after = f"Looks after {row.after}." if row.after else ""
        return Detail(title=row.name, facts=facts, line=titles or after)

    def footer(self) -> tuple[Command, ...]:
        """The keys that matter now."""
        if not self.session.people:
            return (ADD, key.BACK, key.HELP)
        if self.alone:
            return (WHO, ADD, RENAME, TAKE_OUT, key.BACK, key.HELP)
        people = len(self.session.people)
        give = replace(GIVE, key=f"1-{min(people, 9)}" if people > 1 else "1", words="give it to them")
        if self.page.view.card:
            return (give, NOBODY_READS, key.READ, ALONG, key.UNDO, key.BACK, key.HELP)
        if read_by_nobody(self.session, self.deck, self.kind):
            return (DEAL, key.CARD, ADD, OPEN, RENAME, key.BACK, key.HELP)
        return (OPEN, key.CARD, key.STEP_ON.saying("next kind"), ADD, RENAME, key.BACK, key.HELP)

    @property
    def offered(self) -> tuple[Command, ...]:
        """Without what only a group needs, where one works alone."""
        return tuple(command for command in super().offered if not (self.alone and command in SHARING))

    def greeting(self) -> str:
        """What is due."""
        if self.alone:
            return "a adds somebody who looks after something." if not self.session.people else ""
        return people_wording.state(self.session, self.deck, self.kind)

    def say_where(self) -> None:
        """What is chosen."""
        view = self.page.view
        if view.card:
            self.say("A digit gives this card to that person, 0 to nobody.")
        elif view.at in self.session.people and not self.alone:
            self.say(people_wording.of_person(self.session, self.deck, view.at, self.kind))
        else:
            self.say(self.greeting())

    @on(PeoplePage.Said)
    def answer_key(self, event: PeoplePage.Said) -> None:
        """Somebody else, another card, or a card for somebody else."""
        event.stop()
        if event.answer.edit is not None:
            self.perform(event.answer.edit)
            return
        self.show_chosen()
        if event.answer.say:
            self.say(event.answer.say)
        else:
            self.say_where()

    # --- what keys do -------------------------------------------------------------------------------------------------

    @on(PeoplePage.Opened)
    def open_it(self) -> None:
        """Read the chosen card, or all cards of the chosen person."""
        view, row = self.page.view, self.row
        if view.card:
            self.post_message(self.GoTo("cards", view.card))
        elif row is None:
            self.action_add()
        elif self.alone:
            self.action_reword()
        elif row.id == NOBODY:
            self.action_deal()
        elif not row.cards:
            self.say_where()
        else:
            self.post_message(self.GoTo("cards", reads_entry(row.id, self.kind)))

    def action_read(self) -> None:
        """Read the chosen card, or all cards of the chosen person."""
        self.open_it()

    def action_back(self) -> None:
        """From a card to its person, then one screen back."""
        if self.page.view.card:
            self.page.go(View(self.page.view.at))
        else:
            super().action_back()

    def action_step(self, by: int) -> None:
        """The next kind of card, or the one before."""
        if self.alone:
            self.say(NOT_ALONE)
            return
        wanted = self.kinds.index(self.kind) + by
        if not 0 <= wanted < len(self.kinds):
            self.say("This is the last kind." if by > 0 else "This is the first kind.")
            return
        self.kind = self.kinds[wanted]
        self.page.view = View(self.page.view.at)
        self.show_session()
        self.say(self.greeting())

    def action_deal(self) -> None:
        """Share the deck's cards of this kind out."""
        self._deal(own=False)

    def action_deal_own(self) -> None:
        """Share the group's own cards out with them."""
        self._deal(own=True)

    def _deal(self, *, own: bool) -> None:
        if self.alone:
            self.say(NOT_ALONE)
        else:
            self.perform(Deal(self.kind, own))

    def action_expert(self) -> None:
        """Who reads the chosen card; or which card the chosen person reads."""
        view, row = self.page.view, self.row
        if self.alone:
            self.say(NOT_ALONE)
        elif view.card:
            choose_expert(self, view.card)
        elif row is not None and row.id in self.session.people:
            person = row.id
            choices = [
                Choice(card.id, card.letter, card.title, card.kind)
                for card in self.cards.of_kind(self.kind)
                if card.id not in row.cards
            ]
            chooser = Chooser(self.styles_in_use, f"A card for {row.name}", "its letter, or a word of it", choices)

            def chosen(card: str | None) -> None:
                if card:
                    self.perform(MakeExpert(card, person))

            self.app.push_screen(chooser, chosen)
        else:
            self.say("Choose a person or a card first.")

    def action_find(self) -> None:
        """Find a card by letter or word."""
        self.find(list(self.cards.of_kind(self.kind)))

    def found(self, card: str) -> None:
        """Choose the card that was looked for."""
        if holder := self.page.scene.holder(card):
            self.page.go(View(holder, card))

    def action_add(self) -> None:
        """More people."""

        def added(ids: tuple[str, ...]) -> None:
            self.page.go(View(ids[0]), self.greeting())

        add_people(self, added)

    def action_reword(self) -> None:
        """Another name for the chosen person."""
        if (person := self._person()) is not None:
            rename_person(self, person)

    def action_remove(self) -> None:
        """Take the chosen person out."""
        if (person := self._person()) is not None:
            self.perform(RemovePerson(person))

    def _person(self) -> str | None:
        person = self.page.view.at
        if person in self.session.people:
            return person
        self.say("Choose a person first.")
        return None
