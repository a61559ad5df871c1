"""A deck's running text: paragraphs, bullets and sub-headings, and nothing else."""

import pytest

from innovate_tui.workshop.prose import Block, blocks


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        (" \n\n \n", []),
        ("One.", [("paragraph", "One.")]),
        ("One\n  line\nand another.", [("paragraph", "One line and another.")]),
        ("One.\n\nTwo.", [("paragraph", "One."), ("paragraph", "Two.")]),
        ("- a\n- b\n  goes on\n", [("bullet", "a"), ("bullet", "b goes on")]),
        ("A list:\n- a\n\nAfter.", [("paragraph", "A list:"), ("bullet", "a"), ("paragraph", "After.")]),
        ("## Head\nText at once.", [("heading", "Head"), ("paragraph", "Text at once.")]),
        ("Text\n## Head", [("paragraph", "Text"), ("heading", "Head")]),
        ("  ##   Head  ", [("heading", "Head")]),
        ("-not a bullet\n#not a heading", [("paragraph", "-not a bullet #not a heading")]),
        ("**not** [red]markup[/] <b>", [("paragraph", "**not** [red]markup[/] <b>")]),
        ("a – b\r\nc", [("paragraph", "a – b c")]),
    ],
)
def test_text_falls_into_blocks(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(block.kind, block.text) for block in blocks(text)] == expected


def test_a_block_is_a_plain_value() -> None:
    assert blocks("## Head") == (Block("heading", "Head"),)
