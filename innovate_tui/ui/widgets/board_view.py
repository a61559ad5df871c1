"""What the boards share, as values: the list beside a board, the hand, what a key comes to. No Textual here.

A board adds its own scene (what the session says), its own view (where the person is) and the meaning of each key as
a pure function of the two. A module of such functions is what `Keys` asks for.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import KW_ONLY, dataclass, field, replace
from typing import Generic, Literal, NamedTuple, Protocol, TypeVar

from innovate_tui.workshop.edits import Edit
from innovate_tui.workshop.features import Feature
from innovate_tui.workshop.guide_wording import GuidePart
from innovate_tui.workshop.session import Said

Direction = Literal["up", "down", "left", "right"]
FIXED = "This board is fixed. f unfixes it."
IN_HAND = "A card is in hand. Enter puts it down, esc puts it back."
CAPS_LOCK = "Capitals choose cards. Is Caps Lock on?"
PUT_BACK = "Put back. Nothing has changed."


@dataclass(frozen=True, slots=True)
class SideItem:
    """Something in the list beside the board that can be chosen: a card, or a question to step back with."""

    id: str
    question: str = ""
    """The words of a question; empty for a card."""
    short: str = ""
    """The question in a few words, for where it is not chosen."""
    answered: bool = False


class Guide(NamedTuple):
    """What to say and to do in a step, as the room may read it."""

    title: str
    minutes: str = ""
    """How many are planned and used, in words."""
    parts: tuple[GuidePart, ...] = ()
    page: int = 0
    """Which page of it is open, counted from 0."""


@dataclass(frozen=True)
class BoardScene:
    """All that a board shows of a session; each board adds what is on it, and perhaps more."""

    cards: Mapping[str, Feature]
    """Every card by id, those of other kinds too: their letters are answered in words."""
    _: KW_ONLY
    said: Mapping[str, Said] = field(default_factory=dict)
    experts: Mapping[str, str] = field(default_factory=dict)
    """Who read which card for the others, by the card's id."""
    questions: tuple[SideItem, ...] = ()
    """The questions of the review step; while there are any they stand beside the board, and the tray does not."""
    guide: Guide | None = None
    """The guide of the step where it is open in a small window: it stands there in place of the tray."""
    notes: tuple[str, ...] = ()
    """What stands under the tray: paragraphs, shown as far as there is room."""
    as_list: bool = False
    """Whether the window is so small that the board is a list."""

    @property
    def fixed(self) -> bool:
        """Whether the board is stuck down."""
        raise NotImplementedError

    @property
    def shelves(self) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """The tray: the cards that can stand here and do not, in groups with a heading."""
        raise NotImplementedError

    def takes(self, feature: Feature) -> bool:
        """Whether a card belongs on this board."""
        raise NotImplementedError

    def stands(self, card: str) -> bool:
        """Whether a card is placed."""
        raise NotImplementedError

    def hides(self, card: str) -> bool:
        """Whether a card that belongs here is not to be seen at this step."""
        return bool(self.questions) and not self.stands(card)

    def marks(self, card: str) -> str:
        """≡ a reason is written, ≠ not everyone agrees."""
        raise NotImplementedError


@dataclass(frozen=True, slots=True, kw_only=True)
class BoardView:
    """Where the person is on a board; each board adds where its cursor is."""

    hand: str = ""
    """The card in hand."""
    last: str = ""
    """The card just placed: keys that need a placed card act on it until something is chosen."""
    capitals: int = 0
    """Capitals in a row with nothing between: two are talk, three are Caps Lock."""


S = TypeVar("S", bound=BoardScene)
V = TypeVar("V", bound=BoardView)
S_in = TypeVar("S_in", bound=BoardScene, contravariant=True)


@dataclass(frozen=True)
class Answer(Generic[V]):
    """What a key comes to."""

    view: V
    edit: Edit | None = None
    """A change that is wanted; whether it can be is for the rules to say."""
    say: str = ""
    """Why nothing else happened."""
    read: str = ""
    """A card to be read, or a question to be answered."""


class Keys(Protocol[S_in, V]):
    """The meaning of every key on a board."""

    def chosen(self, scene: S_in, view: V) -> str:
        """What is under the cursor."""

    def subject(self, scene: S_in, view: V) -> str:
        """The card just placed, else the chosen one."""

    def settled(self, scene: S_in, view: V) -> V:
        """The view after the session changed."""

    def after_edit(self, before: S_in, scene: S_in, view: V, edit: Edit) -> V:
        """Where the cursor goes once an edit was made."""

    def reach(self, scene: S_in, view: V, card: str) -> V:
        """The cursor on a card or a question."""

    def arrow(self, scene: S_in, view: V, way: Direction) -> Answer[V]:
        """An arrow key."""

    def capital(self, scene: S_in, view: V, letter: str) -> Answer[V]:
        """A capital."""

    def digit(self, scene: S_in, view: V, place: int) -> Answer[V]:
        """A digit from 1 on."""

    def lift(self, scene: S_in, view: V) -> Answer[V]:
        """0."""

    def carry(self, scene: S_in, view: V) -> Answer[V]:
        """Space."""

    def enter(self, scene: S_in, view: V) -> Answer[V]:
        """Enter."""

    def next_thing(self, scene: S_in, view: V) -> Answer[V]:
        """Tab."""

    def waiting(self, view: V) -> bool:
        """Whether esc has something to put back."""

    def put_back(self, scene: S_in, view: V) -> Answer[V]:
        """Esc."""


def capital(scene: BoardScene, view: V, letter: str, go: Callable[[V, str], V]) -> Answer[V]:
    """A capital chooses its card, wherever it is. Choosing changes nothing, so Caps Lock costs nothing."""
    row = view.capitals + 1
    counted = replace(view, capitals=row)
    card = next((card for card, feature in scene.cards.items() if feature.letter == letter), None)
    doubt = CAPS_LOCK if row >= 3 or (card is None and view.capitals) else ""
    if card is None:
        return Answer(counted, say=doubt or f"No card has the letter {letter}. / finds one by name.")
    feature = scene.cards[card]
    if not scene.takes(feature):
        return Answer(counted, say=f"{letter} is {' '.join(feature.short)}: not a card for this board.")
    if view.hand:
        return Answer(counted, say=IN_HAND)
    if scene.hides(card):
        return Answer(view, say=f"{' '.join(feature.short)} is set aside. The step before shows the tray.")
    return Answer(go(replace(counted, last=""), card), say=doubt)


def question_for(scene: BoardScene, view: V, number: int) -> Answer[V]:
    """A digit in the list of questions opens that question."""
    return Answer(view, read=scene.questions[number - 1].id) if number <= len(scene.questions) else Answer(view)


def stepped(ids: Sequence[str], at: str, way: Direction) -> str:
    """The item above or below another in a list, wrapping."""
    here = ids.index(at) if at in ids else 0
    return ids[(here + (1 if way in ("down", "right") else -1)) % len(ids)]


def following(was: Sequence[str], left: Sequence[str], card: str) -> str:
    """The card that stood after this one in the list, else the first that is left."""
    after = was[was.index(card) + 1 :] if card in was else ()
    return next((other for other in (*after, *was) if other in left), left[0])
