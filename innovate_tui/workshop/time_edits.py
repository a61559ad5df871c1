"""The edit that writes down the minutes really spent."""

from dataclasses import dataclass, replace
from typing import ClassVar

from innovate_tui.workshop.deck import Act, Deck
from innovate_tui.workshop.edit import Edit, mended
from innovate_tui.workshop.refusal import Reason, Refused
from innovate_tui.workshop.session import MOST_MINUTES, Session


@dataclass(frozen=True, slots=True)
class Spend(Edit):
    """Count whole minutes spent on a step of a tool. Noted and never an undo step: undo gives no time back."""

    name: ClassVar[str] = "spend"
    tool: str
    act: Act
    minutes: int

    def apply(self, session: Session, deck: Deck) -> Session:
        if self.tool not in deck.tools:
            raise Refused(Reason.NO_SUCH_TOOL, self.tool)
        if self.minutes < 1:
            return session
        on_tool = session.spent.get(self.tool, {})
        minutes = min(on_tool.get(self.act, 0) + self.minutes, MOST_MINUTES)
        spent = {**session.spent, self.tool: {**on_tool, str(self.act): minutes}}
        return mended(replace(session, spent=spent), ("time", self.tool, str(self.act)))
