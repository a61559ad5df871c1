"""What a rehearsal says of itself wherever it is told of, so that nobody takes it for real work."""

TITLE = "Practice: {title}"
"""The title: on the cover, in the foot of every page, in the head of a text, in each row of a table."""
SORT = "{sort}. A rehearsal: nothing in it is real work."
"""What the cover says of the sort of summary."""
