"""The screens that work on a session: one line here is what makes a new one reachable and puts its keys in the help.

Apart from the app, so that Home waits for none of them.
"""

from innovate_tui.ui.commands import Command, by_oneself
from innovate_tui.ui.screens.cards import CardsScreen
from innovate_tui.ui.screens.checks import ChecksScreen
from innovate_tui.ui.screens.command_screen import CommandScreen
from innovate_tui.ui.screens.diamond import DiamondScreen
from innovate_tui.ui.screens.home import HomeScreen
from innovate_tui.ui.screens.overview import OverviewScreen
from innovate_tui.ui.screens.people import PeopleScreen
from innovate_tui.ui.screens.quadrants import QuadrantsScreen
from innovate_tui.ui.screens.readback import ReadBackScreen
from innovate_tui.ui.screens.reflections import ReflectionsScreen
from innovate_tui.ui.screens.roadmap import RoadmapScreen
from innovate_tui.ui.screens.rounds import RoundsScreen
from innovate_tui.ui.screens.session_screen import SessionScreen
from innovate_tui.ui.screens.sessions import SessionsScreen

NAMED: dict[str, type[SessionScreen]] = {
    "Overview": OverviewScreen,
    "Diamond 9": DiamondScreen,
    "Four Quadrants": QuadrantsScreen,
    "Roadmap": RoadmapScreen,
    "Cards": CardsScreen,
    "Questions": ReflectionsScreen,
    "Desirability, feasibility, viability": ChecksScreen,
    "People": PeopleScreen,
    "Rounds": RoundsScreen,
    "Read back": ReadBackScreen,
}
"""The screens by the names that the help gives them, in its order."""
AT: dict[str, type[SessionScreen]] = {screen.place: screen for screen in NAMED.values()}
"""The same by the place that a screen is."""


def help_pages(place: str, *, alone: bool = False) -> tuple[tuple[str, tuple[Command, ...]], ...]:
    """The title and the commands of every screen, those of the one at `place` first.

    Who works alone reads nothing of what only a group does (F15).
    """
    screens: dict[str, type[CommandScreen]] = {"Home": HomeScreen, "Sessions": SessionsScreen, **NAMED}
    if alone:
        del screens["People"]
    in_order = sorted(screens.items(), key=lambda each: each[1].place != place)
    return tuple((name, by_oneself(screen.commands) if alone else screen.commands) for name, screen in in_order)
