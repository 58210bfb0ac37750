"""Private folders and files: they show what a person reads."""

from pathlib import Path


def folder(path: Path) -> Path:
    """Create a folder that nobody else may open, if there is none, and return it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.mkdir(mode=0o700, exist_ok=True)
    return path


def put(path: Path, text: str) -> None:
    """Replace a file as a whole. It is a new file, so it never follows a link."""
    draft = folder(path.parent) / f"{path.stem}.new"  # one name, so a crash leaves one at most
    draft.unlink(missing_ok=True)
    with draft.open("x", encoding="utf-8") as file:
        file.write(text)
    draft.replace(path)
