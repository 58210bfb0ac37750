"""Folders and files that are for the person alone: they tell what somebody reads."""

from pathlib import Path


def folder(path: Path) -> Path:
    """Make a folder where there is none, and give it; nobody else may look into it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.mkdir(mode=0o700, exist_ok=True)
    return path


def put(path: Path, text: str) -> None:
    """Put a file in place whole. It is written anew, so never through somebody's link."""
    draft = folder(path.parent) / f"{path.stem}.new"  # one name: a crash leaves one at most
    draft.unlink(missing_ok=True)
    with draft.open("x", encoding="utf-8") as file:
        file.write(text)
    draft.replace(path)
