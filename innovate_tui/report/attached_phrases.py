"""What the program says of a session that is attached to its own PDF: on the page, and to whoever writes it."""

ATTACHED = (
    "All of that session is attached to this file: whoever has it has every word, and innovate-tui opens it again."
)
ATTACHED_WITH = (
    "All of that session is attached to this file, {what} included: whoever has it has every word, "
    "and innovate-tui opens it again."
)
ATTACHED_NAMES = "names in full"
WENT_WITH_IT = "The whole session is attached to it."
WENT_WITH_IT_TOO = "The whole session is attached to it, with what the summary does not tell: {what}."
ATTACHMENT = "The session that this summary was made from. innovate-tui opens it from here."
