"""From starting the program to the first picture of Home, and the memory it has had by then."""

from tests.benchmarks.figure import Figure, ratio, spread
from tests.benchmarks.program import bare, console_script, innovate, running

MENU, LABEL, FOLDER = "Start alone", "Nothing but a label", "Your work is kept in"
WAYS = {
    "a bare app with one label": (bare("label"), LABEL),
    "python -m innovate_tui": (innovate(), MENU),
    "innovate-tui": (console_script(), MENU),
}
BARE, MODULE, SCRIPT = WAYS


def start(rounds: int = 21) -> Figure:
    """Start to first painted Home, taking turns with the bare app."""
    times: dict[str, list[float]] = {way: [] for way in WAYS}
    for number in range(rounds + 1):
        for way, (words, wanted) in WAYS.items():
            with running(*words) as program:
                taken = program.until(wanted)
                assert wanted in program.screen
            if number:  # the first round warms the disk's cache and writes what Python compiles
                times[way].append(taken)
    by_script = ratio(times[SCRIPT], times[BARE])
    return Figure(
        "Start to first painted Home",
        ratio(times[MODULE], times[BARE]),
        1.20,
        more=(*(spread(way, each, "ms", 1000) for way, each in times.items()), f"by innovate-tui: {by_script:.2f}"),
    )


def memory(rounds: int = 7) -> Figure:
    """The peak of memory at the first picture of Home; the program is held there to be looked at."""
    peaks: dict[str, list[float]] = {way: [] for way in WAYS}
    loaded: list[float] = []
    for _ in range(rounds):
        for way, (words, wanted) in WAYS.items():
            with running(*words) as program:
                program.until(wanted)
                program.hold()
                peaks[way].append(program.peak())
                program.go_on()
                if way == MODULE:
                    program.until(FOLDER)
                    program.settle()
                    loaded.append(program.peak())
    later = ratio(loaded, peaks[BARE])
    return Figure(
        "Peak memory at first Home",
        ratio(peaks[MODULE], peaks[BARE]),
        1.25,
        more=(
            *(spread(way, each, "MB", 1e-6) for way, each in peaks.items()),
            spread("with the folder looked through", loaded, "MB", 1e-6) + f"; ratio {later:.2f}",
        ),
    )
