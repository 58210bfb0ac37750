"""Draws rooms.svg and command.svg in docs/pictures/: `python docs/scripts/rooms.py`.

The first shows the rooms and their imports, the second how `recall today` and `recall grade` pass
through the rooms. Run it after a file was added, moved or imported elsewhere;
tests/test_rooms.py fails when it was forgotten.
"""

import json
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))

from docs.scripts.drawing import rooms_svg, tree, way_svg  # noqa: E402 - the path above comes first

PACKAGE, PYPROJECT = ROOT / "src" / "recall", ROOT / "pyproject.toml"
ROOMS, COMMAND = (
    ROOT / "docs" / "pictures" / "rooms.svg",
    ROOT / "docs" / "pictures" / "command.svg",
)


def rooms_picture(package: Path, pyproject: Path) -> str:
    """Return the SVG of the rooms; LookupError where the contract and the folders differ."""
    rooms, layers = tree.rooms(package), tree.layers(pyproject)
    named = {name for layer in layers for name in layer}
    if named != set(rooms):
        raise LookupError(
            f"only in the folders or only in the layers: {sorted(named ^ set(rooms))}"
        )
    placed = [[rooms[name] for name in layer] for layer in layers]
    return rooms_svg.draw(placed, tree.imports(package))


def command_picture(pyproject: Path) -> str:
    """Return the SVG of the way of commands, which run in a process of their own."""
    program = [sys.executable, "-X", "utf8", str(ROOT / "docs" / "scripts" / "drawing" / "way.py")]
    ways = json.loads(subprocess.run(program, check=True, stdout=subprocess.PIPE).stdout)
    return way_svg.draw(
        ways, ["__main__", *(room for layer in tree.layers(pyproject) for room in layer)]
    )


def main() -> int:
    """Write both pictures."""
    ROOMS.write_text(rooms_picture(PACKAGE, PYPROJECT), encoding="utf-8")
    COMMAND.write_text(command_picture(PYPROJECT), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
