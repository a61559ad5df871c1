"""A session as tidy tables for later analysis: one row a fact, ids beside titles, written as CSV.

What the group left out of its exports is left out here as well. No cell can act in a spreadsheet: one that would begin
a formula gets an apostrophe in front, which spreadsheets take as "this is text".
"""

import csv
import io
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import NamedTuple

from innovate_tui.report import practice
from innovate_tui.report.choice import as_chosen
from innovate_tui.workshop.deck import Deck
from innovate_tui.workshop.features import Feature
from innovate_tui.workshop.reflections import asked
from innovate_tui.workshop.road_wording import period_words
from innovate_tui.workshop.session import Session, cards_of
from innovate_tui.workshop.timeline import Month

FORMULA = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
"""What a cell that acts begins with (OWASP, "CSV Injection"), in full width too."""

INDENTS = " \u00a0\u2007\u202f\u3000\u200b\u2060\ufeff"
"""Spaces, and what looks like none, before it."""

Row = tuple[str, ...]


class DataTable(NamedTuple):
    """A table by its name, with the names of its columns."""

    name: str
    columns: Row
    rows: tuple[Row, ...]


def data_tables(sessions: Iterable[tuple[Session, Deck]]) -> tuple[DataTable, ...]:
    """The tables of one or more sessions, each session's rows after the last one's: the first two columns say whose."""
    rows: dict[str, list[Row]] = {name: [] for name in COLUMNS}
    for session, deck in sessions:
        chosen = as_chosen(session)
        title = practice.TITLE.format(title=chosen.title) if chosen.practice else chosen.title
        whose = (title, chosen.group)
        for name, found in _rows(chosen, deck).items():
            rows[name] += [(*whose, *row) for row in found]
    return tuple(DataTable(name, ("session", "group", *COLUMNS[name]), tuple(rows[name])) for name in COLUMNS)


def to_csv(table: DataTable) -> bytes:
    """A table as CSV: UTF-8 with a mark at its head, so that spreadsheets read every letter, and CRLF line ends."""
    out = io.StringIO()
    writer = csv.writer(out, quoting=csv.QUOTE_MINIMAL)
    writer.writerow(table.columns)
    writer.writerows([harmless(cell.strip("\n")) for cell in row] for row in table.rows)
    return out.getvalue().encode("utf-8-sig")


def harmless(cell: str) -> str:
    """A cell in which no line begins a formula, however it is indented; whole numbers stay numbers."""
    if cell.isascii() and cell.isdigit():
        return cell
    lines = cell.split("\n")
    return "\n".join(f"'{line}" if line.lstrip(INDENTS).startswith(FORMULA) else line for line in lines)


COLUMNS: Mapping[str, Row] = {
    "sessions": (
        *("id", "workshop", "place", "held", "begun", "mode", "diamond_fixed", "quadrants_fixed"),
        *("roadmap_from", "roadmap_months", "roadmap_fixed", "revisit"),
    ),
    "people": ("id", "name"),
    "placements": (
        *("board", "card", "title", "kind", "own", "judgement"),
        *("place", "importance", "threat", "why", "dissent", "note", "read_by"),
    ),
    "mitigations": ("influence", "influence_title", "helper", "helper_title", "due", "why"),
    "roadmap": (
        *("id", "card", "title", "kind", "period", "from", "to"),
        *("energy", "owner", "came_from", "why"),
    ),
    "links": ("id", "kind", "from", "from_title", "to", "to_title", "why"),
    "stages": ("stage", "title", "from", "to", "guess"),
    "events": ("id", "title", "kind", "on"),
    "reflections": ("tool", "id", "question", "own", "verdict", "answer", "who_else"),
    "actions": ("id", "text", "owner", "due"),
    "parked": ("id", "text"),
    "rounds": ("id", "name", "taken", "by"),
    "time": ("tool", "step", "minutes"),
}
"""The tables and their columns, after those that say whose a row is."""


def _rows(session: Session, deck: Deck) -> dict[str, list[Row]]:
    cards = cards_of(session, deck)
    people = {key: session.called(key) for key in session.people}
    road = session.boards.roadmap

    def title(feature: str) -> str:
        known = cards.all.get(feature)
        return known.title if known else feature

    def on_road(card: str) -> str:
        return title(road.cards[card].feature)

    helped = session.boards.quadrants
    stage_titles = {card.stage: card.title for card in deck.stages}
    return {
        "sessions": [_session(session)],
        "people": list(people.items()),
        "placements": [row for feature in cards.all.values() for row in _placements(session, feature, people)],
        "mitigations": [
            (influence, title(influence), helper, title(helper), _yes(helped.asks_for_help(influence)), chosen.why)
            for influence, helpers in helped.mitigations.items()
            for helper, chosen in helpers.items()
        ],
        "roadmap": [
            (
                *(card.id, card.feature, title(card.feature), str(cards.all[card.feature].kind)),
                *(_period(session, card.first), str(card.first), str(road.span(card)[1])),
                *(str(card.energy), people.get(card.owner, ""), card.came_from, card.why),
            )
            for card in road.in_time
            if card.feature in cards.all
        ],
        "links": [
            (
                *(link.id, str(link.kind), link.first, on_road(link.first)),
                *(link.second, on_road(link.second), link.why),
            )
            for link in road.links.values()
        ],
        "stages": [
            (str(stage), stage_titles.get(stage, ""), str(span.first), str(span.last), _yes(span.guess))
            for stage, span in road.stages.items()
        ],
        "events": [(event.id, event.title, str(event.kind), event.on.isoformat()) for event in road.events.values()],
        "reflections": _reflections(session, deck),
        "actions": [
            (action.id, action.text, people.get(action.owner, ""), _day(action.due))
            for action in session.actions.values()
        ],
        "parked": [(thought.id, thought.text) for thought in session.parked.values()],
        "rounds": [(each.id, each.name, _minute(each.taken), people.get(each.by, "")) for each in session.rounds],
        "time": [
            (tool, step, _number(minutes))
            for tool, steps in session.spent.items()
            for step, minutes in steps.items()
            if minutes
        ],
    }


def _session(session: Session) -> Row:
    """What holds for all that was done: whose it is, when it was, and what is fixed."""
    boards = session.boards
    diamond, grid, road = boards.diamond, boards.quadrants, boards.roadmap
    timeline = road.timeline
    return (
        *(session.id, session.workshop, session.place, _day(session.held), _minute(session.started), str(session.mode)),
        *(_minute(diamond.fixed), _minute(grid.fixed)),
        *((str(timeline.start), _number(timeline.months)) if timeline else ("", "")),
        *(_minute(road.fixed), _day(road.revisit)),
    )


def _placements(session: Session, feature: Feature, people: Mapping[str, str]) -> list[Row]:
    """Where a card stands on the boards that have places, and what was said of it; no row for one nobody touched."""
    said, boards = session.about(feature.id), session.boards
    about = (feature.id, feature.title, str(feature.kind), _yes(feature.own), str(said.judgement or ""))
    more = (said.note, people.get(said.expert, ""))
    standing, position = boards.diamond.standing(feature.id), boards.quadrants.position(feature.id)
    rows: list[Row] = []
    if feature.id in boards.diamond.cards:
        rows.append(("diamond", *about, _number(standing.place), "", "", standing.why, standing.dissent, *more))
    if feature.id in boards.quadrants.cards:
        place = ("", _number(position.importance), _number(position.threat))
        rows.append(("quadrants", *about, *place, position.why, position.dissent, *more))
    if not rows and feature.id in session.said:
        rows.append(("", *about, "", "", "", "", "", *more))
    return rows


def _reflections(session: Session, deck: Deck) -> list[Row]:
    """What was answered, tool by tool, then what was said through each of the three lenses.

    A question that was left out, or has no answer, has no row.
    """
    rows: list[Row] = []
    for board, tool in deck.tools.items():
        for prompt in asked(board, tool.prompts, session.boards.reflections):
            if prompt.answered and not prompt.skipped:
                rows.append((board, prompt.id, prompt.question, _yes(prompt.own), "", prompt.text, ""))
    questions = {words.lens: words.question for tool in deck.tools.values() for words in tool.checks}
    for lens, check in session.boards.checks.answers.items():
        said = (str(check.verdict or ""), check.answer, check.who_else)
        rows.append(("roadmap", str(lens), questions.get(lens, ""), _yes(False), *said))
    return rows


def _period(session: Session, month: Month) -> str:
    timeline = session.boards.roadmap.timeline
    period = timeline.period_of(month) if timeline else None
    return period_words(period, year=True) if period else ""


def _day(day: date | None) -> str:
    return day.isoformat() if day else ""


def _minute(moment: datetime | None) -> str:
    """A moment as spreadsheets take it: where it was, without its distance to Greenwich."""
    return f"{moment:%Y-%m-%d %H:%M}" if moment else ""


def _number(value: int | None) -> str:
    return "" if value is None else str(value)


def _yes(value: bool) -> str:
    return "yes" if value else "no"
