"""The app as keys meet it that come in a burst, as they do over a slow line: each is heard when the last is done with.

Textual hands every key on at once to what has the focus now. What a key sets going takes a few messages more: of `o 2`
in one burst the board would hear the 2 before `o` has opened anything, and would move a card. So a key, a click or a
paste that comes while anything is still under way waits its turn; what comes when all is quiet, as nearly every key
does, is handed on at once.
"""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Sequence
from time import monotonic
from typing import Any

from textual.events import Event, InputEvent, MouseMove, Paste
from textual.message import Message
from textual.message_pump import MessagePump
from textual.screen import Screen

from innovate_tui.ui.terminal_app import TerminalApp

TURNS = 200
"""How often the loop goes round before whoever waits looks only once in a moment."""
A_MOMENT = 0.001
"""Seconds between two such looks."""
AT_THE_LATEST = 5.0
"""Seconds after which what waits is heard whatever is still under way: nobody is ever locked out."""


def has_nothing_to_do(pump: MessagePump) -> bool:
    """Whether it waits for a message: not while it deals with one, and not before it has begun."""
    ready: asyncio.Event = pump._message_queue.ready_event
    return not ready.is_set() and bool(ready._waiters)  # private: who waits at an event, here the pump alone


def is_quiet(screens: Sequence[Screen[Any]]) -> bool:
    """Whether the screens, the last on top, have done all they were asked for: what comes now meets what is seen.

    Beneath the top one the screens themselves alone are looked at: nothing on them is asked for anything.
    """
    if not screens or screens[-1]._callbacks:  # private: what is to be done once the screen has been painted
        return False
    return all(has_nothing_to_do(each) for each in (*screens[:-1], *screens[-1].walk_children(with_self=True)))


class HearingApp(TerminalApp):
    """An app that hears keys, clicks and pastes in their order, each when all before it are done with."""

    class Turn(Message):
        """Whatever waits first may be heard."""

    def __init__(self) -> None:
        super().__init__()
        self._waiting: deque[InputEvent | Paste] = deque()
        self._until_quiet: asyncio.Task[None] | None = None

    @property
    def behind(self) -> bool:
        """Whether anything waits for its turn."""
        return bool(self._waiting)

    async def hear(self, event: InputEvent | Paste) -> None:
        """Hand a key, a click or a paste on to what it is for."""
        await super().on_event(event)

    async def on_event(self, event: Event) -> None:
        """Hear what comes at once if all is quiet, else in its turn. Where the mouse merely passes, nothing waits."""
        if not isinstance(event, InputEvent | Paste) or event.is_forwarded:
            await super().on_event(event)
        elif self._waiting:
            self._waiting.append(event)
        elif isinstance(event, MouseMove) or (self._is_all_i_was_asked() and is_quiet(self.screen_stack)):
            await self.hear(event)
        else:
            self._waiting.append(event)
            self._wait()

    async def on_hearing_app_turn(self) -> None:
        """Hear what waits first; what is behind it waits for that."""
        await self.hear(self._waiting.popleft())
        if self._waiting:
            self._wait()

    def _is_all_i_was_asked(self) -> bool:
        return self._pending_message is None and not self.message_queue_size

    def _wait(self) -> None:
        self._until_quiet = asyncio.create_task(self._give_a_turn(), name="keys wait")

    async def _give_a_turn(self) -> None:
        turns, end = 0, monotonic() + AT_THE_LATEST
        while not (has_nothing_to_do(self) and is_quiet(self.screen_stack)) and monotonic() < end:
            turns += 1
            await asyncio.sleep(0 if turns < TURNS else A_MOMENT)
        self.post_message(self.Turn())
