"""Whose words are whose: the program's, the deck's and those of the people, each a text in its own language."""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from innovate_tui.report import phrases
from innovate_tui.report.document import Paragraph, Run, Runs, Tone, text_of
from innovate_tui.workshop.deck import Deck, Mode
from innovate_tui.workshop.session import Session
from innovate_tui.workshop.spoken import clean, one_line

_LANGUAGE = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")
_PLACEHOLDER = re.compile(r"(\{\w+\})")


@lru_cache(maxsize=512)
def _in_parts(sentence: str) -> tuple[str, ...]:
    """A sentence of the program's cut at what stands in braces: the same ones are said again and again."""
    return tuple(_PLACEHOLDER.split(sentence))


def separators(names: Iterable[str]) -> tuple[str, str]:
    """What stands between names in a sentence, and before the last of them.

    Names that have an "and" or a comma of their own take a comma before the last one; three and more with commas of
    their own take semicolons.
    """
    told = list(names)
    if any(", " in name for name in told):
        return ("; ", "; and ") if len(told) > 2 else (", ", ", and ")
    return ", ", ", and " if any(" and " in name for name in told) else " and "


class Voices:
    """Makes texts for one session with its deck."""

    def __init__(self, session: Session, deck: Deck) -> None:
        self.session = session
        self.deck = deck
        known = (tag for tag in (session.language, deck.language) if _LANGUAGE.fullmatch(tag))
        self.language = next(known, phrases.LANGUAGE)
        """The document's: what the people wrote in, as far as anybody said."""
        self._told: dict[str, str] = {}
        """Which languages have to be told, by what they are called."""
        self.alone = session.mode is Mode.INDIVIDUAL
        self.who = "I" if self.alone else "We"
        """Who speaks at the head of a sentence."""

    def ours(self, sentence: str, **values: Runs | str | int) -> Runs:
        """The program's words, with what stands in braces filled in."""
        runs: list[Run] = []
        for part in _in_parts(sentence):
            value = values[part[1:-1]] if part.startswith("{") else part
            if isinstance(value, tuple):
                runs += value
            elif part:
                runs.append(self._run(str(value), phrases.LANGUAGE))
        return tuple(runs)

    def decks(self, text: str) -> Runs:
        """Words of the deck."""
        return (self._run(one_line(text), self.deck.language),) if text.strip() else ()

    def theirs(self, text: str) -> Runs:
        """What somebody typed, in one line."""
        text = one_line(text)
        return (self._run(text, self._spoken),) if text else ()

    def person(self, person: str) -> Runs:
        """Somebody who took part: their name as it may stand here, or "person 3" for one who gave none; or nothing."""
        known = self.session.people.get(person)
        return (self.theirs(known.name) or self.ours(self.session.called(person))) if known else ()

    def person_first(self, person: str) -> Runs:
        """The same where nothing stands before it: "Person 3"; a name stays as it was typed."""
        known = self.session.people.get(person)
        return self.person(person) if known and known.name.strip() else self.capital(self.person(person))

    def paragraphs(self, text: str) -> tuple[Paragraph, ...]:
        """What somebody typed, at any length: a blank line ends a paragraph, a line end stays one."""
        chunks = re.split(r"\n\s*\n", clean(text).strip())
        told = ("\n".join(" ".join(line.split()) for line in chunk.split("\n")).strip("\n") for chunk in chunks)
        return tuple(Paragraph((self._run(chunk, self._spoken),)) for chunk in told if chunk)

    @property
    def _spoken(self) -> str:
        """The language that the people wrote in, as far as anybody said."""
        return self.session.language or self.deck.language

    def _run(self, text: str, language: str) -> Run:
        told = self._told.get(language)
        if told is None:
            same = not _LANGUAGE.fullmatch(language) or language.split("-")[0] == self.language.split("-")[0]
            told = self._told[language] = "" if same else language
        return Run(text, told)

    def remark(self, sentence: str) -> Paragraph:
        """A remark of the program's, beside the words of others."""
        return Paragraph(self.ours(sentence), Tone.ASIDE)

    def listed(self, texts: Sequence[Runs]) -> Runs:
        """Several texts in a sentence: one, two and three. Where one begins and another ends can be heard."""
        *most, last = texts
        if not most:
            return last
        between, before_last = separators(map(text_of, texts))
        return (*self.joined(most, between), *self.ours(before_last), *last)

    def capital(self, runs: Runs) -> Runs:
        """A text that stands on its own: it begins with a capital."""
        if not runs:
            return ()
        first, *rest = runs
        return (Run(first.text[:1].upper() + first.text[1:], first.language), *rest)

    def joined(self, texts: Iterable[Runs], between: str) -> Runs:
        """Several texts as one, without the empty ones."""
        runs: list[Run] = []
        for text in texts:
            if text:
                runs += [Run(between), *text] if runs else text
        return tuple(runs)
