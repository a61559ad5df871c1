"""Everyone's language (E13, C6): other scripts are joined, run in their direction and read back, where there are fonts.

The fonts are those of this machine and the shaper is an extra: where either is missing, these tests are skipped, and
say which. What happens without them is tested everywhere.
"""

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from innovate_tui.report import lettering, scripts
from innovate_tui.report.footer import footer_line
from innovate_tui.report.order import in_sight
from innovate_tui.report.pdf import Printed, to_pdf
from innovate_tui.report.summary import summarise
from innovate_tui.report.unprintable import stretches
from innovate_tui.workshop.diamond import Diamond, Standing
from innovate_tui.workshop.session import Boards
from tests.report.sessions import DECK, TITLES, session
from tests.report.tagged_reading import heard
from tests.report.test_accessible import failed

SYSTEM = Path("/usr/share/fonts")
SAID = {
    "arabic": "أخبرتنا العائلات أنها تكرر قصتها (2026) لا إله",
    "bengali": "পরিবারগুলি বলেছে যে তারা ক্ষ ত্র জ্ঞ",
    "gurmukhi": "ਪਰਿਵਾਰਾਂ ਨੇ ਕਿਹਾ ਕਿ ਉਹ ਸ਼੍ਰੀ ਪ੍ਰੇਮ",
    "han": "家庭告诉我们他们要重复自己的故事",
    "letters": "Καλημέρα, Здравствуйте",
}
URDU = "خاندانوں نے بتایا کہ وہ ہر بار اپنی کہانی دہراتے ہیں۔ ۱۲۳ (GOV.UK) اور 2026 میں بھی یہی ہوا۔"


@pytest.fixture
def fonts(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The fonts of this machine, for one test."""
    _measured_anew()
    monkeypatch.setenv(scripts.FOLDER, str(SYSTEM))
    yield
    _measured_anew()


def _measured_anew() -> None:
    for bold in lettering.FACES:
        lettering.face(bold).widths.clear()
    lettering._broken.cache_clear()


def printed_with(*reasons: str) -> Printed:
    """A diamond with these reasons."""
    cards = {key: Standing(place, text) for place, (key, text) in enumerate(zip(TITLES, reasons, strict=False), 1)}
    return to_pdf(summarise(session(title="Stories", boards=Boards(Diamond(cards))), DECK))


def needed(*texts: str) -> None:
    """Skip, and say so, where this machine cannot print them."""
    if not scripts.shaper():
        pytest.skip("uharfbuzz is not installed: pip install uharfbuzz")
    missing = [text for text in texts if not all(letters for letters, _ in lettering.script_runs(text))]
    if missing:
        pytest.skip(f"no font for {missing}: apt-get install fonts-noto-core fonts-droid-fallback")


def embedded(made: Printed) -> set[str]:
    """The fonts in a file."""
    names = set()
    for page in PdfReader(BytesIO(made.data)).pages:
        fonts: Any = page["/Resources"]["/Font"]  # type: ignore[index]  # pypdf types it loosely
        names |= {str(font.get_object()["/BaseFont"]) for font in fonts.values()}
    return names


def test_without_a_font_every_script_is_named_once_with_its_words() -> None:
    made = printed_with(SAID["bengali"], SAID["han"])
    assert made.unprintable == (SAID["bengali"], SAID["han"])
    cards = {"team": Standing(1, f"We say {SAID['han']} and 😀 and 😀")}
    said = summarise(session(title="Stories", boards=Boards(Diamond(cards))), DECK)
    assert stretches(said) == (SAID["han"], "😀")


def test_without_a_shaper_letters_that_would_fall_apart_count_as_not_to_be_printed(
    fonts: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(scripts, "shaper", lambda: None)
    scripts._font_of.cache_clear()
    try:
        assert printed_with(SAID["arabic"]).unprintable[0].startswith("أخبرتنا العائلات")
    finally:
        scripts._font_of.cache_clear()


@pytest.mark.parametrize("script", list(SAID))
def test_a_script_is_printed_with_its_font_and_keeps_both_standards(fonts: None, script: str) -> None:
    needed(SAID[script])
    made = printed_with(SAID[script])
    assert made.unprintable == ()
    assert failed(made.data) == set()
    assert len(embedded(made)) == 3  # the two that ship, and the one that is needed
    assert len(embedded(printed_with("Plain words."))) == 2


@pytest.mark.parametrize("script", ["han", "letters"])
def test_what_stands_side_by_side_reads_back_as_it_was_typed(fonts: None, script: str) -> None:
    needed(SAID[script])
    told = heard(printed_with(SAID[script]).data).text
    assert SAID[script].replace(" ", "") in told.replace(" ", "")


@pytest.mark.parametrize("text", [SAID["arabic"], URDU])
def test_what_runs_backward_is_heard_in_the_order_in_which_it_was_typed(fonts: None, text: str) -> None:
    needed(text)
    made = printed_with(text)
    assert failed(made.data) == set()
    told = [each.actual for each in heard(made.data).all("P") if each.actual]
    assert told == [text]


@pytest.mark.parametrize("script", ["bengali", "gurmukhi"])
def test_what_is_reordered_says_the_letters_that_were_typed(fonts: None, script: str) -> None:
    needed(SAID[script])
    contents = b"".join(
        page.get_contents().get_data()  # type: ignore[union-attr]  # every page has contents
        for page in PdfReader(BytesIO(printed_with(SAID[script]).data)).pages
    )
    assert b"/ActualText<FEFF" + SAID[script].encode("utf-16-be").hex().upper().encode() in contents


def test_a_line_that_runs_backward_stands_in_the_order_of_the_eye(fonts: None) -> None:
    needed(URDU)
    parts = list(in_sight("کہ (GOV.UK) اور", False, "right"))
    assert [(part.strip(), backward) for _, part, backward in parts if part.strip()] == [
        ("اور", True),
        ("(", True),
        ("GOV.UK", False),
        (")", True),
        ("کہ", True),
    ]


def test_a_line_that_begins_on_the_right_runs_backward_whatever_it_begins_with(fonts: None) -> None:
    needed(URDU)
    assert [part.strip() for _, part, _ in in_sight("GOV.UK اور", False, "right")] == ["اور", "", "GOV.UK"]
    assert [part.strip() for _, part, _ in in_sight("GOV.UK اور", False, "left")] == ["GOV.UK", "اور"]


def test_a_space_is_as_wide_as_ever_between_letters_that_do_not_join(fonts: None) -> None:
    needed(SAID["letters"], SAID["bengali"])
    assert [letters is True for letters, run in lettering.script_runs("Καλη Здрав") if run == " "] == [True]
    assert len(lettering.script_runs("পরিবারগুলি বলেছে")) == 1


def test_a_title_that_runs_backward_does_not_turn_the_date_round() -> None:
    line = footer_line(["قصة العائلات", "12 March 2026"])
    assert "".join(part for _, part, _ in in_sight(line, False, "left")).endswith("12 March 2026")
    assert footer_line(["Plain", "12 March 2026"]) == "Plain · 12 March 2026"


def test_a_text_begins_on_the_side_where_its_first_letter_does() -> None:
    assert lettering.right_to_left("(2026) قصة and more")
    assert not lettering.right_to_left("12 March, قصة")
    assert not lettering.right_to_left("12")


def test_joiners_stay_between_letters_that_join_and_nowhere_else() -> None:
    assert lettering.printed("می\u200cخواهم") == "می\u200cخواهم"
    assert lettering.printed("a\u200cb \U0001f468\u200d\U0001f469") == "ab \U0001f468\U0001f469"


def test_nothing_is_looked_for_where_the_fonts_that_ship_are_enough(monkeypatch: pytest.MonkeyPatch) -> None:
    def never(_: str | None) -> dict[str, Path]:
        raise AssertionError("fonts were looked for")

    monkeypatch.setattr(scripts, "_files", never)
    assert printed_with("Zespół jest zżyty; dŵr, tŷ").unprintable == ()


def test_a_file_that_is_no_font_is_passed_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "NotoSans-Regular.ttf").write_bytes(b"no font")
    monkeypatch.setenv(scripts.FOLDER, str(tmp_path))
    assert scripts.font_of("Ж") is None
