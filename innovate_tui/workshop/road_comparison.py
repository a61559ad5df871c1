"""What has changed between two states of the roadmap and of the questions to it, in words."""

from collections.abc import Iterator

from innovate_tui.workshop.checks import Check, Checks, Lens
from innovate_tui.workshop.road_wording import LENSES, VERDICTS, month_words, timeframe_words, when
from innovate_tui.workshop.roadmap import Link, LinkKind, RoadCard, Roadmap
from innovate_tui.workshop.spelling import Speaking, count, listed, long_date


def road_changed(was: Roadmap, now: Roadmap, speaking: Speaking) -> Iterator[str]:
    """The timeframe, the cards with the furthest move first, their links, stages and events, and what belongs to it.

    A roadmap that was not begun at all is told in one sentence: nobody wants each of its cards as news.
    """
    if was._replace(worked=None) == Roadmap() and now.timeline is not None:
        parts = [count(len(now.cards), "card")]
        parts += [count(len(now.links), "link")] if now.links else []
        yield f"The roadmap was begun: {timeframe_words(now.timeline)}, with {listed(parts)}."
        return
    if was.timeline != now.timeline:
        yield f"The timeframe is now {timeframe_words(now.timeline)}." if now.timeline else "It has no timeframe now."
    yield from _cards(was, now, speaking)
    yield from _links(was, now, speaking)
    yield from _stages(was, now, speaking)
    yield from _events(was, now, speaking)
    if was.revisit != now.revisit:
        again = f"It is to be looked at again on {long_date(now.revisit)}." if now.revisit else ""
        yield again or "The day to look at it again was taken out."
    if was.fixed != now.fixed:
        yield "The roadmap was opened again." if now.fixed is None else "The roadmap was fixed."


def checks_changed(was: Checks, now: Checks) -> Iterator[str]:
    """Other answers to desirability, feasibility and viability; one that had none at all is told in one sentence."""
    for lens in Lens:
        old, new, name = was.of(lens), now.of(lens), LENSES[lens]
        if old == Check() and new != old:
            yield f"{name.capitalize()} was answered{f': {VERDICTS[new.verdict]}' if new.verdict else ' in words'}."
            continue
        if old.verdict is not new.verdict:
            before = f"; it was {VERDICTS[old.verdict]}" if old.verdict else ""
            yield f"{name.capitalize()}: {VERDICTS[new.verdict]}{before}."
        if old.answer != new.answer:
            yield f"What is said of {name} was {written(old.answer, new.answer)}."
        if old.who_else != new.who_else:
            yield f"Who else to ask about {name} was {written(old.who_else, new.who_else)}."


# --- cards ------------------------------------------------------------------------------------------------------------


def _cards(was: Roadmap, now: Roadmap, speaking: Speaking) -> Iterator[str]:
    stayed = [card for card in now.in_time if card.id in was.cards]
    for card in sorted(stayed, key=lambda card: -abs(card.first - was.cards[card.id].first)):
        yield from _card(was, now, was.cards[card.id], card, speaking)
    for card in now.in_time:
        if card.id not in was.cards:
            again = "once more " if was.appearances(card.feature) else ""
            yield f"{speaking.card(card.feature)} came on {again}in {when(now.timeline, card.first)}."
    for card in was.in_time:
        if card.id not in now.cards:
            lost = [link for link in was.links.values() if card.id in (link.first, link.second)]
            links = f", with its {'link' if len(lost) == 1 else count(len(lost), 'link')}" if lost else ""
            yield f"{_named(was, card, speaking)}, was taken off{links}."


def _card(was: Roadmap, now: Roadmap, old: RoadCard, new: RoadCard, speaking: Speaking) -> Iterator[str]:
    name, here = speaking.card(new.feature), _named(now, new, speaking)
    if old.first != new.first:
        yield f"{name} moved {_from_to(was, now, old, new)}."
    if _length(old) != _length(new):
        yield f"{name} goes from {month_words(new.first)} to {month_words(now.span(new)[1])} now."
    if old.feature != new.feature:
        yield f"{_named(was, old, speaking)}, is {name} now."
    if old.energy is not new.energy:
        yield f"{here}, is {new.energy} now; it was {old.energy}."
    if old.lane != new.lane:
        yield f"{here}, moved to another row."
    if old.why != new.why:
        yield f"The reason for {here}, was {written(old.why, new.why)}."
    if old.owner != new.owner:
        who = speaking.person(new.owner) if new.owner else "nobody"
        yield f"{here}: {who or 'somebody else'} looks after it now."


def _length(card: RoadCard) -> int | None:
    """The months after its first; none for a card that fills its period."""
    return None if card.last is None else card.last - card.first


def _from_to(was: Roadmap, now: Roadmap, old: RoadCard, new: RoadCard) -> str:
    """From period to period; of a move within one its months, as both periods are called the same."""
    before, after = _when(was, old), _when(now, new)
    if before == after:
        before, after = month_words(old.first), month_words(new.first)
    return f"from {before} to {after}"


def _named(road: Roadmap, card: RoadCard, speaking: Speaking) -> str:
    """An appearance by its card's name and its period."""
    return f"{speaking.card(card.feature)}, {_when(road, card)}"


def _when(road: Roadmap, card: RoadCard) -> str:
    return when(road.timeline, card.first)


# --- what hangs on the cards, and what stands over them ---------------------------------------------------------------


def _links(was: Roadmap, now: Roadmap, speaking: Speaking) -> Iterator[str]:
    for key in dict.fromkeys((*now.links, *was.links)):
        old, new = was.links.get(key), now.links.get(key)
        if new is None and old is not None:
            if {old.first, old.second} <= set(now.cards):  # else it went with its card, which says so
                yield f"{_ends(was, old, speaking)} are linked no longer."
        elif new is not None and (old is None or old._replace(why="") != new._replace(why="")):
            yield f"{_linked(now, new, speaking)}."
        if new is not None and old is not None and old.why != new.why:
            yield f"Why {_ends(now, new, speaking)} are linked was {written(old.why, new.why)}."


def _linked(road: Roadmap, link: Link, speaking: Speaking) -> str:
    if link.kind is LinkKind.CONNECTION:
        return f"{_ends(road, link, speaking)} go together"
    first, second = (speaking.card(road.cards[end].feature) for end in (link.first, link.second))
    return f"{first} is needed before {second}"


def _ends(road: Roadmap, link: Link, speaking: Speaking) -> str:
    return listed([speaking.card(road.cards[end].feature) for end in (link.first, link.second)])


def _stages(was: Roadmap, now: Roadmap, speaking: Speaking) -> Iterator[str]:
    for stage in dict.fromkeys((*now.stages, *was.stages)):
        old, new, name = was.stages.get(stage), now.stages.get(stage), speaking.stage(stage)
        if old == new:
            continue
        if new is None:
            yield f"{name} was taken off."
        elif old is not None and (old.first, old.last) == (new.first, new.last):
            yield f"{name} is {'a best guess' if new.guess else 'no guess any more'} now."
        else:
            yield f"{name} goes from {month_words(new.first)} to {month_words(new.last)}{' now' if old else ''}."


def _events(was: Roadmap, now: Roadmap, speaking: Speaking) -> Iterator[str]:
    for event in sorted(now.events.values(), key=lambda each: each.on):
        old, name = was.events.get(event.id), speaking.typed(event.title)
        if old is None or old.on != event.on:
            yield f"{name} is marked on {long_date(event.on)}{f'; it was {long_date(old.on)}' if old else ''}."
        elif old != event:
            yield f"{name} is marked in other words."
    for event in was.events.values():
        if event.id not in now.events:
            yield f"{speaking.typed(event.title)} was taken off the timeline."


def written(old: str, new: str) -> str:
    """What happened to words that are other now: written, changed, cleared."""
    if not old.strip() or not new.strip():
        return "written" if new.strip() else "cleared"
    return "changed"
