"""The app where a session is open twice, or its disk is gone: who writes is asked, what came in is said, a way out."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from innovate_tui.ui import rescuing, sharing
from innovate_tui.ui.desk import NotBegun
from innovate_tui.ui.palette import inks
from innovate_tui.ui.recovering_app import RecoveringApp

if TYPE_CHECKING:  # for the type checker alone: at run time these come after the first paint
    from innovate_tui.storage.deck_files import Content
    from innovate_tui.storage.recovery import Recovered
    from innovate_tui.storage.session_file import OpenFile

NOT_OPENED = "It was not opened."


class SharingApp(RecoveringApp):
    """An app that shares its folder with others."""

    def __init__(self, content: Content | None = None) -> None:
        super().__init__(content)
        self.locking = sharing.Locking()
        self._seen: frozenset[Path] = frozenset()
        """Copies that somebody has decided about in this run."""

    # --- what an app of ours answers ----------------------------------------------------------------------------------

    def go_into(self, opened: OpenFile, at: str) -> None:
        """Go on with a session, once it is settled who writes it."""
        raise NotImplementedError

    def read(self, opened: OpenFile, at: str) -> None:
        """Show a session without changing it."""
        raise NotImplementedError

    def become(self, opened: OpenFile, at: str, brought: tuple[Path, ...]) -> None:
        """Go on with a session and what its copies have."""
        raise NotImplementedError

    # --- opened twice -------------------------------------------------------------------------------------------------

    def asks_first(self, opened: OpenFile, at: str) -> bool:
        """Whether somebody has to say first who writes, what is kept of a crash, or what becomes of a copy."""
        if not self.locking.has(opened.path):
            holder = self.locking.ask_for(opened.path)
            if holder is not None:
                self._ask_who_writes(opened, at, sharing.said_of(holder))
                return True
        return super().asks_first(opened, at) or self._asks_of_copies(opened, at)

    def _ask_who_writes(self, opened: OpenFile, at: str, said: str) -> None:
        from innovate_tui.ui.screens.question_box import QuestionBox

        def chosen(way: str | None) -> None:
            if way == "read":
                self.read(opened, at)
            elif way == "take":
                self.locking.take_over(opened.path)
                self._or_say(lambda: self.go_into(self.desk.go_on(opened.path), at))
            elif way == "copy":
                self._or_say(lambda: self.go_into(self.desk.go_on(Path(self.shelf.copy(str(opened.path)).id)), at))
            else:
                self._say(NOT_OPENED)

        ways = (
            (("read", "r", "Read it. Nothing can be changed here."), "read"),
            (("take", "t", "Take it over. The other window says so, and writes no more."), "take over"),
            (("copy", "c", "Work on a copy, a session of its own."), "a copy"),
        )
        self.push_screen(QuestionBox(inks(self.theme), "Open already", said, ways), chosen)

    def _go_on(self, opened: OpenFile, lost: Recovered, at: str, way: str | None) -> None:
        super()._go_on(opened, lost, at, way)
        self.locking.let_go()  # where nothing was decided it is still in hand

    def _asks_of_copies(self, opened: OpenFile, at: str) -> bool:
        from innovate_tui.ui.screens.question_box import QuestionBox

        copies = tuple(path for path in sharing.copies_beside(opened) if path not in self._seen)
        if not copies:
            return self._asks_of_original(opened, at)
        names = ", ".join(path.name for path in copies[:3]) + (" …" if len(copies) > 3 else "")
        one = len(copies) == 1
        said = f"{'Another copy' if one else f'{len(copies)} copies'} of this session beside it: {names}"

        def chosen(way: str | None) -> None:
            self._seen |= {*copies}
            if way == "merge":
                self._or_say(lambda: self.become(opened, at, copies))
            else:
                self._or_say(lambda: self.go_into(opened, at))

        merge = f"Bring {'both' if one else 'all'} together. Where both say something else, both are kept."
        ways = (
            (("merge", "enter", f"{merge} The {'copy goes' if one else 'copies go'} into the bin."), "bring together"),
            (("leave", "l", f"Leave {'it' if one else 'them'} there, and go on with this one."), "leave it"),
        )
        self.push_screen(QuestionBox(inks(self.theme), "Written in two places", said, ways), chosen)
        return True

    def _asks_of_original(self, opened: OpenFile, at: str) -> bool:
        """Whether this is the second copy of a session; then somebody is asked which of them is meant."""
        from innovate_tui.ui.screens.question_box import QuestionBox

        original = None if opened.path in self._seen else sharing.original_beside(opened)
        if original is None:
            return False

        def chosen(way: str | None) -> None:
            if way == "both":
                self._or_say(lambda: self.open_path(original))
            elif way == "copy":
                self._seen |= {opened.path}
                self._or_say(lambda: self.go_into(opened, at))
            else:
                self.locking.let_go()
                self._say(NOT_OPENED)

        ways = (
            (("both", "enter", "Open that one. Both can be brought together there."), "open that one"),
            (("copy", "l", "Go on with this copy alone."), "this copy alone"),
        )
        said = f"{opened.path.name} is a second copy of {original.name}, which stands beside it."
        self.push_screen(QuestionBox(inks(self.theme), "Written in two places", said, ways), chosen)
        return True

    def _or_say(self, doing: Callable[[], None]) -> None:
        try:
            doing()
        except NotBegun as trouble:
            self.locking.let_go()
            self._say(str(trouble))

    # --- damaged ------------------------------------------------------------------------------------------------------

    def meets_damage(self, path: Path, trouble: str) -> bool:
        """Whether a file that does not read, or is gone, can be met with what is kept of it; then somebody is asked."""
        from innovate_tui.ui.screens.question_box import QuestionBox

        if not path.exists():
            journal = rescuing.journal_of(path)
            return journal is not None and self.brings_back(journal)
        found = rescuing.of_the_damaged(path, self.desk.content)
        if found is None:
            return False

        def restore() -> None:
            file = rescuing.beside(found, path)
            self.open_path(file)
            self._say_soon(f"As it was {found.when}, now in {file.name}. {path.name} stays as it is.")

        def chosen(way: str | None) -> None:
            if way == "restore":
                self._or_say(restore)
            else:
                self._say(NOT_OPENED)

        named = f" of “{found.words}”" if found.words else ""
        words = f"Go on with the last that this laptop kept{named}, from {found.when}, in a file beside it."
        ways = ((("restore", "enter", f"{words} The damaged one stays as it is."), "go on with that"),)
        self.push_screen(QuestionBox(inks(self.theme), "It cannot be read", trouble, ways), chosen)
        return True

    def brings_back(self, journal: Path) -> bool:
        """Whether this is a session whose file is gone; then somebody is asked whether to go on without that.

        Where the file is there after all it is opened. Raises `NotBegun`.
        """
        from innovate_tui.ui.screens.question_box import QuestionBox

        if journal.suffix != rescuing.JOURNAL:
            return False
        was = rescuing.where_it_was(journal)
        if was.exists():  # a stick that is back, or a folder of somebody's own
            self.open_path(was)
            return True

        def chosen(way: str | None) -> None:
            if way == "here":
                self._or_say(lambda: self.open_path(rescuing.brought_here(journal, self.desk.content)))
            else:
                self._say(NOT_OPENED)

        said = f"The file of this session is not there: {was}"
        here = "Go on without it. All that was done is written to a new file in the folder of your sessions."
        ways = ((("here", "enter", f"{here} Or leave this, and bring back the stick."), "go on here"),)
        self.push_screen(QuestionBox(inks(self.theme), "Its file is gone", said, ways), chosen)
        return True

    # --- another folder -----------------------------------------------------------------------------------------------

    def ask_for_folder(self, path: Path, said: str, chosen: Callable[[Path], None]) -> None:
        """Ask for another folder to go on in; `chosen` is given a free path in it."""
        from innovate_tui.ui.screens.folder_box import FolderBox
        from innovate_tui.ui.screens.words_box import Field, Heading

        def closed(words: dict[str, str] | None) -> None:
            if words and words["folder"]:
                self._or_say(lambda: chosen(sharing.place_in(words["folder"], path)))

        self.push_screen(
            FolderBox(
                inks(self.theme),
                "Save elsewhere",
                Heading(said),
                (Field("folder", "Folder", sharing.other_folder(path), rows=1, single=True),),
                promise="Enter saves it there, and goes on there. What stands in the old place stays as it is.",
                on_typed=lambda field, words: None,  # the name of a folder is nothing to bring back after a crash
            ),
            closed,
        )
