"""The pictures of the rooms and of a command's way are those of the source."""

from pathlib import Path
from xml.etree import ElementTree

import pytest

from docs.scripts import rooms
from docs.scripts.drawing import tree, way_svg

PYPROJECT = """
[[tool.importlinter.contracts]]
type = "layers"
containers = ["recall.inner"]
layers = ["other"]

[[tool.importlinter.contracts]]
type = "layers"
containers = ["recall"]
layers = ["cli", "(usecases) | views", "errors"]
"""


@pytest.fixture
def package(tmp_path: Path) -> Path:
    """The source of a small program: three rooms, of which one has parts, and a single file."""
    files = {
        "__init__.py": '__version__ = "1"',
        "__main__.py": "from recall import cli",
        "cli/__init__.py": '"""The first line.\n\nMore."""\nfrom recall import views, __version__',
        "cli/grade.py": "def f():\n    import recall.usecases.day.plan\nfrom recall.cli import x",
        "usecases/__init__.py": "",
        "usecases/day/__init__.py": "",
        "usecases/day/plan.py": "from recall.errors import Bad, Worse\nfrom recall import errors",
        "views/__init__.py": "import json",
        "errors.py": '"""What a person is told."""',
        "data/names.txt": "",
    }
    for name, text in files.items():
        path = tmp_path / "recall" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    (tmp_path / "pyproject.toml").write_text(PYPROJECT, encoding="utf-8")
    return tmp_path / "recall"


def test_the_picture_of_the_rooms_is_that_of_the_source() -> None:
    drawn = rooms.rooms_picture(rooms.PACKAGE, rooms.PYPROJECT)
    assert rooms.ROOMS.read_text(encoding="utf-8") == drawn, "run: python docs/scripts/rooms.py"


@pytest.mark.slow
def test_the_picture_of_a_commands_way_is_the_way_it_takes() -> None:
    drawn = rooms.command_picture(rooms.PYPROJECT)
    assert rooms.COMMAND.read_text(encoding="utf-8") == drawn, "run: python docs/scripts/rooms.py"


def test_both_pictures_are_well_formed() -> None:
    for picture in (rooms.ROOMS, rooms.COMMAND):
        assert ElementTree.parse(picture).getroot().tag == "{http://www.w3.org/2000/svg}svg"


def test_a_room_is_a_folder_or_a_file_of_the_package(package: Path) -> None:
    assert tree.rooms(package) == {
        "cli": tree.Room("cli", "The first line.", 1, {}),
        "errors": tree.Room("errors", "What a person is told.", 1, {}),
        "usecases": tree.Room("usecases", "", 1, {"day": 1}),
        "views": tree.Room("views", "", 0, {}),
    }


def test_layers_are_those_of_the_contract_of_the_whole_package(package: Path) -> None:
    found = tree.layers(package.parent / "pyproject.toml")
    assert found == [["cli"], ["usecases", "views"], ["errors"]]


def test_imports_are_counted_by_file_wherever_they_stand(package: Path) -> None:
    assert tree.imports(package) == {
        ("cli", "usecases"): 1,
        ("cli", "views"): 1,
        ("usecases", "errors"): 1,
    }


def test_a_room_that_no_layer_names_is_refused(package: Path) -> None:
    (package / "web.py").write_text("", encoding="utf-8")
    with pytest.raises(LookupError, match="web"):
        rooms.rooms_picture(package, package.parent / "pyproject.toml")


def test_a_contract_without_layers_is_refused(package: Path) -> None:
    pyproject = package.parent / "pyproject.toml"
    pyproject.write_text(PYPROJECT.replace('["recall"]', '["other"]'), encoding="utf-8")
    with pytest.raises(LookupError, match="layers"):
        tree.layers(pyproject)


def test_calls_between_the_same_rooms_are_drawn_as_one() -> None:
    steps = [["a", "b", "x.f"], ["a", "b", "y.g"], ["b", "c", "z.h"], ["a", "b", "w.i"]]
    assert way_svg.calls(steps) == [
        way_svg.Call("a", "b", ["x.f", "y.g"]),
        way_svg.Call("b", "c", ["z.h"]),
        way_svg.Call("a", "b", ["w.i"]),
    ]
