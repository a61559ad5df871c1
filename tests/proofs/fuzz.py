"""Files at random: every one is read or refused in one line, in little time and memory, and written again as it is.

Every key of a session with every kind of value; documents that are no TOML; sessions with bytes, lines and words that
were changed at random. Nothing but `NotReadable` comes of any of them.
"""

import random
import resource
import sys
import time
import tomllib
from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime
from datetime import time as clock
from pathlib import Path
from typing import Any

import tomli_w

from innovate_tui.storage.bounded_toml import NotReadable
from innovate_tui.storage.deck_files import open_content
from innovate_tui.storage.locations import content_folder
from innovate_tui.storage.session_reading import read_session
from innovate_tui.storage.session_text import session_bytes
from innovate_tui.workshop.deck import Deck
from tests.naughty import NAUGHTY
from tests.proofs import Proof

FORMATS = sorted((Path(__file__).parent.parent / "formats").glob("*.toml"))
SECONDS, MEGABYTES = 1.0, 150
VALUES: tuple[Any, ...] = (
    *("", "x", "x" * 4_000, 0, -1, 99, 2**53, 2**62, 1.5, -0.0, True, False, [], [1], [[]], ["x", "x"], {}, {"x": 1}),
    *([{"x": 1}], datetime(2026, 2, 5, 9, 34, tzinfo=UTC), datetime(1, 1, 1), date(9999, 12, 31), clock(1, 2, 3)),  # noqa: DTZ001 - one without a zone is a case
    *("2026-02", "trust", "p-1", "\u202e", "a\nb", {"": {"": ""}}, ["trust", {"place": 1}]),
)
"""Every kind of value that TOML has, and odd ones of each."""
BROKEN = (
    *("=", "a", "a =", "= 1", "a = 1 b = 2", "a.= 1", ".a = 1", "a..b = 1", "[a", "[a]]", "[[a]", "[]", "[a]\n[a]"),
    *(
        "a = 1\na = 2",
        "a = {b = 1",
        "a = {b = 1,}",
        "a = {b = 1}\na.c = 2",
        "a = [1",
        "a = [1,,2]",
        "a = [,]",
        "a = 01",
    ),
    *(
        "a = 1__0",
        "a = _1",
        "a = 0x",
        "a = 0xG",
        "a = 0b2",
        "a = 1.",
        "a = .1",
        "a = 1.e1",
        "a = +-1",
        "a = 1e",
        "a = nan",
    ),
    *("a = -inf", "a = 1e999", "a = tru", "a = True", 'a = "', 'a = "\\q"', 'a = "\\u12"', 'a = "\\ud800"', "a = 'x"),
    *(
        'a = """x',
        "a = '''x",
        'a = "x\ny"',
        "a = 2026-13-01",
        "a = 2026-02-30",
        "a = 24:00:00",
        "a = 2026-02-05T",
        "\x00",
    ),
    *(
        "a = 1\r b = 2",
        '"a\nb" = 1',
        "a = 1 # \x01",
        "\ufeff\ufeffa = 1",
        "[a]\nb = 1\n[a.b]",
        "[[a]]\n[a]",
        "a = []\n[[a]]",
    ),
    *(
        "a = {}\n[a.b]",
        "[a.b]\n[a]\nb = 1",
        "a = 9" + "9" * 4_400,
        "a = " + "[" * 60 + "]" * 60,
        ".".join("a" * 40) + " = 1",
    ),
)
"""What is no TOML, or more than a session needs."""
TOKENS = (
    *(
        b"[",
        b"]",
        b"[[",
        b"]]",
        b"{",
        b"}",
        b'"',
        b'"""',
        b"'",
        b"'''",
        b"=",
        b".",
        b",",
        b"#",
        b"\n",
        b"\r\n",
        b"\\",
        b"\x00",
    ),
    *(
        b"\\u0000",
        b"\\ud800",
        b"\xff",
        b"\xc3",
        b"\xe2\x80\xae",
        b"nan",
        b"1e999",
        b"true",
        b"0x",
        b"1979-05-27",
        b"07:32:00",
    ),
    *(
        b"format = 2\n",
        b"id = 1\n",
        b"[diamond]\n",
        b"[roadmap.cards.c]\n",
        b"place = 0\n",
        b"# end",
        b"a.a.a.a.a.a.a.a = 1\n",
    ),
)


def prove(rounds: int, seed: int = 1) -> Proof:
    """Every value at every key, every broken document, and so many files at random."""
    deck, chance = open_content(content_folder()).deck(), random.Random(seed)
    faults, count, slowest = list[str](), 0, 0.0
    for what, data in cases(rounds, chance, whole=seed == 1):
        count += 1
        begun = time.process_time()
        if trouble := wrong(data, deck):
            faults.append(f"{what}: {trouble}: {data[:60]!r}")
        took = time.process_time() - begun
        slowest = max(slowest, took)
        if took > SECONDS:
            faults.append(f"{what}: {took:.1f} s")
    size = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1024 if sys.platform != "darwin" else 1024**2)
    if size > MEGABYTES:
        faults.append(f"{size:.0f} MB")
    done = f"{count:,} files read or refused, at most {slowest:.2f} s of the processor each, {size:.0f} MB in all."
    return Proof("fuzz", done, faults)


def wrong(data: bytes, deck: Deck) -> str:
    """What should not be: anything but a session or a refusal in one line, or one that does not stay as it is."""
    try:
        session = read_session(data, deck, "a.toml").session
    except NotReadable as refused:
        return "" if refused.what and "\n" not in str(refused) else f"refused with {str(refused)!r}"
    except Exception as fault:  # noqa: BLE001 - whatever comes is a finding
        return f"{type(fault).__name__}: {fault}"
    try:
        saved = session_bytes(session, deck)
        again = session_bytes(read_session(saved, deck).session, deck)
    except NotReadable as refused:
        return f"read, and not written: {refused}"
    except Exception as fault:  # noqa: BLE001 - as above
        return f"read, and not written: {type(fault).__name__}: {fault}"
    return "" if saved == again else "written otherwise the second time"


def cases(rounds: int, chance: random.Random, *, whole: bool) -> Iterator[tuple[str, bytes]]:
    """The files, and what each is."""
    heads = ("", 'format = 1\nid = "s-1"\n')
    if whole:
        for text in (*BROKEN, *(f"a = {words}" for words in NAUGHTY)):
            for head in heads:
                yield "no TOML", f"{head}{text}\n# end\n".encode("utf-8", "surrogatepass")
        for each in FORMATS:
            table = tomllib.loads(each.read_text(encoding="utf-8"))
            for path in list(paths(table)):
                for value in VALUES:
                    yield (
                        f"{each.name}, {'.'.join(path)}",
                        f"{tomli_w.dumps(put(table, path, value))}\n# end\n".encode(),
                    )
    seeds = [each.read_bytes() for each in FORMATS]
    for number in range(rounds):
        yield f"at random {number}", mutated(chance.choice(seeds), chance)


def paths(table: Mapping[str, Any], above: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    """The way to every key of a table."""
    for key, value in table.items():
        yield (*above, key)
        if isinstance(value, dict):
            yield from paths(value, (*above, key))


def put(table: Mapping[str, Any], path: tuple[str, ...], value: object) -> dict[str, Any]:
    """A table with another value at one key."""
    key, *rest = path
    return {**table, key: put(table[key], tuple(rest), value) if rest else value}


def mutated(data: bytes, chance: random.Random) -> bytes:
    """The same with a few changes: bytes, lines, tokens, the end; sealed by hand again in most cases."""
    lines = data.splitlines(keepends=True)
    for _ in range(chance.randint(1, 5)):
        at, other = chance.randrange(len(lines)), chance.randrange(len(lines))
        line = lines[at]
        match chance.randrange(7):
            case 0:
                lines[at] = b""
            case 1:
                lines[at], lines[other] = lines[other], line
            case 2:
                lines[at] = line + lines[other]
            case 3:
                cut = chance.randint(0, len(line))
                lines[at] = line[:cut] + chance.choice(TOKENS) + line[cut:]
            case 4:
                cut = chance.randint(0, len(line))
                lines[at] = line[:cut] + bytes((chance.randrange(256),)) + line[cut + 1 :]
            case 5:
                cut = chance.randint(0, len(line))
                lines[at] = line[:cut] + chance.choice(NAUGHTY).encode("utf-8", "surrogatepass")[:400] + line[cut:]
            case _:
                lines[at] = line[chance.randint(0, len(line)) :]
    text = b"".join(lines)
    return text if chance.random() < 0.2 else text[: text.rfind(b"# end")] + b"\n# end\n"
