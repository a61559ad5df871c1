"""Files made to harm: each is answered in one line, in little time and memory, as a session, a deck of cards, a PDF."""

import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from innovate_tui.storage.locations import content_folder
from tests.proofs import Proof

SECONDS, MEGABYTES = 1.0, 150
"""Of the processor, beyond what an ordinary file takes, and of memory in all."""
HEAD, END = 'format = 1\nid = "s-1"\n', "\n# end\n"


class Cost(NamedTuple):
    """What one run of the program took."""

    code: int
    seconds: float
    megabytes: float
    said: str


def bombs() -> Iterator[tuple[str, bytes]]:
    """What a stranger may send."""
    texts = {
        "one key of 10,000 dots": "a" + ".a" * 10_000 + " = 1",
        "one key of 100,000 dots": "a" + ".a" * 100_000 + " = 1",
        "1,000 headers of 1,000 dots": "\n".join(f"[{'a.' * 1000}b{n}]" for n in range(1000)),
        "300 keys of 1,000 dots": "\n".join(f"k{n}{'.a' * 1000} = 1" for n in range(300)),
        "lists in lists": "a = " + "[" * 100_000 + "]" * 100_000,
        "lists never closed": "a = " + "[" * 1_000_000,
        "tables in tables": "a = " + "{a = " * 50_000 + "1" + "}" * 50_000,
        "a million numbers": "a = [" + "1," * 1_000_000 + "]",
        "200,000 tables": "\n".join(f"[t{n}]" for n in range(200_000)),
        "100,000 keys": "\n".join(f"k{n} = {n}" for n in range(100_000)),
        "a list of 100,000 tables": "[[a]]\n" * 100_000,
        "a number of 4,301 digits": "a = " + "9" * 4301,
        "a million digits": "a = 0x" + "f" * 1_000_000,
        "not a number": "a = nan",
        "without end": "a = inf\nb = 1e999",
        "a text of 4 MB": 'a = "' + "x" * 4_000_000 + '"',
        "a text never closed": 'a = """' + 'x"' * 1_000_000,
        "quotation marks alone": '"' * 1_000_000,
        "backslashes alone": 'a = "' + "\\" * 1_000_001,
        "empty lines": "\n" * 4_000_000,
        "one comment": "#" + "x" * 4_000_000,
        "equals alone": "=" * 1_000_000,
        "dots alone": "." * 1_000_000,
        "quoted parts": ".".join('"a"' for _ in range(50_000)) + " = 1",
        "a date that is none": "a = 9999-99-99T99:99:99Z",
        "a key of a million letters": "k" * 1_000_000 + " = 1",
        "60,000 cards on the diamond": "\n".join(f"[diamond.cards.c{n}]\nplace = 1" for n in range(20_000)),
        "own cards without end": "\n".join(f'[features.own-{n}]\ntitle = "x"\nkind = "enabler"' for n in range(12_000)),
    }
    for name, text in texts.items():
        yield name, f"{HEAD}{text}{END}".encode()
    yield "10 MB", b"x" * 10_000_000
    yield "zeros", b"\0" * 1_000_000
    yield "UTF-16", f"{HEAD}{END}".encode("utf-16")
    yield "no text", bytes(range(256)) * 4_000


def cost(*words: str) -> Cost:
    """Run the program, and see what it took."""
    process = subprocess.Popen(
        [sys.executable, "-m", "innovate_tui", *words], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE
    )
    assert process.stderr is not None
    said = process.stderr.read().decode("utf-8", "replace")
    process.stderr.close()
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    return Cost(process.returncode, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024, said)


def fingerprint(file: Path) -> str:
    """What a file holds, without holding it."""
    with file.open("rb") as data:
        return hashlib.file_digest(data, "sha256").hexdigest()


def prove(rounds: int, seed: int = 1) -> Proof:
    """Every bomb, as a session and as the enablers of a deck; then every PDF."""
    faults, worst_time, worst_size, count = [], 0.0, 0.0, 0
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        deck = folder / "content"
        shutil.copytree(str(content_folder()), deck)
        target = next(deck.rglob("enablers.toml"))
        good, ordinary = target.read_bytes(), folder / "good.toml"
        ordinary.write_text(f"{HEAD}started = 2026-03-12 09:31:00Z{END}", encoding="ascii")
        usual = cost("check", str(ordinary))
        for name, data in bombs():
            file = folder / "bomb.toml"
            file.write_bytes(data)
            target.write_bytes(data)
            for what, words in (
                ("session", ("check", str(file))),
                ("deck", ("--content", str(deck), "check", str(ordinary))),
            ):
                took = cost(*words)
                count += 1
                worst_time, worst_size = max(worst_time, took.seconds - usual.seconds), max(worst_size, took.megabytes)
                if took.code not in (0, 1) or "Traceback" in took.said or (took.code and not took.said.strip()):
                    faults.append(f"{name} as a {what}: code {took.code}, {took.said[-200:]!r}")
                if took.seconds - usual.seconds > SECONDS or took.megabytes > MEGABYTES:
                    faults.append(f"{name} as a {what}: {took.seconds:.1f} s, {took.megabytes:.0f} MB")
            if file.read_bytes() != data:
                faults.append(f"{name}: the file was changed")
        target.write_bytes(good)
        (folder / "pdfs").mkdir()
        subprocess.run([sys.executable, "-m", "tests.crafted_pdf", str(folder / "pdfs")], check=True)
        for file in sorted((folder / "pdfs").iterdir()):
            name, before, took = file.stem, fingerprint(file), cost("check", str(file))
            count += 1
            worst_time, worst_size = max(worst_time, took.seconds - usual.seconds), max(worst_size, took.megabytes)
            if took.code != 1 or "Traceback" in took.said or str(file) not in took.said:
                faults.append(f"{name} as a PDF: code {took.code}, {took.said[-200:]!r}")
            if took.seconds - usual.seconds > SECONDS or took.megabytes > MEGABYTES:
                faults.append(f"{name} as a PDF: {took.seconds:.1f} s, {took.megabytes:.0f} MB")
            if fingerprint(file) != before:
                faults.append(f"{name}: the PDF was changed")
    done = f"{count} files: {worst_time:.1f} s of the processor more than usual at most, {worst_size:.0f} MB at most."
    return Proof("strangers", done, faults)
