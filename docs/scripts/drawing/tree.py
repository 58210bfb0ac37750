"""Reads the source: its rooms, the layers they stand in, and which room imports which.

A room is a top-level package or module of `recall`; a part is a package inside a room.
"""

import ast
import tomllib
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

ENTRIES = ("__init__", "__main__")
"""Files of the package itself, which belong to no room."""


class Room(NamedTuple):
    """One room: its files, those in its parts included, and how many files each part has."""

    name: str
    purpose: str
    files: int
    parts: Mapping[str, int]


def rooms(package: Path) -> dict[str, Room]:
    """Return the rooms by name; a package without an `__init__` docstring has no purpose."""
    found = {}
    for path in sorted(package.iterdir()):
        if path.is_dir() and any(path.rglob("*.py")):
            found[path.name] = _of_folder(path)
        elif path.suffix == ".py" and path.stem not in ENTRIES:
            found[path.stem] = Room(path.stem, _purpose(path), 1, {})
    return found


def _of_folder(folder: Path) -> Room:
    files = [path for path in folder.rglob("*.py") if path.stem != "__init__"]
    parents = Counter(path.parent.relative_to(folder).as_posix() for path in files)
    parts = {part: count for part, count in sorted(parents.items()) if part != "."}
    return Room(folder.name, _purpose(folder / "__init__.py"), len(files), parts)


def _purpose(module: Path) -> str:
    """Return the first line of a module's docstring."""
    text = module.read_text(encoding="utf-8") if module.exists() else ""
    return (ast.get_docstring(ast.parse(text)) or "").partition("\n")[0]


def layers(pyproject: Path) -> list[list[str]]:
    """Return the rooms of each layer, outermost first, as the import contract names them."""
    contracts = tomllib.loads(pyproject.read_text(encoding="utf-8"))["tool"]["importlinter"]
    for contract in contracts["contracts"]:
        if contract["type"] == "layers" and contract["containers"] == ["recall"]:
            return [_names(layer) for layer in contract["layers"]]
    raise LookupError("pyproject.toml has no contract of layers for the container 'recall'")


def _names(layer: str) -> list[str]:
    """Return the siblings of a layer: `a | b` and `a : b`, each perhaps in parentheses."""
    return [name.strip(" ()") for name in layer.replace(":", "|").split("|")]


def imports(package: Path) -> Counter[tuple[str, str]]:
    """Return for (room, imported room) how many files of the first import the second.

    Imports inside functions count, and so do those for type checkers alone, as in import-linter.
    """
    found: Counter[tuple[str, str]] = Counter()
    names = rooms(package).keys()  # `from recall import __version__` imports no room
    for path in sorted(package.rglob("*.py")):
        room = path.relative_to(package).parts[0].removesuffix(".py")
        if room not in ENTRIES:
            found.update(
                (room, other) for other in names & set(_imported(path, package.name)) - {room}
            )
    return found


def _imported(path: Path, package: str) -> Iterator[str]:
    """Return the rooms that a file imports; the code has no relative imports."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            names = [f"{node.module}.{alias.name}" for alias in node.names]
        else:
            continue
        yield from (name.split(".")[1] for name in names if name.startswith(f"{package}."))
