"""A field to type in: a text area that keeps people's words as data, for one line or many."""

from dataclasses import dataclass

from textual.events import Key, Paste
from textual.message import Message
from textual.widgets import TextArea

from innovate_tui.workshop.spoken import clean, one_line, removed


class WordsField(TextArea):
    """A text area with undo of its own. Control characters never get in, typed, pasted or loaded.

    In a one-line field and in a reason `enter` keeps and closes; elsewhere it is a new line (INTERACTION, section 1).
    In a list it keeps where the line is still empty, so that twice is the end of it.
    """

    @dataclass
    class Typed(Message):
        """The words are others now."""

        field: str
        text: str

    @dataclass
    class Cleaned(Message):
        """So many control characters were left out of what was pasted."""

        count: int

    class Kept(Message):
        """Enter, where it means that the words stand."""

    def __init__(self, key: str, text: str, *, enter_keeps: bool, single: bool = False, listing: bool = False) -> None:
        super().__init__(
            one_line(text) if single else clean(text),
            soft_wrap=True,
            tab_behavior="focus",
            show_line_numbers=False,
            compact=True,
            id=f"field-{key}",
        )
        self.cursor_blink = False
        self._key = key
        self._enter_keeps = enter_keeps
        self._single = single
        self._listing = listing

    @property
    def words(self) -> str:
        """What stands in the field."""
        return one_line(self.text) if self._single else clean(self.text)

    def on_mount(self) -> None:
        """Begin behind the last word."""
        self.move_cursor(self.document.end)

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        """Tell what the words are, letter by letter."""
        event.stop()
        self.post_message(self.Typed(self._key, self.words))

    def on_key(self, event: Key) -> None:
        """Enter keeps, where it is no new line; every other key is the field's own."""
        ends = self._listing and bool(self.text.strip()) and not self.document[self.cursor_location[0]].strip()
        if event.key == "enter" and (self._enter_keeps or ends):
            event.stop()
            event.prevent_default()
            self.post_message(self.Kept())

    async def _on_paste(self, event: Paste) -> None:
        text = one_line(event.text) if self._single else clean(event.text)
        event.prevent_default()
        event.stop()
        if text and (result := self._replace_via_keyboard(text, *self.selection)):
            self.move_cursor(result.end_location)
        if count := removed(event.text):
            self.post_message(self.Cleaned(count))
