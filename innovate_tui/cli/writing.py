"""The verbs that write a file: new, sample and export."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from innovate_tui.cli.parsing import DONE, NOT_DONE, Parser, content_of, open_aloud
from innovate_tui.cli.saying import problem, say, visible
from innovate_tui.storage import locations
from innovate_tui.storage.deck_files import Content
from innovate_tui.storage.safe_write import NotWritten, write_safely
from innovate_tui.storage.session_file import OpenFile, file_words
from innovate_tui.workshop.deck import Mode
from innovate_tui.workshop.spoken import one_line


def _new(words: Sequence[str], folder: Path | None) -> int:
    parser = Parser(prog="innovate-tui new", description="Begin a session in a file of its own.", allow_abbrev=False)
    parser.add_argument("file", metavar="FILE.toml", type=Path)
    parser.add_argument("--title", default="", help="what the session is about")
    parser.add_argument("--group", default="", help="what the group calls itself")
    parser.add_argument("--mode", choices=[str(Mode.INDIVIDUAL), str(Mode.GROUP)], default=str(Mode.INDIVIDUAL))
    parser.add_argument("--force", action="store_true", help="write over a file that stands there")
    asked = parser.parse_args(words)
    deck = content_of(folder).deck()
    from innovate_tui.storage.session_text import session_bytes
    from innovate_tui.ui.minting import mint, now
    from innovate_tui.workshop.session import DeckStamp, Session

    session = Session(
        id=mint("s", 8),
        title=one_line(asked.title),
        started=now(),
        deck=DeckStamp(deck.id, deck.version, deck.title),
        mode=Mode(asked.mode),
        group=one_line(asked.group),
        language=deck.language,
    )
    return code_of_writing(asked.file, session_bytes(session, deck), force=asked.force)


def _sample(words: Sequence[str], folder: Path | None) -> int:
    parser = Parser(prog="innovate-tui sample", description="Write a complete sample session.", allow_abbrev=False)
    parser.add_argument("file", metavar="FILE.toml", type=Path)
    parser.add_argument("--force", action="store_true", help="write over a file that stands there")
    asked = parser.parse_args(words)
    return code_of_writing(asked.file, content_of(folder).sample(), force=asked.force)


def _export(words: Sequence[str], folder: Path | None) -> int:
    from innovate_tui.report.formats import FOLDERS, FORMATS

    parser = Parser(prog="innovate-tui export", description="Write sessions as documents.", allow_abbrev=False)
    parser.add_argument("files", metavar="FILE.toml", type=Path, nargs="+")
    parser.add_argument(
        "--to",
        choices=FORMATS,
        default="pdf",
        help="PDF (if you do not say), a web page, Markdown, plain text, tables, or each board as a picture",
    )
    parser.add_argument(
        "-o", "--output", metavar="PATH", type=Path, help="the file to write; for csv, svg or several sessions a folder"
    )
    parser.add_argument("--brief", action="store_true", help="one page instead of the whole summary")
    parser.add_argument(
        "--attach", action="store_true", help="put the session itself into its PDF: all of it, also what is left out"
    )
    parser.add_argument("--force", action="store_true", help="write over files that stand there")
    asked = parser.parse_args(words)
    if asked.attach and asked.to != "pdf":
        parser.error(f"--attach puts the session into a PDF; it cannot go with {asked.to}")
    if asked.brief and asked.to in FOLDERS:
        parser.error(f"--brief is one page; it cannot be written as {asked.to}")
    content = content_of(folder)
    if asked.to == "csv":
        return _export_tables(asked.files, content, asked.output, force=asked.force)
    if asked.to == "svg":
        return _export_boards(asked.files, content, asked.output, force=asked.force)
    exact: Path | None = asked.output if len(asked.files) == 1 else None
    written: set[Path] = set()
    code = DONE
    for file in asked.files:
        opened = open_aloud(file, content)
        if opened is None:
            code = NOT_DONE
            continue
        try:
            data = _document(opened, asked.to, brief=asked.brief, attach=asked.attach)
            if exact is not None:
                write(exact, data, force=asked.force)
                _say_what_is_not_in_it(opened, attached=asked.attach)
                continue
            into = made(asked.output or locations.exports_folder())
            target = _named(
                opened, into, f"{'-brief' if asked.brief else ''}.{asked.to}", written if asked.force else None
            )
            write(target, data, force=asked.force)
            _say_what_is_not_in_it(opened, attached=asked.attach)
            written.add(target)
            say(f"{visible(str(target))}\n")
        except NotWritten as trouble:
            problem(str(trouble))
            code = NOT_DONE
    return code


def _export_tables(files: Sequence[Path], content: Content, output: Path | None, *, force: bool) -> int:
    """Write the sessions as tables, all of them together: one file a table, in one folder."""
    from innovate_tui.report.data_tables import data_tables, to_csv

    read = [open_aloud(file, content) for file in files]
    opened = [each for each in read if each is not None]
    if not opened:
        return NOT_DONE
    try:
        into = made(output or _named(opened[0], made(locations.exports_folder()), "-tables", None))
        tables = data_tables((each.session, each.deck) for each in opened)
        _write_all({into / f"{table.name}.csv": to_csv(table) for table in tables}, force=force, aloud=output is None)
    except NotWritten as trouble:
        problem(str(trouble))
        return NOT_DONE
    for each in opened:
        _say_what_is_not_in_it(each)
    return DONE if len(opened) == len(files) else NOT_DONE


def _export_boards(files: Sequence[Path], content: Content, output: Path | None, *, force: bool) -> int:
    """Write each board of the sessions as a picture; of several sessions each has a folder in the folder."""
    from innovate_tui.report.formats import boards_drawn

    code = DONE
    taken: set[Path] = set()
    for file in files:
        opened = open_aloud(file, content)
        drawn = boards_drawn(opened.session, opened.deck) if opened is not None else {}
        if opened is None or not drawn:
            if opened is not None:
                problem(f"{opened.path}: Nothing stands on a board yet, so there is no picture to write.")
            code = NOT_DONE
            continue
        try:
            if output is not None and len(files) == 1:
                into = output
            elif output is not None:
                into = _named(opened, made(output), "-boards", taken if force else None)
            else:
                into = _named(opened, made(locations.exports_folder()), "-boards", taken if force else None)
            taken.add(made(into))
            _write_all({into / name: data for name, data in drawn.items()}, force=force, aloud=output is None)
            _say_what_is_not_in_it(opened)
        except NotWritten as trouble:
            problem(str(trouble))
            code = NOT_DONE
    return code


def _write_all(targets: Mapping[Path, bytes], *, force: bool, aloud: bool) -> None:
    """Write several files, or none of them where one stands there already; `aloud` says where each is."""
    for target in targets:
        if target.exists() and not force:
            raise NotWritten(target, "A file stands there already.", "Choose another folder, or use --force.")
    for target, data in targets.items():
        write(target, data, force=force)
        if aloud:
            say(f"{visible(str(target))}\n")


def _document(opened: OpenFile, to: str, *, brief: bool, attach: bool) -> bytes:
    """A session as the bytes of a document, with its own file in it if asked; what cannot be printed is said."""
    from innovate_tui.report.formats import written

    attached = opened.data if attach else b""
    made_of_it = written(opened.session, opened.deck, to, brief=brief, attached=attached)
    for line in made_of_it.unprintable:
        problem(f"{opened.path}: {line}")
    return made_of_it.data


def _say_what_is_not_in_it(opened: OpenFile, *, attached: bool = False) -> None:
    """What the session's choice has left out of its document, in one line; silence where that is nothing.

    Of one that has the session `attached`, that this holds it nevertheless.
    """
    from innovate_tui.report.choice import given_away, left_out, said_of_attached
    from innovate_tui.report.phrases import LEFT_OUT

    if without := left_out(opened.session):
        problem(f"{opened.path}: {LEFT_OUT.format(what=', '.join(without))}")
    if attached and given_away(opened.session):
        problem(f"{opened.path}: {said_of_attached(opened.session)}")


def _named(opened: OpenFile, folder: Path, ending: str, written: set[Path] | None) -> Path:
    """Where a document goes whose name nobody gave: its session's title and group, and a number if that is taken.

    With what this run has `written`, files from before do not count as taken.
    """
    words = file_words(opened.session) or opened.path.stem
    plain = folder / f"{locations.slug(words)}{ending}"
    if written is not None and plain not in written:
        return plain
    return locations.free_path(folder, words, ending)


def made(folder: Path) -> Path:
    """The folder, made if it is not there."""
    try:
        locations.make_private(folder)
    except (OSError, ValueError) as error:
        raise NotWritten(folder, "The folder cannot be made.", "Choose another with -o.") from error
    return folder


def code_of_writing(path: Path, data: bytes, *, force: bool) -> int:
    """Write exactly the file that was named, or say why not; the exit code."""
    try:
        write(path, data, force=force)
    except NotWritten as trouble:
        problem(str(trouble))
        return NOT_DONE
    return DONE


def write(path: Path, data: bytes, *, force: bool) -> None:
    """Write a file. Raises `NotWritten`, and never writes over one that stands there unless told to."""
    try:
        write_safely(path, data, new=not force)
    except NotWritten as trouble:
        there = isinstance(trouble.__cause__, FileExistsError)
        if there:
            raise NotWritten(path, trouble.reason, "Choose another name, or write over it with --force.") from trouble
        raise


VERBS: Mapping[str, Callable[[Sequence[str], Path | None], int]] = {"new": _new, "sample": _sample, "export": _export}
