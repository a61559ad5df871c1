"""Why the rules said no. The rules name the reason; `wording` says it in words."""

from enum import StrEnum


class Reason(StrEnum):
    """Every reason for which an edit can be refused."""

    FIXED = "fixed"
    ALREADY_FIXED = "already-fixed"
    NOT_FIXED = "not-fixed"
    NO_SUCH_PLACE = "no-such-place"
    NO_SUCH_CARD = "no-such-card"
    OTHER_KIND = "other-kind"
    NOT_PLACED = "not-placed"
    TWICE = "twice"
    OFF_THE_GRID = "off-the-grid"
    MATCHED_ALREADY = "matched-already"
    NOT_MATCHED = "not-matched"
    NOT_OWN = "not-own"
    IN_A_ROUND = "in-a-round"
    NO_TITLE = "no-title"
    NO_NAME = "no-name"
    NO_WORDS = "no-words"
    NO_SUCH_PROMPT = "no-such-prompt"
    NO_SUCH_TOOL = "no-such-tool"
    NO_SUCH_ITEM = "no-such-item"
    NO_SUCH_PERSON = "no-such-person"
    NO_PEOPLE = "no-people"
    NO_SUCH_TIMEFRAME = "no-such-timeframe"
    NO_SUCH_MONTH = "no-such-month"
    NO_SUCH_LANE = "no-such-lane"
    NO_TIMELINE = "no-timeline"
    ENDS_BEFORE_IT_STARTS = "ends-before-it-starts"
    LINK_TO_ITSELF = "link-to-itself"
    ID_TAKEN = "id-taken"


class Refused(Exception):  # noqa: N818 - a refusal is an answer of the rules, not an error
    """An edit that cannot be: its reason and what it is about. Nothing has changed."""

    def __init__(self, reason: Reason, about: str = "") -> None:
        super().__init__(f"{reason}: {about}" if about else str(reason))
        self.reason = reason
        self.about = about
