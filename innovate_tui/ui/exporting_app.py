"""The app as an export meets it: made off the interface's thread, told in words as it is made, stopped by one key."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual import on, work
from textual.message import Message

from innovate_tui.ui.desk import Export, Stopped
from innovate_tui.ui.listing_app import ListingApp
from innovate_tui.ui.palette import inks
from innovate_tui.ui.screens.home import HomeScreen

if TYPE_CHECKING:  # for the type checker alone: at run time these come after the first paint
    from innovate_tui.ui.screens.export_box import ExportBox
    from innovate_tui.ui.screens.session_screen import SessionScreen
    from innovate_tui.ui.screens.writing_box import WritingBox
    from innovate_tui.workshop.deck import Deck
    from innovate_tui.workshop.session import Session

BESIDE = 4
"""Columns of the status line that a sentence leaves free."""


class ExportingApp(ListingApp):
    """An app that writes exports."""

    @dataclass
    class Stepped(Message):
        """An export is so far."""

        box: WritingBox
        words: str

    @dataclass
    class Exported(Message):
        """An export is done, or could not be."""

        box: WritingBox
        export: Export

    @dataclass
    class Foreseen(Message):
        """What no font at hand can print."""

        box: ExportBox
        missing: str

    @dataclass
    class Written(Message):
        """A document for a workshop is done, or could not be."""

        export: Export

    def on_session_screen_export_near(self, event: SessionScreen.ExportNear) -> None:
        """Somebody chooses what goes into an export: load what it needs meanwhile, and look what cannot be printed."""
        self._load(event.box, event.session, event.deck)

    @work(thread=True, exclusive=True, group="near", exit_on_error=False)
    def _load(self, box: ExportBox, session: Session, deck: Deck) -> None:
        self.desk.near_export()
        if missing := self.desk.not_printed(session, deck):
            self.post_message(self.Foreseen(box, missing))

    @on(Foreseen)
    def warn_of_letters(self, event: Foreseen) -> None:
        """Say it in the box where it is chosen what is written."""
        if event.box.is_running:
            event.box.warn(event.missing)

    def export(self, session: Session, deck: Deck) -> None:
        """Write what the session's choice asks for; a box says how far it is."""
        from innovate_tui.ui.screens.writing_box import WritingBox

        box = WritingBox(inks(self.theme))
        self.push_screen(box)
        self._make(session, deck, box)

    @work(thread=True, exclusive=True, group="export", exit_on_error=False)
    def _make(self, session: Session, deck: Deck, box: WritingBox) -> None:
        def step(words: str) -> None:
            if box.stopped.is_set():
                raise Stopped
            if words:
                self.post_message(self.Stepped(box, words))

        self.post_message(self.Exported(box, self.desk.export(session, deck, step)))

    @on(Stepped)
    def say_step(self, event: Stepped) -> None:
        """Say what is done now."""
        event.box.say(event.words)

    @on(Exported)
    def say_exported(self, event: Exported) -> None:
        """Say where the export is: under the work where there is room for all of it, and else in the box."""
        said = event.export.said
        if event.box.is_active and (event.export.path is None or len(said) <= self.size.width - BESIDE):
            event.box.dismiss(None)
            self._say_soon(said)
        elif event.box.is_attached:
            event.box.done(said, str(event.export.path or ""))
        else:
            self._say(said)

    # --- what is printed for a workshop -------------------------------------------------------------------------------

    @on(HomeScreen.PrintAsked)
    def print_for_a_workshop(self, event: HomeScreen.PrintAsked) -> None:
        """Write a guide or a pack, off the interface's thread."""
        self._say("Writing the PDF.")
        self._write_to_print(event.tool, event.what)

    @work(thread=True, exclusive=True, group="export", exit_on_error=False)
    def _write_to_print(self, tool: str, what: str) -> None:
        self.post_message(self.Written(self.desk.for_a_workshop(tool, what)))

    @on(Written)
    def say_written(self, event: Written) -> None:
        """Say where the document is, or why there is none."""
        self._say(event.export.said)
