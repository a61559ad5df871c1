"""The only place that knows where anything lives: content, sessions, exports and what the program keeps for itself."""

import os
import re
import unicodedata
from collections.abc import Mapping
from pathlib import Path
from typing import cast

from innovate_tui.storage.deck_files import Folder

FOLDER_VARIABLE = "INNOVATE_FOLDER"
"""The environment variable that names another folder for sessions and exports."""
LONGEST_STEM = 60
"""Characters of a file name before its ending; paths of some Windows programs end at 240."""
_PACKAGE = Path(__file__).resolve().parent.parent
_RESERVED = re.compile(r"(?i)(con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])")
_CLOUDS = ("OneDrive", "Dropbox", "Google Drive", "GoogleDrive", "iCloud", "Nextcloud", "Box Sync")
_CLOUD_VARIABLES = {"OneDrive": "OneDrive", "OneDriveCommercial": "OneDrive", "OneDriveConsumer": "OneDrive"}


def content_folder() -> Folder:
    """The content that ships with the program: in the package, beside a checkout, or in a zip."""
    for folder in (_PACKAGE / "content", _PACKAGE.parent / "content"):
        if folder.is_dir():
            return folder
    from importlib.resources import files

    return cast(Folder, files("innovate_tui") / "content")


def sessions_folder(environment: Mapping[str, str] = os.environ) -> Path:
    """Where sessions go unless a person says otherwise: `Innovate` in their documents. It need not be there yet."""
    chosen = environment.get(FOLDER_VARIABLE, "").strip()
    if chosen:
        return Path(chosen).expanduser().absolute()
    from platformdirs import user_documents_path

    return user_documents_path() / "Innovate"


def exports_folder(environment: Mapping[str, str] = os.environ) -> Path:
    """Where exports go unless a person says otherwise."""
    return sessions_folder(environment) / "Exports"


def state_folders() -> Path:
    """The folder of all that the program keeps for itself, on this machine only."""
    from platformdirs import user_state_path

    return user_state_path("innovate-tui", appauthor=False)


def state_folder(session_id: str) -> Path:
    """What the program keeps for itself about one session, on this machine only."""
    return state_folders() / slug(session_id)


def synchronised_by(folder: Path, environment: Mapping[str, str] = os.environ) -> str:
    """The name of the cloud that a folder is synchronised to, as far as its path tells; empty if it tells of none."""
    for variable, name in _CLOUD_VARIABLES.items():
        root = environment.get(variable, "")
        if root and folder.is_relative_to(root):
            return name
    for part in folder.parts:
        for cloud in _CLOUDS:
            if part.casefold().startswith(cloud.casefold()):
                return {"GoogleDrive": "Google Drive"}.get(cloud, cloud)
        if part in ("Mobile Documents", "com~apple~CloudDocs"):
            return "iCloud"
    return ""


def slug(words: str, otherwise: str = "session") -> str:
    """A file name, without its ending, that every system takes: letters, digits and hyphens, in lower case."""
    text = unicodedata.normalize("NFC", words).casefold()
    text = "".join(each if unicodedata.category(each)[0] in "LMN" else "-" for each in text)
    text = re.sub("-+", "-", text).strip("-")[:LONGEST_STEM]
    while len(text.encode("utf-8")) > 200:
        text = text[:-1]
    text = unicodedata.normalize("NFC", text.strip("-")) or otherwise
    return f"_{text}" if _RESERVED.fullmatch(text) else text


def free_path(folder: Path, words: str, ending: str, otherwise: str = "session") -> Path:
    """A path at which nothing stands yet, in whatever case: the words made safe, and a number if need be."""
    stem = slug(words, otherwise)
    try:
        taken = {each.name.casefold() for each in folder.iterdir()}
    except OSError:
        taken = set()
    number, name = 1, f"{stem}{ending}"
    while name.casefold() in taken:
        number += 1
        name = f"{stem}-{number}{ending}"
    return folder / name


def make_private(folder: Path) -> None:
    """Make a folder, and what is missing above it, its owner's alone; one that is there stays as it is.

    The names of sessions say what they are about. Raises `OSError`.
    """
    try:
        folder.mkdir(mode=0o700)
    except FileNotFoundError:
        if folder.parent == folder:
            raise
        make_private(folder.parent)
        folder.mkdir(mode=0o700, exist_ok=True)  # once: a disk that is going away may say for ever that it is not there
    except OSError:
        if not folder.is_dir():
            raise
