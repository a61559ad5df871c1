"""The web page: one file that asks for nothing, in which a person's words are words, and its structure is told."""

import re
from html import escape
from html.parser import HTMLParser
from itertools import pairwise
from xml.dom import minidom

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from innovate_tui.report.document import Run, text_of
from innovate_tui.report.drawings import board_files, figures
from innovate_tui.report.figures.shapes import Words
from innovate_tui.report.figures.svg import mark_svg
from innovate_tui.report.html import stylesheet, to_html, words
from innovate_tui.report.summary import summarise
from innovate_tui.workshop.session import Person, Said
from innovate_tui.workshop.spoken import clean
from tests.report.conftest import document
from tests.report.sessions import DECK, session

VOID = {"meta", "br", "rect", "circle", "polygon", "polyline", "use"}
REACHING = {"script", "img", "link", "iframe", "object", "embed", "form", "input", "video", "audio", "base", "image"}
EVIL = '"><script>alert(1)</script><svg onload=alert(2)>\' onmouseover="x()" </style></title>&lt;b&gt; javascript:x'


class Page(HTMLParser):
    """What a page is made of."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str]]] = []
        self.open: list[str] = []
        self.unclosed: list[str] = []
        self.texts: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, {name: value or "" for name, value in attrs}))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag not in VOID and self.open.pop() != tag:
            self.unclosed.append(tag)

    def handle_data(self, data: str) -> None:
        if "style" not in self.open:
            self.texts.append(data)

    @property
    def text(self) -> str:
        """All that can be read, in one line."""
        return " ".join("".join(self.texts).split())

    def of(self, *names: str) -> list[dict[str, str]]:
        """The attributes of every element of these names."""
        return [attributes for tag, attributes in self.tags if tag in names]


def page_of(name: str) -> Page:
    """The page of a session."""
    return Page(to_html(document(name)))


def test_every_page_is_well_formed_and_asks_for_nothing(every: str) -> None:
    page = page_of(every)
    assert not page.unclosed
    assert not page.open
    assert not REACHING & {tag for tag, _ in page.tags}
    for tag, attributes in page.tags:
        assert not [name for name in attributes if name.startswith("on") or name in ("style", "src", "srcset")], tag
        assert attributes.get("href", "#").startswith("#")
    addresses = re.findall(r"url\(([^)]{9})", to_html(document(every)))
    assert set(addresses) == {"data:font"}
    policy = next(each["content"] for each in page.of("meta") if "http-equiv" in each)
    assert policy.startswith("default-src 'none'; style-src 'sha256-")
    assert "unsafe" not in policy


def test_headings_go_down_a_level_at_a_time_and_ids_are_told_once(every: str) -> None:
    page = page_of(every)
    levels = [int(tag[1]) for tag, _ in page.tags if re.fullmatch(r"h[1-6]", tag)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    known = [attributes["id"] for _, attributes in page.tags if "id" in attributes]
    assert len(known) == len(set(known))
    for attributes in page.of("a", "use"):
        assert attributes["href"][1:] in known
    for _, attributes in page.tags:
        assert attributes.get("aria-labelledby", known[0]) in known


def test_tables_tell_which_header_holds_for_what() -> None:
    page = page_of("year_plan")
    scopes = {attributes["scope"] for attributes in page.of("th")}
    assert scopes == {"col", "row", "rowgroup"}
    assert len(page.of("tbody")) > len(page.of("table"))  # each period is a group of rows


def test_every_figure_says_what_it_shows_and_the_same_follows_in_words(every: str) -> None:
    made = document(every)
    page = to_html(made)
    shown = re.findall(r"<title id=\"picture-\d+-title\">([^<]*)</title>", page)
    told = [text_of(figure.alternative) for figure in figures(made)]
    assert len(set(shown)) == len(shown) == page.count("<figure>") >= len(told)  # no two are called the same
    for figure in figures(made):
        assert escape(" ".join(text_of(figure.alternative).split())) in page
        for item in figure.equivalent.items:
            assert f">{words(item)}</li>" in page


def test_nothing_that_somebody_typed_acts() -> None:
    base = session(title=EVIL, group=EVIL, place=EVIL, said={"trust": Said(None, "", EVIL)})
    made = summarise(base, DECK)
    page = Page(to_html(made))
    plain = Page(
        to_html(summarise(session(title="x", group="y", place="z", said={"trust": Said(None, "", "n")}), DECK))
    )
    assert [tag for tag, _ in page.tags] == [tag for tag, _ in plain.tags]
    assert page.text.count(" ".join(EVIL.split())) == 5  # the title twice, group, place, note
    assert "<script" not in to_html(made)


@settings(max_examples=200, deadline=None)
@given(st.text(alphabet=st.sampled_from(list("<>\"'&;= \n/abcé#\u202e\x00\x1b:")), max_size=40))
def test_no_text_at_all_becomes_markup(said: str) -> None:
    page = Page(f"<p>{words((Run(said),))}</p>")
    assert {tag for tag, _ in page.tags} <= {"p", "br"}
    assert "".join(page.text.split()) == "".join(clean(said).split())


def test_what_is_in_another_language_says_so_and_runs_its_own_way() -> None:
    assert words((Run("Straße", "de"), Run(" here"))) == '<span lang="de">Straße</span> here'
    told = summarise(session(title="مرحبا", group="G"), DECK)
    assert '<h1 dir="auto">مرحبا</h1>' in to_html(told)


def test_a_name_that_runs_backward_leaves_the_sentence_around_it_where_it_is() -> None:
    assert words((Run("مرحبا"), Run(" is large, and "), Run("שלום", "he"))) == (
        '<bdi>مرحبا</bdi> is large, and <bdi lang="he">שלום</bdi>'
    )
    assert words((Run("مرحبا"),)) == "مرحبا"  # by itself it runs its own way, and so does its paragraph
    people = {f"p-{n}": Person(f"p-{n}", name) for n, name in enumerate(("عائشہ", "Jo"))}
    assert "<dd><bdi>عائشہ</bdi></dd>" in to_html(summarise(session(people=people), DECK))


def test_a_table_lies_as_a_table_on_paper_and_as_blocks_on_a_narrow_screen_alone() -> None:
    style = stylesheet()
    assert re.findall(r"@media[^{]*max-width[^{]*", style) == ["@media screen and (max-width: 44rem) "]
    blocks = style.index("table, thead, tbody, tr, th, td { display: block; }")
    assert style.index("max-width: 44rem") < blocks < style.index("@media print")


def test_a_pictures_words_are_escaped_and_legal_xml(every: str) -> None:
    for data in board_files(document(every)).values():
        drawn = minidom.parseString(data)
        names = {node.tagName for node in drawn.getElementsByTagName("*")}
        assert names <= {"svg", "title", "text", "rect", "circle", "polygon", "polyline"}


def test_a_table_of_one_column_has_no_headers_without_a_cell() -> None:
    page = page_of("only_actions")
    assert not [each for each in page.of("th") if each["scope"] == "row"]
    assert "Ask them." in page.text


def test_words_on_a_picture_run_their_own_way_from_where_they_stand() -> None:
    back = mark_svg(Words(3, 5, "کہانی…", 12))
    assert ' direction="rtl" text-anchor="end"' in back  # they end at the left edge of their card
    assert "direction" not in mark_svg(Words(3, 5, "Dŵr", 12))
    assert ' text-anchor="start"' in mark_svg(Words(3, 5, "کہانی", 12, anchor="right"))


def test_the_sheets_of_a_long_roadmap_are_told_apart() -> None:
    files = board_files(document("many_cards"))
    assert len(files) > 1
    for number, data in enumerate(files.values(), 1):
        assert f"Sheet {number} of {len(files)}.</title>" in data.decode()


def test_each_board_is_a_file_by_its_name() -> None:
    assert list(board_files(document("full"))) == ["diamond"]
    assert "roadmap" in " ".join(board_files(document("year_plan")))
    assert board_files(document("empty")) == {}


def test_contrast_is_seven_to_one_or_more_in_light_dark_and_print() -> None:
    sets = re.findall(r":root \{([^}]*)\}", stylesheet())
    assert len(sets) == 3
    for each in sets:
        colour = dict(re.findall(r"--(\w+): (#\w{6})", each))
        for ink in ("ink", "quiet", "link"):
            assert _contrast(colour[ink], colour["paper"]) >= 7
            assert _contrast(colour[ink], colour["panel"]) >= 7


def _contrast(one: str, other: str) -> float:
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    linear = [part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def test_the_same_document_gives_the_same_page() -> None:
    assert to_html(document("full")) == to_html(document("full"))


@pytest.mark.parametrize("name", ["full", "year_plan"])
def test_a_page_is_not_large(name: str) -> None:
    assert len(to_html(document(name)).encode()) < 300_000


def test_a_title_that_goes_on_over_a_line_stands_beside_its_sign_and_not_beneath() -> None:
    told = to_html(document("both_tools"))
    assert re.search(r"<h\d[^>]*><svg class=\"sign\"", told)
    hung = re.search(r":is\(h3, h4, h5\):has\(> \.sign\) \{[^}]*padding-inline-start: ([\d.]+)em", told)
    assert hung
    assert float(hung.group(1)) > 1.05  # as wide as a sign
