"""The app as somebody meets it after a crash: it says what was recovered, and keeps both until one key confirms."""

from __future__ import annotations

from typing import TYPE_CHECKING

from innovate_tui.ui.desk import NotBegun
from innovate_tui.ui.exporting_app import ExportingApp
from innovate_tui.ui.memory import Memory
from innovate_tui.ui.palette import inks

if TYPE_CHECKING:  # for the type checker alone: at run time these come after the first paint
    from innovate_tui.storage.deck_files import Content
    from innovate_tui.storage.recovery import Recovered
    from innovate_tui.storage.session_file import OpenFile
    from innovate_tui.ui.memory import Earlier
    from innovate_tui.ui.screens.session_screen import SessionScreen
    from innovate_tui.workshop.deck import Deck
    from innovate_tui.workshop.history import History
    from innovate_tui.workshop.session import Session

UNDECIDED = "Nothing was decided, and both are kept. Open it again to choose."


class RecoveringApp(ExportingApp):
    """An app that brings back what a crash left in a journal."""

    def __init__(self, content: Content | None = None) -> None:
        super().__init__(content)
        self.memory = Memory()

    # --- what an app of ours answers ----------------------------------------------------------------------------------

    def sit(self, opened: OpenFile, at: str, history: History | None, changes: int | None) -> None:
        """Go on with a session, with a history that was recovered if there is one."""
        raise NotImplementedError

    def begin_again(self, session: Session) -> bool:
        """Go on from this session with nothing to undo, in the file and in a new journal; whether it is on disk."""
        raise NotImplementedError

    # --- after a crash ------------------------------------------------------------------------------------------------

    def asks_first(self, opened: OpenFile, at: str) -> bool:
        """Whether a journal has more than the file; then somebody is asked how to go on."""
        from innovate_tui.ui.screens.question_box import QuestionBox

        lost = self.memory.lost(opened)
        if lost is None:
            return False
        ways = self.memory.ways(opened, lost)

        def chosen(way: str | None) -> None:
            self._go_on(opened, lost, at, way)

        both = ((("keep", "enter", ways.keep), "go on with it"), (("back", "f", ways.back), "back to the file"))
        self.push_screen(QuestionBox(inks(self.theme), "Welcome back", ways.said, both), chosen)
        return True

    def _go_on(self, opened: OpenFile, lost: Recovered, at: str, way: str | None) -> None:
        try:
            if way == "keep":
                history = self.memory.keep(opened, lost)
                self.sit(opened, at, history, lost.so_far)
                self.memory.forget(lost)
                self._say_soon(self.memory.ways(opened, lost).said)
            elif way == "back":
                self.memory.back(opened, lost)
                self.sit(opened, at, None, lost.so_far)
                self.memory.forget(lost)
                self._say_soon("As the file is. What was recovered is an earlier version.")
            else:
                self._say(UNDECIDED)
        except NotBegun as trouble:
            self._say(str(trouble))

    # --- what this machine keeps of the session that is open ----------------------------------------------------------

    def on_session_screen_kept_asked(self, event: SessionScreen.KeptAsked) -> None:
        """Do what is wanted of it."""
        work = self.open_work()
        if work is None or self.memory.open is None:
            self._say("No session is open.")
        elif event.what == "versions":
            self._choose_version(*work)
        elif event.what == "wipe":
            self._ask_to_wipe(work[0])
        elif event.what == "strike":
            self._ask_what_to_strike()

    def _ask_what_to_strike(self) -> None:
        from innovate_tui.ui.screens.words_box import Field, Heading, WordsBox

        def closed(words: dict[str, str] | None) -> None:
            if words and words["words"].strip():
                self._ask_to_strike(words["words"])
            else:
                self._say("Nothing was struck.")

        self.push_screen(
            WordsBox(
                inks(self.theme),
                "Strike words",
                Heading("Which words? As they were written: a name, a sentence."),
                (Field("words", "", "", rows=1, single=True),),
                promise="Enter looks where they stand, and asks before it strikes.",
                on_typed=lambda field, words: None,  # they are on their way out, and are written down nowhere
            ),
            closed,
        )

    def _ask_to_strike(self, words: str) -> None:
        from innovate_tui.ui.screens.question_box import QuestionBox
        from innovate_tui.workshop.striking import struck
        from innovate_tui.workshop.wording import count

        work = self.open_work()
        screen = self._working_screen()
        if work is None or screen is None or screen.closed:
            self._say(screen.closed if screen else "")
            return
        session, deck = work
        places = struck(session, words).places

        def chosen(way: str | None) -> None:
            if way != "strike":
                self._say("Nothing was struck.")
                return
            found = struck(session, words)
            kept = self.begin_again(found.session)
            beside = self.memory.strike(session, deck, words)
            where = "the session" if kept else "the session, whose file could not be written yet"
            self._say(f"Struck out of {where}{beside}. Exports written before still have the words.")

        asked = f"“{words}” stands in {count(places, 'place')} of this session, its rounds included."
        way = (
            "Strike the words out of the session, its rounds, its journal and its earlier versions. Nothing brings "
            "them back, and what was done until now cannot be undone any more. Exports and copies stay as they are."
        )
        self.push_screen(
            QuestionBox(inks(self.theme), "Strike words", asked, ((("strike", "x", way), "strike"),)), chosen
        )

    def _ask_to_wipe(self, session: Session) -> None:
        from innovate_tui.ui.screens.question_box import QuestionBox

        def chosen(way: str | None) -> None:
            self._say(self.memory.wipe(session) if way == "wipe" else "Nothing was wiped.")

        asked = "All earlier versions of this session go for good from this computer. The session itself stays."
        ways = ((("wipe", "w", "Wipe them. Nothing brings them back."), "wipe them"),)
        self.push_screen(QuestionBox(inks(self.theme), "Earlier versions", asked, ways), chosen)

    def _choose_version(self, session: Session, deck: Deck) -> None:
        from innovate_tui.ui.screens.chooser import Choice, Chooser

        found = self.memory.earlier(session, deck)
        if not found:
            self._say("There is no earlier version yet. One is kept every few minutes while you work.")
            return
        digits = [str(number) if number < 10 else " " for number in range(1, len(found) + 1)]
        choices = [Choice(each.path, digit, each.words) for each, digit in zip(found, digits, strict=True)]

        def chosen(path: str | None) -> None:
            earlier = next((each for each in found if each.path == path), None)
            if earlier is not None:
                self._go_back(earlier)

        hint = "a digit goes back to it; u brings the present back"
        self.push_screen(Chooser(inks(self.theme), "Earlier versions", hint, choices, digits=True, told=3), chosen)

    def _go_back(self, earlier: Earlier) -> None:
        from innovate_tui.workshop.events import Became

        work, screen = self.open_work(), self._working_screen()
        if work is None or screen is None:
            return
        if screen.closed:
            self._say(screen.closed)
            return
        try:
            was = self.memory.go_back(earlier, *work)
        except NotBegun as trouble:
            self._say(str(trouble))
            return
        if screen.happen(Became(was, f"went back to how it was at {earlier.when}")):
            screen.take()
        screen.say(f"This is how it was at {earlier.when}. u brings back how it was just now.")
