"""Calls that can be read: from the fifth argument on, each is named."""

import ast
from collections import Counter
from pathlib import Path

import recall

PACKAGE = Path(recall.__file__).parent
MOST = 4

DECLARES_COLUMNS = ("storage/database/schema.py", "storage/database/migrations/versions/")
"""Lists of columns and constraints, as SQLAlchemy takes them."""


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
    assert +found == Counter()
