"""A line cut where its language changes, by the text that it is a part of."""

from collections.abc import Iterator

from innovate_tui.report import lettering
from innovate_tui.report.document import Runs


class Spoken:
    """A text in several languages, followed line by line as it is drawn.

    Lines have other spaces than the text, and may have hyphens or an ellipsis of their own: these are in the language
    of what stands before them.
    """

    def __init__(self, runs: Runs) -> None:
        self._letters = [
            (letter, run.language) for run in runs for letter in lettering.printed(run.text) if not letter.isspace()
        ]
        self._at = 0
        self._language = self._letters[0][1] if self._letters else ""

    def pieces(self, line: str) -> Iterator[tuple[str, str]]:
        """The pieces of the next line, each with its language; empty is the document's own."""
        piece, language = "", ""
        for letter in line:
            if self._at < len(self._letters) and letter.casefold() == self._letters[self._at][0].casefold():
                self._language = self._letters[self._at][1]
                self._at += 1
            if self._language != language and piece.strip():
                yield piece, language
                piece = ""
            language = self._language
            piece += letter
        if piece:
            yield piece, language
