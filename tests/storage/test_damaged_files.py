"""Files that were damaged at rest: each opens as it was, or says what is wrong and is met with what survives of it."""

import random
import tomllib
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from innovate_tui.storage.bounded_toml import NotReadable
from innovate_tui.storage.deck_files import Content
from innovate_tui.storage.locations import state_folder
from innovate_tui.storage.salvage import salvage
from innovate_tui.storage.session_file import open_session
from innovate_tui.storage.session_reading import read_session
from innovate_tui.storage.session_text import Seal, seal_of, session_bytes
from innovate_tui.storage.versions import keep_version
from innovate_tui.ui import rescuing
from innovate_tui.workshop.deck import Deck
from tests.proofs.bits import OUTSIDE, flipped, noticed

FORMATS = sorted((Path(__file__).parent.parent / "formats").glob("*.toml"))
MOMENT = datetime(2026, 3, 12, 10, 18, tzinfo=UTC)


def zeros(data: bytes) -> bytes:
    """A sector that was never written, as after a power cut."""
    return data[:512] + bytes(min(512, len(data) - 512)) + data[1024:]


def swapped(data: bytes) -> bytes:
    """Two sectors in the wrong order."""
    return data[:512] + data[1024:1536] + data[512:1024] + data[1536:]


DAMAGE: dict[str, Callable[[bytes], bytes]] = {
    "cut in half": lambda data: data[: len(data) // 2],
    "without its last byte but one": lambda data: data[:-2],
    "without its last line": lambda data: data[: data.rstrip().rindex(b"\n")],
    "all zeros": lambda data: bytes(len(data)),
    "empty": lambda data: b"",
    "zeros at its end": lambda data: data + bytes(512),
    "a sector of zeros": zeros,
    "two sectors swapped": swapped,
    "its first sector gone": lambda data: data[512:],
    "the end of an older, longer one": lambda data: data + b'\nwhy = "older"\n' + data[-200:],
    "twice": lambda data: data + data,
    "as UTF-16": lambda data: data.decode().encode("utf-16"),
    "with a mark at its beginning": lambda data: b"\xef\xbb\xbf" + data,
    "with the line ends of Windows": lambda data: data.replace(b"\n", b"\r\n"),
    "one word changed": lambda data: data.replace(b"title = ", b"title =  ", 1),
}


@pytest.mark.parametrize("damage", DAMAGE)
@pytest.mark.parametrize("name", [path.name for path in FORMATS])
def test_a_damaged_file_opens_or_says_so_and_the_best_that_survives_is_there(
    tmp_path: Path, content: Content, name: str, damage: str
) -> None:
    whole = next(path for path in FORMATS if path.name == name).read_bytes()
    before = read_session(whole, content.deck()).session
    kept = session_bytes(before, content.deck())
    assert keep_version(state_folder(before.id), kept, 7, MOMENT)
    path = tmp_path / "ours.toml"
    damaged = DAMAGE[damage](whole)
    path.write_bytes(damaged)
    trouble: NotReadable | None = None
    try:
        opened = open_session(path, content)
    except NotReadable as found:
        trouble = found
    if trouble is None:
        assert opened.session == before or OUTSIDE in opened.notices
    else:
        assert trouble.what
        assert trouble.mend
        assert "\n" not in str(trouble)
        survives = salvage(state_folder(before.id), path, before.id, content)
        assert survives is not None
        assert survives.data == kept
        if b'\nid = "s-' in damaged:
            assert rescuing.of_the_damaged(path, content) is not None
    assert path.read_bytes() == damaged, "nothing is done to it"


def test_a_beginning_of_a_session_is_said_to_be_cut_short(deck: Deck) -> None:
    whole = FORMATS[0].read_bytes()
    assert seal_of(whole.decode()) is Seal.RIGHT
    last = whole.rindex(b"# end")
    for end in range(0, last + len(b"# end"), 3):
        with pytest.raises(NotReadable):
            read_session(whole[:end], deck)
    for end in range(last + len(b"# end"), len(whole)):  # all that anybody wrote is there
        assert read_session(whole[:end], deck).session == read_session(whole, deck).session


def test_some_hundred_flipped_bits_of_a_session_are_all_noticed(deck: Deck) -> None:
    whole, chance = FORMATS[-1].read_bytes(), random.Random(7)
    assert [flip for flip in chance.sample(range(8 * len(whole)), 500) if not noticed(flipped(whole, flip), deck)] == []


def test_the_corpus_of_every_format_opens_without_a_change_to_its_file(tmp_path: Path, content: Content) -> None:
    assert len(FORMATS) >= 8
    for each in FORMATS:
        path = tmp_path / each.name
        path.write_bytes(each.read_bytes())
        assert open_session(path, content).session.id == tomllib.loads(each.read_text(encoding="utf-8"))["id"]
        assert path.read_bytes() == each.read_bytes()
