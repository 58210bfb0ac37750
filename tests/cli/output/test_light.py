"""The output room is on the way of every command: what it must not load, in a fresh process."""

import subprocess
import sys
from pathlib import Path

import pytest

import recall

pytestmark = pytest.mark.slow

HEAVY = {"re", "typing", "rich", "wcwidth", "json", "dataclasses", "inspect", "shutil", "enum"}
SOURCE = str(Path(recall.__file__).parents[1])

PRINT_A_TABLE = """
import sys
sys.path.insert(0, {source!r})
before = set(sys.modules)
from recall.cli.output import json_out, screen, table, width
from recall.domain.text import graphemes, plain
out = screen.Screen.of(sys.stdout, {{"COLUMNS": "30", "FORCE_COLOR": "1"}})
columns = [table.Column("ID", right=True), table.Column("Title", flexible=True, style="title")]
for line in table.rows(out, columns, [("1", {title!r}), ("2", "b" * 100)], heading=True):
    out.write(line)
width.wrap({title!r}, 10), width.clip({title!r}, 10)
print(*sorted(set(sys.modules) - before), file=sys.stderr)
"""


def loaded_by(title: str) -> set[str]:
    """The modules that printing a table with this title loads, without site's own."""
    done = subprocess.run(
        [
            sys.executable,
            "-S",
            "-X",
            "utf8",
            "-c",
            PRINT_A_TABLE.format(source=SOURCE, title=title),
        ],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
    )
    assert title in done.stdout
    return set(done.stderr.split())


@pytest.mark.parametrize(
    "title",
    ["Attention Is All You Need", "深入理解“计算机”系统：第三版 – 한국어…", "naïve café → 🔥"],
)
def test_a_table_of_english_or_chinese_loads_nothing_heavy(title: str) -> None:
    loaded = loaded_by(title)
    assert "recall.cli.output.table" in loaded
    assert not loaded & HEAVY


def test_wcwidth_is_loaded_for_what_unicodedata_cannot_measure() -> None:
    code = (
        "import sys; from recall.cli.output.width import width;"
        "assert 'wcwidth' not in sys.modules; width('👩\u200d👧'); print('wcwidth' in sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-X", "utf8", "-c", f"import sys; sys.path.insert(0, {SOURCE!r}); {code}"],
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.strip() == "True"
