"""A PDF with its session attached is opened again as a stranger's file: the same bytes, or a plain word why not."""

import random
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from functools import cache
from io import BytesIO
from pathlib import Path

import pytest
from fpdf import FPDF
from pypdf import PdfReader, PdfWriter

from innovate_tui.report.formats import written
from innovate_tui.report.pdf import ATTACHED
from innovate_tui.storage import attached as reading
from innovate_tui.storage.attached import open_attached, session_in
from innovate_tui.storage.bounded_toml import LARGEST, NotReadable, is_pdf, read_bytes
from innovate_tui.storage.deck_files import open_content
from innovate_tui.storage.locations import content_folder
from innovate_tui.storage.session_text import session_bytes
from tests import crafted_pdf as crafted
from tests.crafted_pdf import CATALOG, SESSION, SPEC, attachment, packed, pdf
from tests.decks import deck
from tests.report.test_left_out import laden
from tests.test_command_line import CHOOSY, Run, run

__all__ = ["run"]

ENDS = (".", "?")


@cache
def ours(*, brief: bool = True) -> bytes:
    """A PDF that the program has written, with its session."""
    return written(laden(), deck(), "pdf", brief=brief, attached=session()).data


@cache
def session() -> bytes:
    return session_bytes(laden(), deck())


def refused(data: bytes) -> str:
    """Why a PDF gives no session, in one plain line that names the file and says what to do."""
    with pytest.raises(NotReadable) as trouble:
        session_in(data, "a.pdf")
    said = str(trouble.value)
    assert said.startswith("a.pdf: ")
    assert said.endswith(ENDS)
    assert said.isprintable()
    assert trouble.value.mend
    return said


@pytest.mark.parametrize("brief", [False, True])
def test_what_is_attached_comes_out_byte_for_byte(brief: bool) -> None:
    assert session_in(ours(brief=brief), "a.pdf") == session()
    assert PdfReader(BytesIO(ours(brief=brief))).attachments["session.toml"] == [session()]
    assert ATTACHED.encode() == reading.ATTACHED


def test_one_that_is_put_together_by_hand_reads_too() -> None:
    """So that what is wrong with the others below is what was made wrong in them."""
    assert session_in(pdf(), "a.pdf") == SESSION
    plain = b"<</Params<</Size %d>>/Length %d>>\nstream\n%b\nendstream" % (len(SESSION), len(SESSION), SESSION)
    assert session_in(pdf({3: plain}), "a.pdf") == SESSION


def test_every_beginning_of_one_is_cut_short() -> None:
    whole = ours()
    for length in range(len(whole) - 1):
        with pytest.raises(NotReadable):
            session_in(whole[:length], "a.pdf")
    assert session_in(whole[:-1], "a.pdf") == session()  # the end of its last line is no loss
    assert "cut short" in refused(whole[:-4])
    assert "cut short" in refused(whole[: len(whole) // 2])


def test_a_flipped_byte_is_noticed_or_changes_nothing_of_the_session() -> None:
    whole, chance, seen = ours(), random.Random(6), 0
    spec = whole.index(b"/EmbeddedFile")
    weak = [*range(spec - 1_000, spec + 600), *range(len(whole) - 1_500, len(whole))]
    for place in [*weak, *(chance.randrange(len(whole)) for _ in range(2_000))]:
        flipped = bytearray(whole)
        flipped[place] ^= 1 << chance.randrange(8)
        try:
            found = session_in(bytes(flipped), "a.pdf")
        except NotReadable:
            seen += 1
        else:
            assert found == session()
    assert seen > 500


def test_bytes_cut_out_or_put_in_are_noticed_or_change_nothing() -> None:
    whole, chance = ours(), random.Random(7)
    for _ in range(1_000):
        start, count = chance.randrange(len(whole)), chance.randrange(1, 400)
        for changed in (whole[:start] + whole[start + count :], whole[:start] + bytes(count) + whole[start:]):
            with suppress(NotReadable):
                assert session_in(changed, "a.pdf") == session()


def foreign() -> FPDF:
    paper = FPDF()
    paper.add_page()
    return paper


def locked() -> bytes:
    paper = foreign()
    paper.set_encryption("owner", "user")
    return bytes(paper.output())


def with_another_file() -> bytes:
    paper = foreign()
    paper.embed_file(bytes=session(), basename="session.toml")
    return bytes(paper.output())


def saved_by_another(*, added: bool) -> bytes:
    kept = BytesIO()
    writer = PdfWriter(BytesIO(ours()), incremental=True) if added else PdfWriter(clone_from=BytesIO(ours()))
    writer.add_metadata({"/Title": "Another"})
    writer.write(kept)
    return kept.getvalue()


def locked_later() -> bytes:
    kept = BytesIO()
    writer = PdfWriter(clone_from=BytesIO(ours()))
    writer.encrypt("secret", algorithm="RC4-128")
    writer.write(kept)
    return kept.getvalue()


FOREIGN: dict[str, tuple[Callable[[], bytes], str]] = {
    "another program's": (lambda: bytes(foreign().output()), "not as innovate-tui writes them"),
    "another program's with a file of that name": (with_another_file, "not as innovate-tui writes them"),
    "saved again by another program": (lambda: saved_by_another(added=False), "not as innovate-tui writes them"),
    "added to by another program": (lambda: saved_by_another(added=True), "not as innovate-tui writes them"),
    "locked": (locked, "locked with a password"),
    "locked later": (locked_later, "locked with a password"),
    "ours without a session": (lambda: written(laden(), deck(), "pdf", brief=True).data, "No session is attached"),
    "no PDF": (lambda: b"format = 1\n%%EOF\n", "This is no PDF."),
    "nothing": (lambda: b"", "This is no PDF."),
}


@pytest.mark.parametrize("name", list(FOREIGN))
def test_what_we_did_not_write_is_said_to_be_so(name: str) -> None:
    make, said = FOREIGN[name]
    assert said in refused(make())


WRONG = {
    "another name": ({1: CATALOG.replace(b"session", b"letters")}, "No session is attached"),
    "a name that leads elsewhere": ({1: CATALOG.replace(b"session.toml", b"../../etc/passwd")}, "No session"),
    "a name that does something": ({1: CATALOG.replace(b"session.toml", b"\x1b]0;x\x07")}, "No session"),
    "two sessions": ({1: crafted.listed(2)}, "2 files are attached"),
    "two, one of them ours": ({1: CATALOG.replace(b"2 0 R]>>", b"2 0 R (b) 2 0 R]>>")}, "2 files are attached"),
    "a tree of names": ({1: CATALOG.replace(b"/Names[", b"/Kids[")}, "its list of attached files"),
    "not the one in both lists": ({1: CATALOG.replace(b"AF[2", b"AF[3")}, "its list of attached files"),
    "no list of its own": ({1: b"<</Type/Catalog/AF[2 0 R]>>"}, "its list of attached files"),
    "an attachment of another filter": ({3: attachment(words=b"/X 1").replace(b"Flate", b"LZW__")}, "attached to it"),
    "several filters": ({3: attachment().replace(b"/FlateDecode", b"[/FlateDecode/FlateDecode]")}, "attached to it"),
    "a filter with more to say": ({3: attachment(words=b"/DecodeParms<</Predictor 12>>")}, "attached to it"),
    "data in another file": ({3: attachment(words=b"/F(/etc/passwd)")}, "attached to it"),
    "another size": ({3: packed(SESSION, b"/Params<</Size 7>>")}, "damaged"),
    "no size": ({3: packed(SESSION)}, "attached to it"),
    "a length below nothing": ({3: attachment(words=b"").replace(b"/Length ", b"/Length -")}, "attached to it"),
    "a length beyond the end": ({3: attachment().replace(b"/Length ", b"/Length 9999")}, "damaged"),
    "a length elsewhere": ({3: attachment().replace(b"/Length ", b"/Length 2 0 R/Long ")}, "attached to it"),
    "the same key twice": ({2: SPEC.replace(b"/UF", b"/F")}, "attached to it"),
    "a key that is no name": ({2: SPEC.replace(b"/UF", b"(UF)")}, "attached to it"),
    "signs that do not belong together": ({2: SPEC.replace(b"R>>>>", b"R>>]")}, "attached to it"),
    "a sign that is none": ({2: SPEC.replace(b"/UF", b"}UF")}, "attached to it"),
    "its own description": ({2: SPEC.replace(b"3 0 R", b"2 0 R")}, "attached to it"),
    "nobody's object": ({2: SPEC.replace(b"3 0 R", b"99999999 0 R")}, "attached to it"),
    "a list where words are": ({2: b"[1 2 3]"}, "attached to it"),
}


@pytest.mark.parametrize("name", list(WRONG))
def test_whatever_is_wrong_in_an_object_is_refused_and_named(name: str) -> None:
    objects, said = WRONG[name]
    assert said in refused(pdf(objects))


def test_data_after_the_packed_data_is_not_passed_over() -> None:
    body = attachment()
    cut = body.index(b"stream\n") + len(b"stream\n")
    length = body.index(b"/Length ") + len(b"/Length ")
    count = int(body[length : body.index(b">>\nstream")])
    longer = body[:length] + b"%d" % (count + 4) + b">>\nstream\n" + body[cut : cut + count] + b"more\nendstream"
    assert "damaged" in refused(pdf({3: longer}))
    shorter = body[:length] + b"%d" % (count - 4) + b">>\nstream\n" + body[cut : cut + count - 4] + b"\nendstream"
    assert "damaged" in refused(pdf({3: shorter}))


def test_a_table_that_is_not_ours_is_refused() -> None:
    for more in (b"/Prev 9", b"/Index[0 5]", b"/DecodeParms<<>>"):
        assert "not as innovate-tui writes them" in refused(pdf(more=more))
    assert "locked with a password" in refused(pdf(more=b"/Encrypt 3 0 R"))
    for root in (b"4 0 R", b"9 0 R", b"3", b"(1)", b"null"):
        assert refused(pdf(root=root))
    assert "more than 21 bytes" in refused(pdf(size=3))
    assert "damaged" in refused(pdf(size=200_000))
    assert "not as innovate-tui writes them" in refused(pdf(size=100_000_000))
    for at in (0, 9, 99_999_999):  # not where the table is, the first object, and nowhere
        assert refused(pdf(at=at))
    in_a_stream = b"\0\0\0\0\0\xff\xff" + b"\2\0\0\0\1\0\0" * 4
    assert "its catalog" in refused(pdf(rows=in_a_stream))
    one_place = b"\0\0\0\0\0\xff\xff" + b"\1\0\0\0\x09\0\0" * 4  # all of them at the first: other numbers stand there
    assert "attached to it" in refused(pdf(rows=one_place))


def test_an_object_is_the_one_that_is_asked_for_and_is_there() -> None:
    twice = {2: SPEC, 4: SPEC}
    assert session_in(pdf(twice), "a.pdf") == SESSION
    assert "attached to it" in refused(pdf(twice, lies={2: 4}))
    assert "attached to it" in refused(pdf(twice, gone=2))


def test_data_ends_where_it_says() -> None:
    short = b"<</Params<</Size 10>>/Length 10>>\nstream\n%b\nendstream" % SESSION
    assert "damaged" in refused(pdf({3: short}))


def test_nothing_is_unpacked_beyond_what_a_session_may_have() -> None:
    zeros = bytes(LARGEST + 1)
    assert "more than 5,000,000 bytes" in refused(pdf({3: attachment(zeros)}))
    assert session_in(pdf({3: attachment(zeros[1:])}), "a.pdf") == zeros[1:]
    assert "more than 35 bytes" in refused(pdf(rows=zeros))


@pytest.mark.parametrize(
    ("most", "more"),
    [
        (b"/X" + b"[" * 7 + b"]" * 7, b"/X" + b"[" * 8 + b"]" * 8),
        (b"/X[" + b"1 " * 1_900 + b"]", b"/X[" + b"1 " * 2_000 + b"]"),
        (b"/X(" + b"x" * 19_800 + b")", b"/X(" + b"x" * 20_000 + b")"),
    ],
    ids=["depth", "signs", "length"],
)
def test_words_have_a_bound(most: bytes, more: bytes) -> None:
    """Far above what an object of ours has, and far below what would take time."""
    assert session_in(pdf({2: SPEC[:-2] + most + b">>"}), "a.pdf") == SESSION
    assert "attached to it" in refused(pdf({2: SPEC[:-2] + more + b">>"}))


def test_bombs_are_answered(tmp_path: Path) -> None:
    """How little time and memory that takes, tests/proofs/strangers.py says."""
    content, file = open_content(content_folder()), tmp_path / "bomb.pdf"
    for name, data in crafted.bombs(20_000_000):
        file.write_bytes(data)
        with pytest.raises(NotReadable) as trouble:
            open_attached(file, content)
        assert str(trouble.value).startswith(f"{file}: "), name
        assert str(trouble.value).endswith(ENDS), name
        assert file.read_bytes() == data


def test_a_pdf_may_be_larger_than_a_session_and_has_a_bound_of_its_own(tmp_path: Path) -> None:
    file = tmp_path / "a.pdf"
    file.write_bytes(pdf({4: b"x" * (LARGEST + 1)}))
    assert open_attached(file, open_content(content_folder())).data == SESSION
    with pytest.raises(NotReadable, match="5 MB is the most"):
        read_bytes(file)


def test_what_is_wrong_in_the_session_is_said_with_its_place_and_a_way_on(tmp_path: Path) -> None:
    file, content = tmp_path / "a.pdf", open_content(content_folder())
    file.write_bytes(pdf({3: attachment(SESSION.replace(b'"s-1"', b'"s-1'))}))
    with pytest.raises(NotReadable) as trouble:
        open_attached(file, content)
    assert str(trouble.value).startswith(f"{file}: the session attached to it, line 2: ")
    assert "A PDF viewer saves what is attached" in str(trouble.value)
    file.write_bytes(pdf({3: attachment(SESSION.replace(b"format = 1", b"format = 2"))}))
    with pytest.raises(NotReadable, match="Open it with a newer innovate-tui"):
        open_attached(file, content)
    file.write_bytes(pdf({3: attachment(SESSION.replace(b"# end", b"# end sha256=" + b"0" * 32))}))
    assert open_attached(file, content).notices == (
        "It was changed outside the program, and is taken as it stands now.",
    )


def test_a_pdf_is_known_by_how_it_begins_and_not_by_its_name(tmp_path: Path) -> None:
    file = tmp_path / "a.toml"
    file.write_bytes(pdf())
    assert is_pdf(file)
    file.write_bytes(SESSION)
    assert not is_pdf(file)
    assert not any(is_pdf(each) for each in (tmp_path, tmp_path / "gone.pdf", Path("a\0.pdf"), Path("/dev/null")))


# From the command line


def test_every_verb_that_reads_takes_a_pdf_and_leaves_it_as_it_is(run: Run, tmp_path: Path) -> None:
    assert run("sample", "s.toml").code == 0
    assert run("export", "s.toml", "--attach", "-o", "s.pdf").err == ""
    before, whole = (tmp_path / "s.pdf").read_bytes(), (tmp_path / "s.toml").read_bytes()
    assert session_in(before, "s.pdf") == whole
    assert run("check", "s.pdf") == run("check", "s.toml")
    assert run("show", "s.pdf") == run("show", "s.toml")
    assert run("export", "s.pdf", "--to", "md", "-o", "from-pdf.md").code == 0
    assert run("export", "s.toml", "--to", "md", "-o", "from-toml.md").code == 0
    assert (tmp_path / "from-pdf.md").read_bytes() == (tmp_path / "from-toml.md").read_bytes()
    assert run("export", "s.pdf", "--attach", "-o", "again.pdf").code == 0
    assert (tmp_path / "again.pdf").read_bytes() == before
    assert (tmp_path / "s.pdf").read_bytes() == before
    listed = run("check", "s.pdf", "s.toml", "again.pdf")
    assert (listed.code, listed.err) == (0, "")


def test_a_pdf_without_a_session_ends_with_a_word_and_no_terminal_is_needed_to_hear_it(
    run: Run, tmp_path: Path
) -> None:
    run("export", "a.toml", "-o", "a.pdf", "--force")
    before = (tmp_path / "a.pdf").read_bytes()
    for words in (["check"], ["show"], ["export"], []):
        done = run(*words, "a.pdf")
        assert done.code == 1
        assert done.problems[-1].startswith("a.pdf: No session is attached to this PDF. Open the session’s own file")
    assert (tmp_path / "a.pdf").read_bytes() == before
    assert not (tmp_path / "Innovate").exists()


@pytest.mark.parametrize("brief", [[], ["--brief"]])
def test_what_goes_out_against_the_choice_is_said(run: Run, tmp_path: Path, brief: list[str]) -> None:
    (tmp_path / "shy.toml").write_bytes(CHOOSY)
    done = run("export", "shy.toml", "--attach", *brief, "-o", "shy.pdf")
    assert done.code == 0
    assert done.problems[-1] == (
        "shy.toml: The whole session is attached to it, with what the summary does not tell: "
        "names in full, notes, disagreements, parked thoughts."
    )
    assert session_in((tmp_path / "shy.pdf").read_bytes(), "") == CHOOSY
    quiet = run("export", "shy.toml", *brief, "-o", "quiet.pdf")
    assert not any("attached" in line for line in quiet.problems)
    assert b"EmbeddedFile" not in (tmp_path / "quiet.pdf").read_bytes()


def test_a_session_that_asks_to_be_attached_goes_with_a_pdf_from_the_command_line_only_when_told(
    run: Run, tmp_path: Path
) -> None:
    """As with one page: what the command says holds. Nothing private goes out because of a file somebody sent."""
    asked = replace(laden(), included=laden().included._replace(attach=True))
    (tmp_path / "asks.toml").write_bytes(session_bytes(asked, deck()))
    assert run("export", "asks.toml", "-o", "asks.pdf").code == 0
    assert b"EmbeddedFile" not in (tmp_path / "asks.pdf").read_bytes()


@pytest.mark.parametrize("to", ["html", "md", "txt", "csv", "svg"])
def test_only_a_pdf_takes_a_session(run: Run, to: str) -> None:
    done = run("export", "a.toml", "--attach", "--to", to, "-o", "out")
    assert done.code == 2
    assert f"--attach puts the session into a PDF; it cannot go with {to}" in done.problems[-1]
