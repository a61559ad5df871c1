"""The verb that prints the guide to a tool, or the pack of cards and boards for it: guide."""

from argparse import ArgumentTypeError, Namespace
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from innovate_tui.cli.parsing import DONE, NOT_DONE, Parser, content_of
from innovate_tui.cli.saying import problem, say, visible
from innovate_tui.cli.writing import code_of_writing, made, write
from innovate_tui.storage import locations
from innovate_tui.storage.deck_tools import TOOLS
from innovate_tui.storage.safe_write import NotWritten
from innovate_tui.workshop.deck import Deck, Mode

MOST_GROUPS = 99


def _guide(words: Sequence[str], folder: Path | None) -> int:
    parser = Parser(
        prog="innovate-tui guide",
        description="Print how to lead through a tool: what to have ready, what to say and do, and how long it takes. "
        "With --pack, print its cards and boards for groups who want paper.",
        allow_abbrev=False,
    )
    parser.add_argument("tool", metavar="TOOL", choices=TOOLS, help="diamond, quadrants or roadmap")
    parser.add_argument(
        "--mode", choices=[str(mode) for mode in Mode], help="for one person, a group (if you do not say) or several"
    )
    parser.add_argument(
        "--groups", metavar="N", type=_several, help="how many groups work at once; means --mode groups"
    )
    parser.add_argument(
        "--pack",
        choices=["a4", "a3"],
        help="instead: cards to cut out, boards and summaries as a PDF, for A4 or A3 paper; with --groups it says "
        "how many copies",
    )
    parser.add_argument(
        "--to", choices=["pdf", "md"], help="PDF or Markdown; without this and without -o it is printed as plain text"
    )
    parser.add_argument(
        "-o", "--output", metavar="PATH", type=Path, help="the file to write; as PDF unless its name ends in .md"
    )
    parser.add_argument("--force", action="store_true", help="write over a file that stands there")
    asked = parser.parse_args(words)
    if asked.groups and asked.mode not in (None, Mode.GROUPS):
        parser.error(f"--groups is for several groups, not for --mode {asked.mode}")
    if asked.pack and asked.mode not in (None, Mode.GROUPS):
        parser.error(f"--pack is for groups, not for --mode {asked.mode}")
    if asked.pack and (asked.to == "md" or (asked.output and asked.output.suffix.casefold() == ".md")):
        parser.error("--pack is written as a PDF")
    if asked.pack:
        return _pack(asked, content_of(folder).deck())
    mode = Mode(asked.mode) if asked.mode else Mode.GROUPS if asked.groups else Mode.GROUP
    deck = content_of(folder).deck()
    if not deck.tools[asked.tool].steps_for(mode):
        problem(f"This deck has no steps for {deck.tools[asked.tool].title}, so there is no guide to it.")
        return NOT_DONE
    from innovate_tui.report.guide_parts import guide_document
    from innovate_tui.ui.minting import now
    from innovate_tui.workshop.guide import run_sheet

    document = guide_document(run_sheet(deck.tools[asked.tool], mode, groups=asked.groups or 1), deck, now())
    output: Path | None = asked.output
    to = asked.to or (None if output is None else "md" if output.suffix.casefold() == ".md" else "pdf")
    if to != "pdf":
        from innovate_tui.report.markdown import to_markdown
        from innovate_tui.report.plain import to_plain

        text = to_markdown(document) if to == "md" else to_plain(document)
        if output is None:
            say(text)
            return DONE
        return code_of_writing(output, text.encode("utf-8"), force=asked.force)
    from innovate_tui.report.pdf import to_pdf

    printed = to_pdf(document)
    for line in printed.unprintable:
        problem(f"{asked.tool}: {line}")
    if output is not None:
        return code_of_writing(output, printed.data, force=asked.force)
    name = f"guide {asked.tool} {asked.groups or ''} {mode}"
    return _named(name, printed.data, force=asked.force)


def _pack(asked: Namespace, deck: Deck) -> int:
    """Write the pack of a tool (D10–D15, Q13–Q19, R11–R19)."""
    from innovate_tui.report.pack_parts import pack
    from innovate_tui.report.pack_sheets import Paper
    from innovate_tui.report.pdf import to_pdf
    from innovate_tui.ui.minting import now

    made_of = pack(deck, deck.tools[asked.tool], Paper(asked.pack), now(), groups=asked.groups or 1)
    printed = to_pdf(made_of.document, made_of.sheets)
    for line in printed.unprintable:
        problem(f"{asked.tool}: {line}")
    if asked.output is not None:
        return code_of_writing(asked.output, printed.data, force=asked.force)
    return _named(f"pack {asked.tool} {asked.groups or ''} {asked.pack}", printed.data, force=asked.force)


def _several(word: str) -> int:
    """A number of groups that work at the same time: from two on."""
    if not word.isascii() or not word.isdigit() or not 2 <= int(word[:9]) <= MOST_GROUPS:
        raise ArgumentTypeError(f"a number of groups from 2 to {MOST_GROUPS}, not {word!r}")
    return int(word)


def _named(words: str, data: bytes, *, force: bool) -> int:
    """Write a PDF whose name nobody gave into the folder for exports, and say where it is; the exit code."""
    try:
        into = made(locations.exports_folder())
        target = into / f"{locations.slug(words)}.pdf" if force else locations.free_path(into, words, ".pdf")
        write(target, data, force=force)
    except NotWritten as trouble:
        problem(str(trouble))
        return NOT_DONE
    say(f"{visible(str(target))}\n")
    return DONE


VERBS: Mapping[str, Callable[[Sequence[str], Path | None], int]] = {"guide": _guide}
