"""Files are written by the room `files`, and nowhere else."""

import ast
import re
from collections import Counter
from pathlib import Path

import recall

PACKAGE = Path(recall.__file__).parent
DOOR = "files/"

WRITES = frozenset(
    (
        *("write_text", "write_bytes", "touch", "truncate", "fdopen", "mkfifo", "symlink"),
        *("mkstemp", "NamedTemporaryFile", "TemporaryFile", "symlink_to", "hardlink_to"),
    )
)
"""Functions and methods that write, move or make a file, whatever their arguments."""

OF_OS = frozenset({"rename", "replace", "open", "link"})
"""Names that mean a file only after `os`, or as a method with a single argument of a path."""


LOOKS = frozenset({"which", "disk_usage"})
"""Functions of shutil that write nothing."""


def is_writing(call: ast.Call) -> bool:
    """Return whether a call writes a file, or gives one another name."""
    match call.func:
        case ast.Attribute(ast.Name("os"), name) if name in OF_OS:
            return not {"devnull", "O_RDONLY"} & set(re.findall(r"\w+", ast.unparse(call)))
        case ast.Attribute(_, "rename" | "replace"):
            return len(call.args) == 1 and not call.keywords
        case ast.Name("open") | ast.Attribute(_, "open"):
            return any(_is_to_write(one) for one in [*call.args, *_modes(call)])
        case ast.Attribute(value, name):
            return name in WRITES or (ast.unparse(value) == "shutil" and name not in LOOKS)
        case ast.Name(name):
            return name in WRITES
    return False


def _modes(call: ast.Call) -> list[ast.expr]:
    return [one.value for one in call.keywords if one.arg == "mode"]


def _is_to_write(argument: ast.expr) -> bool:
    match argument:
        case ast.Constant(str(mode)):
            return bool(set(mode) & set("wax+")) and set(mode) <= set("rwaxbt+")
    return False


def writes(text: str) -> int:
    return sum(is_writing(one) for one in ast.walk(ast.parse(text)) if isinstance(one, ast.Call))


def test_no_other_room_writes_a_file() -> None:
    found: Counter[str] = Counter()
    for path in PACKAGE.rglob("*.py"):
        name = path.relative_to(PACKAGE).as_posix()
        if not name.startswith(DOOR):
            found[name] += writes(path.read_text("utf-8"))
    assert +found == Counter()


WRITING = [
    "open(path, 'w')",
    "path.open('ab')",
    "open(path, mode='x')",
    "path.write_text('text')",
    "path.replace(target)",
    "os.replace(draft, path)",
    "os.open(path, os.O_CREAT)",
    "shutil.copyfile(one, other)",
    "mkstemp(dir=folder)",
]

LOOKING = [
    "open(path, 'rb')",
    "path.open(encoding='utf-8')",
    "os.open(os.devnull, os.O_WRONLY)",
    "os.open(folder, os.O_RDONLY)",
    "text.replace('a', 'b')",
    "day.replace(day=1)",
]


def test_a_call_that_writes_is_told_from_others() -> None:
    assert [writes(call) for call in WRITING] == [1] * len(WRITING)
    assert [writes(call) for call in LOOKING] == [0] * len(LOOKING)
