"""What people write is never markup: wherever words are painted, they come out letter for letter."""

import pytest

from innovate_tui.ui.cells import Sheet
from innovate_tui.ui.screens.question_box import paint_question
from innovate_tui.ui.widgets.frame import Detail, Title, paint_detail, paint_status, paint_title

MARKUP = ("[red]R[/]", "[@click=app.quit]X[/]", "[/]", "[/x]", "[link=https://a.b]c[/link]", "{0} %s $x")


@pytest.mark.parametrize("words", MARKUP)
def test_markup_stays_as_it_was_written(words: str) -> None:
    sheet = Sheet(60, 1)
    sheet.words(0, 0, words, "text")
    assert sheet.picture().as_text() == words
    assert words in paint_title(Title(words), 80).as_text()
    assert words in paint_status(words, 80).as_text()
    assert words in paint_detail(Detail("A", "enabler", words, line=words), 80).as_text()
    assert words in paint_question(words, words, (("a", "a", words),), 80).as_text()
