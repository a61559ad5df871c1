"""Stories of Home's "Get ready": a guide, or cards and boards, are written into the folder for exports."""

from pathlib import Path

import pytest

from innovate_tui.ui.screens.chooser import ChoiceList
from innovate_tui.workshop.deck import Mode
from tests.ui.test_app import at_home

pytestmark = pytest.mark.usefixtures("folder")


async def test_the_first_thing_to_print_is_the_guide_to_the_diamond_and_its_whole_path_is_said(folder: Path) -> None:
    async with at_home((160, 50)) as story:
        await story.press("6", "enter")
        written = folder / "Exports" / "guide-diamond-group.pdf"
        await story.until(lambda: story.status == f"Written: {written}", "the guide")
        assert written.read_bytes().startswith(b"%PDF")


async def test_a_pack_is_found_by_typing_and_nothing_is_written_over(folder: Path) -> None:
    async with at_home() as story:
        for name in ("pack-roadmap-a3", "pack-roadmap-a3-2"):
            await story.press("6")
            await story.type("road a3")
            await story.press("enter")
            await story.until((folder / "Exports" / f"{name}.pdf").exists, "the pack")
            await story.until(lambda: story.status.startswith("Written"), "word of it")


async def test_every_tool_has_a_guide_for_every_mode_and_a_pack_for_both_papers_and_esc_writes_nothing(
    folder: Path,
) -> None:
    async with at_home() as story:
        await story.press("6")
        found = {choice.id for choice in story.screen.query_one(ChoiceList).choosing.choices}
        tools = ("diamond", "quadrants", "roadmap")
        assert found == {f"{tool}:{what}" for tool in tools for what in (*map(str, Mode), "a4", "a3")}
        await story.press("escape")
        assert story.place == "home"
        assert not (folder / "Exports").exists()


async def test_where_the_folder_cannot_be_made_that_is_said(folder: Path) -> None:
    folder.mkdir()
    (folder / "Exports").write_bytes(b"")
    async with at_home() as story:
        await story.press("6", "enter")
        await story.until(lambda: story.status.startswith("Not written: "), "the trouble")
