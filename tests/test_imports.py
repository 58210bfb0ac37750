"""The start is light: what a command must not load, counted in a fresh process.

Times differ between machines and runs; the modules that a command loads do not. What each of
them costs stands in docs/speed.md.
"""

import ast
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

import recall
from testing.libraries import factories

pytestmark = pytest.mark.slow

PACKAGE = Path(recall.__file__).parent

RUN = (
    "import sys, recall.__main__; from recall.cli.main import main; "
    "code = main(sys.argv[1:]); sys.stdout.flush()"
)
TELL = "; print(*sys.modules, file=sys.stderr); sys.exit(code)"

RUN_ALL = """
import json, sys
from recall.cli.main import main
for words in json.loads(sys.argv[1]):
    assert main(words) == 0, words
    sys.stdout.flush()
    print(*sys.modules, file=sys.stderr)
"""
"""Runs commands one after the other, with a line of the modules that are loaded after each.

What none of them may load needs no process for each of them.
"""

REVIEW = """
import sys
from recall.cli.environment import Environment
from recall.domain.library.card import Rating
from recall.usecases.session.session import Session
with Environment().library() as context:
    session = Session(context)
    visit = session.visit(context, session.left(context)[0].visit)
    session.grade(context, visit, Rating.GOOD, 3)
    session.undo(context)
print("done")
code = 0
"""
"""What `recall review` does: without a terminal it would refuse."""

FIRST_SCREEN = """
import sys, time
from recall.cli.commands.daily import review
from recall.cli.environment import Environment
from recall.cli.session.dialog import Dialog
from recall.cli.session.loop import run
with Environment().library() as context:
    run(Dialog(Environment(), context, time.monotonic))
code = 0
"""
"""The first screen of it: without a terminal to read keys from it quits."""

WRITING = {"sqlalchemy", "alembic", "psycopg"}
MODEL = {"fsrs", "numpy"}
DRAWING = {"rich", "pygments", "markdown_it", "linkify_it", "url_normalize", "wcwidth"}
PLATFORM = {"platformdirs", "tomllib", "tomlkit", "zoneinfo", "importlib.metadata"}
COMMAND_LINE = {"typer", "click", "argparse", "shellingham"}
STANDARD = {"json", "dataclasses", "inspect", "logging", "asyncio", "subprocess", "pathlib"}
TYPES = {"typing", "re"}
"""What `typing` loads takes a fifth of a daily command."""

PLANNING = {"recall.domain.day.planner", "recall.usecases.planning.facts", "recall.storage.actions"}
"""What makes and writes a plan: loaded by the first command of a day alone."""

DAILY = WRITING | MODEL | DRAWING | PLATFORM | COMMAND_LINE | STANDARD
LOOKING = WRITING | DRAWING | PLATFORM | COMMAND_LINE | {"dataclasses", "asyncio"}
GRADING = WRITING | DRAWING | PLATFORM | COMMAND_LINE
CHANGES = (
    ("grade", "1", "good"),
    ("read", "9", "good"),
    ("read", "10", "--sitting"),
    ("edit", "11", "--minutes", "30"),
    ("note", "11", "a note"),
    ("postpone", "3", "1 Jan 2099"),
    ("suspend", "4"),
    ("resume", "4"),
    ("archive", "5"),
    ("keep", "6"),
    ("section", "Section", "later"),
    ("pause",),
    ("day", "2099-12-24", "0"),
    ("undo",),
    ("add", "https://example.org/more", "--no-fetch"),
    ("import", "list.md"),
)
"""Commands that write, in an order in which each of them has something to do."""

MOST_IMPORTS = 79
"""Modules that `recall today` may load beyond those of `python -c pass`; 78 on Python 3.11.

Of these 17 are the rooms themselves, each an `__init__.py` of one line.
"""


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The URL of a library in which something is due, and something is to be read."""
    url = f"sqlite:///{tmp_path_factory.mktemp('library') / 'library.db'}"
    listed = factories.catalog(*factories.entries(20, read=8))
    factories.make_library(url, listed, datetime(2026, 1, 1, 12, tzinfo=UTC)).store.close()
    return url


@pytest.fixture(scope="module")
def planned_library(library: str, tmp_path_factory: pytest.TempPathFactory) -> str:
    """A copy of it in which the plan of the day stands."""
    path = tmp_path_factory.mktemp("planned") / "library.db"
    shutil.copy(library.removeprefix("sqlite:///"), path)
    run(f"sqlite:///{path}", "-c", RUN, "today")
    return f"sqlite:///{path}"


@pytest.fixture
def own_library(library: str, tmp_path: Path) -> str:
    """A copy of it, for commands after which there is more to load."""
    shutil.copy(library.removeprefix("sqlite:///"), tmp_path / "library.db")
    return f"sqlite:///{tmp_path / 'library.db'}"


def run(library: str, *python: str) -> subprocess.CompletedProcess[str]:
    own = {"RECALL_DATABASE_URL": library, "RECALL_CONFIG": "/nowhere/config.toml"}
    command = [sys.executable, "-X", "utf8", *python]
    environment = {**os.environ, **own, "PYTHONPATH": str(PACKAGE.parent)}
    done = subprocess.run(
        command, capture_output=True, text=True, encoding="utf-8", env=environment, check=False
    )
    assert done.returncode == 0, done.stderr
    return done


def loaded(library: str, *arguments: str) -> set[str]:
    """All modules that a command has loaded by its end."""
    done = run(library, "-c", RUN + TELL, *arguments)
    assert done.stdout
    return set(done.stderr.split())


def count_imports(library: str, *python: str) -> int:
    return run(library, "-X", "importtime", *python).stderr.count("import time:")


@pytest.mark.parametrize("arguments", [(), ("today",), ("next",)])
def test_a_daily_command_loads_nothing_it_can_do_without(
    planned_library: str, arguments: tuple[str, ...]
) -> None:
    modules = loaded(planned_library, *arguments)
    assert "recall.usecases.planning.today" in modules
    assert not modules & (DAILY | PLANNING | TYPES)


def test_the_first_command_of_a_day_loads_the_planner_and_what_writes_the_plan(
    own_library: str,
) -> None:
    modules = loaded(own_library, "today")
    assert modules >= PLANNING
    assert not modules & (DAILY - {"json"})


@pytest.mark.parametrize(
    ("arguments", "unwanted"),
    [
        (("list",), LOOKING | MODEL),
        (("list", "--json"), LOOKING | MODEL),
        (("today", "--json"), LOOKING | MODEL),
        (("next", "--json"), LOOKING | MODEL),
        (("history",), LOOKING | MODEL),
        (("show", "1", "--json"), LOOKING - {"dataclasses"}),
        (("show", "1"), LOOKING - {"dataclasses"}),
    ],
)
def test_looking_loads_nothing_to_write_or_to_draw_with(
    library: str, arguments: tuple[str, ...], unwanted: set[str]
) -> None:
    assert not loaded(library, *arguments) & unwanted


def test_showing_loads_the_model_for_its_preview_and_so_these_tests_can_see_it(
    library: str,
) -> None:
    assert "fsrs" in loaded(library, "show", "1")


def test_grading_loads_nothing_but_the_model(library: str) -> None:
    modules = loaded(library, "grade", "1", "good")
    assert "fsrs" in modules
    assert not modules & GRADING


def test_no_command_that_writes_to_sqlite_loads_sqlalchemy_or_typer(
    own_library: str, tmp_path: Path
) -> None:
    listed = tmp_path / "list.md"
    listed.write_text("- [A](https://example.org/new)", encoding="utf-8")
    commands = [[str(listed) if word == "list.md" else word for word in given] for given in CHANGES]
    done = run(own_library, "-c", RUN_ALL, json.dumps(commands))
    after = done.stderr.splitlines()
    assert len(after) == len(CHANGES)
    for given, modules in zip(CHANGES, after, strict=True):
        assert "recall.storage.actions" in modules.split()
        assert not set(modules.split()) & (WRITING | COMMAND_LINE), f"recall {' '.join(given)}"


def test_a_session_that_grades_loads_no_sqlalchemy(own_library: str) -> None:
    done = run(own_library, "-c", REVIEW.strip() + TELL)
    assert "recall.storage.actions" in done.stderr.split()
    assert not set(done.stderr.split()) & WRITING


@pytest.mark.skipif(sys.platform == "win32", reason="Typer reads the keys on Windows")
def test_the_first_screen_of_a_session_loads_no_model_and_no_command_line(library: str) -> None:
    done = run(library, "-c", FIRST_SCREEN.strip() + TELL)
    assert "Space opens it." in done.stdout
    assert not set(done.stderr.split()) & (
        WRITING | MODEL | DRAWING | COMMAND_LINE | {"subprocess"}
    )


def test_grading_loads_no_other_command(library: str) -> None:
    commands = {name for name in loaded(library, "grade", "2", "good") if "recall.cli." in name}
    assert "recall.cli.commands.daily.grade" in commands
    assert not commands & {
        "recall.cli.commands.lists.import_list",
        "recall.cli.commands.daily.review",
        "recall.cli.commands.care.doctor",
    }


def test_the_daily_command_stays_within_its_number_of_imports(planned_library: str) -> None:
    bare = count_imports(planned_library, "-c", "pass")
    assert 0 < count_imports(planned_library, "-c", RUN, "today") - bare <= MOST_IMPORTS


def test_no_module_imports_click_beside_typer() -> None:
    found = {root for path in PACKAGE.rglob("*.py") for root in roots(path)}
    assert "typer" in found
    assert "click" not in found


def roots(path: Path) -> Iterator[str]:
    """The top-level packages that a module imports, anywhere in it."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name.partition(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield (node.module or "").partition(".")[0]
