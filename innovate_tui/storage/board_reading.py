"""Reading the boards, of a session or of a round: what cannot stand on a board is kept, and the rest of it stands."""

from collections.abc import Mapping

from innovate_tui.storage.kept_items import Item, is_line, shown
from innovate_tui.storage.road_reading import read_check, read_roadmap
from innovate_tui.storage.session_text import ANSWER
from innovate_tui.workshop.checks import Check, Checks, Lens
from innovate_tui.workshop.deck import Deck
from innovate_tui.workshop.diamond import NOTHING_SAID, PLACES, Diamond, Standing
from innovate_tui.workshop.features import Kind
from innovate_tui.workshop.quadrants import LEAST, MOST, NOWHERE, Mitigation, Position, Quadrants
from innovate_tui.workshop.reflections import Answer, Reflections
from innovate_tui.workshop.session import Boards, OwnFeature, Person

TOOLS = ("diamond", "quadrants", "roadmap")


class BoardReading:
    """What the boards of one file are read with: the cards and people that there are, the questions of the deck."""

    def __init__(self, deck: Deck, own: Mapping[str, OwnFeature], people: Mapping[str, Person]) -> None:
        self.deck = deck
        self.own = own
        self.people = people
        self.questions = {prompt.id: prompt.question for tool in deck.tools.values() for prompt in tool.prompts}

    def boards(self, item: Item) -> Boards:
        """The boards of the session or of a round."""
        diamond = self._diamond(item.item("diamond"))
        quadrants = self._quadrants(item.item("quadrants"))
        roadmap = read_roadmap(item.item("roadmap"), self._is_card, self.people)
        reflections, checks = self._reflections(item)
        return Boards(diamond, quadrants, reflections, roadmap, checks)

    def _kind_of(self, card: str) -> Kind | None:
        known = self.deck.by_id.get(card) or self.own.get(card)
        return known.kind if known else None

    def _is_card(self, card: str) -> bool:
        return self._kind_of(card) is not None

    def _diamond(self, item: Item) -> Diamond:
        fixed = item.moment("fixed")
        cards: dict[str, Standing] = {}
        places: dict[int, str] = {}
        for card in item.items("cards", known=self._is_card):
            if self._kind_of(card.id) is not Kind.ENABLER:
                card.keep_whole("Diamond 9 sorts enablers, and this card is none.", "Take it out.")
                continue
            place = self._place(card, places)
            standing = Standing(place, card.text("why"), card.text("dissent"))
            if standing != NOTHING_SAID:
                cards[card.id] = standing
            card.keep_rest()
        item.keep_rest()
        return Diamond(cards, fixed)

    def _place(self, card: Item, places: dict[int, str]) -> int | None:
        value: object = card.left.pop("place", None)
        if value is None:
            return None
        if isinstance(value, bool) or not isinstance(value, int) or value not in PLACES:
            mend = "Write a whole number from 1 to 9, or take the line out."
            card.trouble("place", value, f"The diamond has no place {shown(value)}.", mend)
            return None
        if value in places:
            what = f"Place {value} is taken by “{places[value]}”."
            card.trouble("place", value, what, "Give one of them another place.")
            return None
        places[value] = card.id
        return value

    def _quadrants(self, item: Item) -> Quadrants:
        fixed = item.moment("fixed")
        cards: dict[str, Position] = {}
        for card in item.items("cards", known=self._is_card):
            if self._kind_of(card.id) is not Kind.INFLUENCE:
                card.keep_whole("Four Quadrants places influences, and this card is none.", "Take it out.")
                continue
            importance, threat = self._on_axis(card, "importance"), self._on_axis(card, "threat")
            position = Position(importance, threat, card.text("why"), card.text("dissent"))
            if position != NOWHERE:
                cards[card.id] = position
            card.keep_rest()
        mitigations: dict[str, dict[str, Mitigation]] = {}
        for influence in item.items("mitigations", known=self._is_card):
            if self._kind_of(influence.id) is not Kind.INFLUENCE:
                influence.keep_whole("Help is chosen for influences, and this card is none.", "Take it out.")
                continue
            helpers = self._helpers(influence)
            if helpers:
                mitigations[influence.id] = helpers
        item.keep_rest()
        return Quadrants(cards, mitigations, fixed)

    def _on_axis(self, card: Item, axis: str) -> int | None:
        value: object = card.left.pop(axis, None)
        if value is None:
            return None
        if isinstance(value, bool) or not isinstance(value, int) or not LEAST <= value <= MOST:
            mend = f"Write a whole number from {LEAST} to {MOST}, or take the line out."
            card.trouble(axis, value, f"{shown(value)} is not on the grid.", mend)
            return None
        return value

    def _helpers(self, influence: Item) -> dict[str, Mitigation]:
        """What was chosen to help with an influence."""
        found: dict[str, Mitigation] = {}
        for helper in influence.each(known=self._is_card):
            if self._kind_of(helper.id) is not Kind.NEXT_LEVEL:
                what = "Only a next-level facilitator can help with an influence, and this card is none."
                helper.keep_whole(what, "Take it out.")
                continue
            found[helper.id] = Mitigation(helper.text("why"))
            helper.keep_rest()
        return found

    def _reflections(self, boards: Item) -> tuple[Reflections, Checks]:
        """The answers to the questions of the tools, and what was said through each lens."""
        answers: dict[str, Answer] = {}
        checks: dict[Lens, Check] = {}
        lenses = {str(lens): lens for lens in Lens}
        for item in boards.items("reflections"):
            if item.id in lenses:
                check = read_check(item)
                if check != Check():
                    checks[lenses[item.id]] = check
                continue
            answer = self._answer(item)
            if answer is not None and answer != Answer():
                answers[item.id] = answer
        return Reflections(answers), Checks(checks)

    def _answer(self, item: Item) -> Answer | None:
        """An answer; the deck's own question beside it is no rewording. None where nobody can say what was asked."""
        known = self.questions.get(item.id)
        if known is None and not is_line(item.left.get("question")):
            item.keep_whole("Nobody can say what the question was.", 'Add question = "...", or take it out.')
            return None
        tool = "" if known is not None else item.left.pop("tool", TOOLS[0])
        if known is None and tool not in TOOLS:
            item.left["tool"] = tool
            item.keep_whole("There is no such tool to step back from.", f"Write tool as one of: {', '.join(TOOLS)}.")
            return None
        question, text, skipped = item.line("question"), item.text("answer"), item.flag("skipped")
        item.keep_rest(ANSWER)
        return Answer(text, "" if question == known else question, skipped, tool)
