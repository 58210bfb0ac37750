"""Calls that can be read: from the fifth argument on, each is named."""

import ast
from collections import Counter
from pathlib import Path

import recall

PACKAGE = Path(recall.__file__).parent
MOST = 4

DECLARES_COLUMNS = ("storage/database/schema.py", "storage/database/migrations/versions/")
"""Lists of columns and constraints, as SQLAlchemy takes them."""

LEFT: Counter[str] = Counter(
    {
        "storage/tables/day.py": 2,
        "storage/tables/due_load.py": 1,
        "storage/tables/log.py": 1,
        "storage/tables/parameters.py": 1,
        "storage/tables/ratings.py": 1,
        "storage/tables/resources.py": 1,
        "storage/tables/statistics.py": 1,
        "usecases/lists/importing.py": 5,
        "usecases/memory/optimizing.py": 1,
        "usecases/memory/rescheduling.py": 1,
        "usecases/memory/statistics.py": 2,
        "usecases/planning/looking_ahead.py": 4,
        "usecases/planning/sections.py": 1,
        "usecases/planning/today.py": 1,
        "usecases/rating/grading.py": 3,
        "usecases/rating/preview.py": 2,
        "usecases/reminding.py": 3,
        "usecases/resources/changing.py": 1,
        "usecases/session.py": 3,
    }
)
"""Calls that are still to be mended, by file; it only shrinks."""


def long_calls(path: Path) -> int:
    """Count the calls with more than MOST positional arguments."""
    nodes = ast.walk(ast.parse(path.read_text("utf-8")))
    calls = (node for node in nodes if isinstance(node, ast.Call))
    counts = (sum(not isinstance(one, ast.Starred) for one in call.args) for call in calls)
    return sum(count > MOST for count in counts)


def test_no_call_has_more_than_four_positional_arguments() -> None:
    found: Counter[str] = Counter()
    for path in PACKAGE.rglob("*.py"):
        name = path.relative_to(PACKAGE).as_posix()
        if not name.startswith(DECLARES_COLUMNS):
            found[name] += long_calls(path)
    assert found - LEFT == Counter()
