"""Boxes about people, for any screen: who takes part, who it is, and the expert of a card."""

from collections.abc import Callable

from innovate_tui.ui.minting import mint
from innovate_tui.ui.screens.chooser import Choice, Chooser
from innovate_tui.ui.screens.session_screen import SessionScreen
from innovate_tui.ui.screens.words_box import Field, Heading, WordsBox
from innovate_tui.workshop.people import names_in
from innovate_tui.workshop.people_edits import AddPeople, MakeExpert, RenamePerson
from innovate_tui.workshop.spelling import name_of

ADD = "add:"
"""The choice that adds somebody. No person's id has a colon."""


def add_people(screen: SessionScreen, added: Callable[[tuple[str, ...]], None] | None = None) -> None:
    """Ask who takes part and add them, several at once; then `added` hears their ids."""

    def closed(words: dict[str, str] | None) -> None:
        names = names_in(words["names"]) if words else ()
        if not names:
            screen.say("Nobody was added.")
            return
        ids = tuple(mint("p") for _ in names)
        if screen.perform(AddPeople(ids, names)) and added is not None:
            added(ids)

    box = WordsBox(
        screen.styles_in_use,
        "Who takes part",
        Heading("One per line, or with commas between: names, initials, roles. Or only how many, such as 6."),
        (Field("names", "", "", rows=6, enter_keeps=False, listing=True),),
        promise="Enter twice, or esc, adds them. Without words nobody is added.",
        status="Those at the table. No names of children or families.",
    )
    screen.app.push_screen(box, closed)


def rename_person(screen: SessionScreen, person: str) -> None:
    """Ask for another name; without one they are known by their number."""

    def typed(_: str, text: str) -> None:
        screen.perform(RenamePerson(person, text), quietly=True)

    screen.write(
        WordsBox(
            screen.styles_in_use,
            "Another name",
            Heading("A name, initials or a role. It may stay empty."),
            (Field("name", "", screen.session.people[person].name, rows=1, single=True),),
            on_typed=typed,
            status=f"Now: {screen.session.called(person)}.",
        ),
        "Kept the name.",
        "u brings the old one back.",
    )


def choose_person(screen: SessionScreen, title: str, chosen: Callable[[str], None], *, nobody: str = "nobody") -> None:
    """Ask for one of the people; `chosen` hears an id, or nothing for nobody. Somebody can be added on the way."""

    def added(ids: tuple[str, ...]) -> None:
        if len(ids) == 1:
            chosen(ids[0])
        else:
            choose_person(screen, title, chosen, nobody=nobody)

    def closed(person: str | None) -> None:
        if person == ADD:
            add_people(screen, added)
        elif person is not None:
            chosen(person)

    people = [
        Choice(person, str(number) if number <= 9 else "", screen.session.called(person))
        for person, number in ((each, screen.session.number(each)) for each in screen.session.people)
    ]
    if not people:
        add_people(screen, added)
        return
    choices = [*people, Choice("", "0", nobody), Choice(ADD, "+", "add somebody")]
    chooser = Chooser(screen.styles_in_use, title, "a number or a name", choices, digits=True)
    screen.app.push_screen(chooser, closed)


def choose_expert(screen: SessionScreen, card: str) -> None:
    """Ask who is the expert for a card."""

    def chosen(person: str) -> None:
        screen.perform(MakeExpert(card, person))

    choose_person(screen, f"Expert: {name_of(screen.cards, card)}", chosen)
