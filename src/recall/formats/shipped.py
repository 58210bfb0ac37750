"""The files that come with the program: the catalog, its schema, and the icon."""

from pathlib import Path


def shipped(name: str) -> Path:
    """Return the path of a file in data/, in the installed package or in the source tree."""
    package = Path(__file__).parents[1]
    installed = package / "data" / name
    return installed if installed.exists() else package.parents[1] / "data" / name
