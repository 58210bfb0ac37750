"""Writes the script that SQLite libraries are made from: `python -m testing.databases.new_library`.

Run it after a new migration. Alembic makes an empty library; the script is its tables, indexes,
triggers and revision.
"""

import sqlite3
import tempfile
from pathlib import Path

from recall.storage.database import migrate
from recall.storage.database.creating import SCRIPT

PRAGMAS = ("application_id", "user_version")


def by_migrations(folder: Path) -> sqlite3.Connection:
    """Open an empty library that Alembic made in a folder."""
    path = folder / "made.db"
    migrate.create(f"sqlite:///{path}", lambda _: None)
    return sqlite3.connect(path)


def script(library: sqlite3.Connection) -> str:
    """Return the statements that make such a library."""
    made = library.execute(
        "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%' "
        "ORDER BY rowid"
    )
    lines = [f"{sql};" for (sql,) in made]
    ((revision,),) = library.execute("SELECT version_num FROM alembic_version")
    lines.append(f"INSERT INTO alembic_version VALUES ('{revision}');")
    for name in PRAGMAS:
        ((value,),) = library.execute(f"PRAGMA {name}")
        lines.append(f"PRAGMA {name} = {value};")
    return "\n".join(lines) + "\n"


def main() -> None:
    """Write the script."""
    with tempfile.TemporaryDirectory() as folder:
        library = by_migrations(Path(folder))
        Path(SCRIPT).write_text(script(library), encoding="utf-8")
        library.close()


if __name__ == "__main__":
    main()
