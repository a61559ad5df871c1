"""Somebody waits for a document, and may want it no more: whoever makes one asks between the pieces of the work.

Whom to ask is known to the thread and not handed from function to function: a line of text or a link of a roadmap is
laid out the same whether anybody waits for it or not.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar

Step = Callable[[str], object]
"""Is told what is done next; an empty text only asks. Whatever it raises ends the work there."""


def quietly(_: str) -> None:
    """Nobody waits."""


_STEP: ContextVar[Step] = ContextVar("step", default=quietly)


@contextmanager
def waited_for(step: Step) -> Iterator[None]:
    """Whatever is made inside, in this thread, asks `step` as it goes."""
    before = _STEP.set(step)
    try:
        yield
    finally:
        _STEP.reset(before)


def go_on(words: str = "") -> None:
    """Between two pieces of the work, none of which takes longer than the blink of an eye."""
    _STEP.get()(words)
