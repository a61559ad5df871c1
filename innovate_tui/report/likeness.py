"""Titles that begin alike: where there is no room for all of them, what they differ in is shown rather than the same.

"The wait for help after a first referral" and "... after a second one" would be the same card twice, cut at their ends.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import pairwise, takewhile

ENOUGH = 2
"""So many of the words that differ are shown if it can be."""


def alike(titles: Iterable[str]) -> Mapping[str, int]:
    """How many words each title begins with that another, different one begins with as well; only where it is two."""
    cut = sorted({title: title.split() for title in titles}.items(), key=lambda item: item[1])
    shared: dict[str, int] = {}
    for (one, words), (other, others) in pairwise(cut):
        same = _same(words, others)
        if 2 <= same < max(len(words), len(others)):
            for title in (one, other):
                shared[title] = max(same, shared.get(title, 0))
    return shared


def told(title: str, shared: int, lines: Callable[[str], Sequence[str]]) -> str:
    """A title as it is to be set by `lines`: where these would cut it before it differs, its middle is left out.

    `shared` is how many of its words another title begins with. Words that say nothing of their own are left out first.
    """
    words = title.split()
    if not 0 < shared < len(words) or not _is_cut(lines(title)):
        return title
    best, seen = title, _seen(lines(title), words[shared:])
    for kept in range(shared - 1, 0, -1):
        shorter = f"{' '.join(words[:kept]).rstrip(' ,.;:-·')}… {' '.join(words[shared:])}"
        here = _seen(lines(shorter), words[shared:])
        if here > seen:
            best, seen = shorter, here
        if seen >= min(ENOUGH, len(words) - shared):
            break
    return best


def _same(words: Sequence[str], others: Sequence[str]) -> int:
    """How many words both begin with."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(words, others, strict=False)))


def _is_cut(lines: Sequence[str]) -> bool:
    return bool(lines) and lines[-1].endswith("…")


def _seen(lines: Sequence[str], rest: Sequence[str]) -> int:
    """How many of the words that differ stand whole in these lines."""
    shown = " ".join(lines).removesuffix("…").split()
    return next((n for n in range(min(len(shown), len(rest)), 0, -1) if _ends(shown, rest[:n])), 0)


def _ends(shown: Sequence[str], words: Sequence[str]) -> bool:
    """Whether what is shown ends in these words, or in these and the beginning of another."""
    last = len(words)
    return list(shown[-last:]) == list(words) or list(shown[-last - 1 : -1]) == list(words)
