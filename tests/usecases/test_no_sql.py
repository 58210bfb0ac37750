"""Use cases speak the domain's words: no SQL, no names of tables, nothing of the database's own.

Their sources are read: what is imported, which methods are called, and every text but docstrings.
"""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import recall.usecases
from recall.domain.library.card import Card, Memory
from recall.domain.library.resource import Resource
from recall.domain.library.review import Review, Sitting
from recall.storage.database.columns import TABLES, names

ROOM = Path(recall.usecases.__file__).parent

CARE_FOR_FILES = ("library_file.backup", "creating", "migrate", "putting_aside", "version")
"""The care of a library needs the database as a file, or as a server."""

ALLOWED = tuple(f"{name}." for name in (*CARE_FOR_FILES, "connections.connection"))

STATEMENT = re.compile(r"\b(SELECT|INSERT|UPDATE|DELETE|JOIN|WHERE|ORDER BY|GROUP BY|PRAGMA)\b")

RUNNERS = ("rows", "insert", "update_many", "execute", "execute_many", "transaction")
"""Methods that run SQL or write rows, on whatever they are called."""

WRITERS = (*RUNNERS, "update", "delete", "append", "void")
"""Methods of an action that take the name of a table; lists and dicts have some of them too."""

DOMAIN = {name for kind in (Resource, Card, Memory, Review, Sitting) for name in kind._fields}
COLUMNS = {name for table in TABLES for name in names(table) if "_" in name} - DOMAIN
"""Names that only the tables have; the others are the domain's words as well."""


def faults(source: str) -> list[str]:
    """What a use case says that it should not know."""
    tree = ast.parse(source)
    found = [*_imports(tree), *_calls(tree)]
    for text in _texts(tree):
        if STATEMENT.search(text) or _reads_as_sql(text):
            found.append(f"SQL: {text}")
        if text in COLUMNS:
            found.append(f"the column {text}")
    return found


def _reads_as_sql(text: str) -> bool:
    plain = r"\bselect\b.+\bfrom\b|\binsert into\b|\bupdate\b.+\bset\b.+=|\bdelete from\b"
    return re.search(plain, text, re.IGNORECASE | re.DOTALL) is not None


def _imports(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        modules = []
        if isinstance(node, ast.Import):
            modules = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            modules = [f"{node.module}.{alias.name}" for alias in node.names]
        for module in modules:
            own = module.partition("recall.storage.database")[2].strip(".")
            if own and not f"{own}.".startswith(ALLOWED):
                yield f"import of {module}"
            if module.startswith(("sqlalchemy", "sqlite3", "alembic")):
                yield f"import of {module}"


def _calls(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call):
            continue
        name, owner = "", ""
        if isinstance(node.func, ast.Attribute):
            name, owner = node.func.attr, ast.unparse(node.func.value)
        elif isinstance(node.func, ast.Name):
            name = node.func.id
        if owner and (name in RUNNERS or (name in WRITERS and owner.endswith("action"))):
            yield f"a call of {owner}.{name}"
        if name != "begin":  # its kinds are the history's words: pause is one of them
            given = [*node.args, *(keyword.value for keyword in node.keywords)]
            texts = (one.value for one in given if isinstance(one, ast.Constant))
            yield from (f"the table {text}" for text in texts if text in TABLES)


def _texts(tree: ast.AST) -> Iterator[str]:
    """Every text in the source but docstrings, the parts of one that is put together as one."""
    docstrings = {
        id(node.body[0].value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef)
        and node.body
        and isinstance(node.body[0], ast.Expr)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            if id(node) not in docstrings:
                yield node.value
        elif isinstance(node, ast.JoinedStr | ast.BinOp):
            parts = (one.value for one in ast.walk(node) if isinstance(one, ast.Constant))
            yield " ".join(map(str, parts))


@pytest.mark.parametrize("path", sorted(ROOM.rglob("*.py")), ids=lambda path: path.stem)
def test_a_use_case_knows_no_sql_and_no_table(path: Path) -> None:
    assert faults(path.read_text(encoding="utf-8")) == []


WRONG = {
    "a question": 'reads.rows("SELECT id FROM resource")',
    "a question in small letters": 'ask("select id from resource")',
    "a question put together": 'ask("SEL" "ECT id " f"FROM {table}")',
    "a question in parts": 'sql = f"delete {what} " + "from place"; ask("DELETE" + sql)',
    "a change": 'run("update resource set gone = true")',
    "the name of a table": 'write("resource", 1)',
    "the name of a table by its keyword": 'write(table="section_rule")',
    "a column": 'values = {"status_before": None}',
    "an action's method": "action.update(table, 1, values)",
    "a store's transaction": "with context.store.transaction() as here: pass",
    "the columns": "from recall.storage.database.columns import TABLES",
    "the schema": "from recall.storage.database import schema",
    "the codec": "from recall.storage.database.codec import instant",
    "SQLAlchemy": "import sqlalchemy.orm",
}


@pytest.mark.parametrize("source", WRONG.values(), ids=WRONG)
def test_each_way_of_knowing_it_would_be_seen(source: str) -> None:
    assert faults(source)


RIGHT = (
    '"""Select what to read from a list, and update its set of places = all."""',
    'begin(store, "pause", now, today)',
    'found.update(other); found.append("a"); names = ["due"]',
    "from recall.storage.tables import cards",
    "from recall.storage.database.version import HEAD",
)


@pytest.mark.parametrize("source", RIGHT)
def test_what_is_allowed_is_let_be(source: str) -> None:
    assert faults(source) == []
