"""What is pasted is words: no sequence in it becomes a key, however it arrives."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.events import Key, Paste
from textual.message import Message

from innovate_tui.ui.pasted_input import BEGIN, END, CarefulParser, PastedInput
from innovate_tui.workshop.spoken import clean, removed

PASTE = f"a{BEGIN}one\x1b]52;c;aGk=\x07 two\x1b[999;999Hthree\n\tfour\x9b5\x1b{END}b"


def heard(pieces: list[str]) -> list[Message]:
    parser = CarefulParser()
    return [message for piece in pieces for message in parser.feed(piece)]


@pytest.mark.parametrize("size", [1, 2, 3, 5, 7, 1000])
def test_no_sequence_in_a_paste_becomes_a_key(size: int) -> None:
    messages = heard([PASTE[at : at + size] for at in range(0, len(PASTE), size)])
    assert [each.key for each in messages if isinstance(each, Key)] == ["a", "b"]
    (paste,) = (each for each in messages if isinstance(each, Paste))
    assert clean(paste.text) == "one]52;c;aGk= two[999;999Hthree\n    four5"
    assert removed(paste.text) == removed(PASTE) - 2, "the marks of the paste itself"


@given(st.text("\x1b[201~ab\x07\n"), st.lists(st.integers(0, 40)))
def test_what_is_cut_in_pieces_is_cleaned_as_the_whole_is(text: str, cuts: list[int]) -> None:
    whole = f"{text}{BEGIN}{text}{END}{text}"
    ends = sorted({min(cut, len(whole)) for cut in cuts} | {0, len(whole)})
    cleaner = PastedInput()
    pieces = [cleaner.cleaned(whole[begin:end]) for begin, end in pairwise(ends)]
    assert "".join(pieces) == PastedInput().cleaned(whole)


def test_keys_are_passed_on_at_once_and_as_they_are() -> None:
    cleaner = PastedInput()
    for key in ("\x1b", "[", "A", "\x1b[20", "\x07", "\x1b[<0;3;4M"):
        assert cleaner.cleaned(key) == key
