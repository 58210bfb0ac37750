"""A week with the own list: read in recall, ticked in the editor, added on both sides, in step."""

import logging
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

from recall.daemon.list_watch import ListWatch
from recall.settings import machine_id
from recall.settings.table import Settings
from recall.storage.store import Store
from recall.usecases.context import Context
from recall.usecases.lists.reading_files import read_list
from recall.usecases.upkeep.checking import doctor
from testing.commands.command_line import CommandLine
from testing.lists.synced import Synced

pytestmark = [pytest.mark.slow, pytest.mark.timeout(300)]

LIST = Path(__file__).parents[1] / "data" / "reading-list.md"
DOCS = "- [ ] **[VLLM官方文档](https://docs.vllm.ai/en/latest/)**"
SCRATCH = "- [ ] **[Pytorch Transformers from Scratch (Attention is all you need)]"
CODE = "- [ ] **[对应源码](https://github.com/aladdinpersson/"


class Week:
    """A library, the file of its list, and a background program that looks each minute."""

    def __init__(self, recall: CommandLine, path: Path) -> None:
        self.recall = recall
        self.path = path
        self.watch = ListWatch(logging.getLogger("recall.remind.week"))
        self.texts: list[str] = []

    @property
    def text(self) -> str:
        return self.path.read_bytes().decode()

    def editor(self, old: str, new: str) -> None:
        """Let the person save an edit."""
        assert self.text.count(old) == 1, old
        self.path.write_bytes(self.text.replace(old, new).encode())

    def minute(self) -> None:
        """Let the background program look once."""
        with Store(self.recall.environ["RECALL_DATABASE_URL"]) as store:
            context = Context(store, Settings()._replace(sync_on=True), self.recall.now)
            self.watch.tick(context, machine_id.name())

    def day(self, *steps: Callable[[], object]) -> None:
        """Live one day, with a look of the background program after each step."""
        for step in steps:
            step()
            self.minute()
        self.recall.now += timedelta(days=1)

    def check_in_step(self) -> None:
        """File and library say the same of every reading, and a sync has nothing to do."""
        with Store(self.recall.environ["RECALL_DATABASE_URL"]) as store:
            made = Synced(Context(store, Settings(), self.recall.now), self.path)
            by_url = {one.url: one for one in made.all() if not one.gone}
            assert doctor(made.context) == []
        entries = read_list(self.path).entries
        assert {entry.url for entry in entries} == by_url.keys()
        for entry in entries:
            boxless = entry.title == "动手学深度学习"
            assert boxless or entry.read == (by_url[entry.url].status == "read"), entry
        assert "in step, nothing to do" in self.recall.ok("sync").out


def test_a_week(empty: CommandLine, tmp_path: Path) -> None:
    path = tmp_path / "reading-list.md"
    path.write_bytes(LIST.read_bytes())
    empty.configure("[sync]", "on = true")
    week = Week(empty, path)
    recall = empty.ok
    recall("import", str(path))
    recall("sync", "--yes")
    start = week.text
    week.day(lambda: recall("read", "VLLM官方文档", "good"), lambda: recall("sync", "--yes"))
    week.day(lambda: week.editor(SCRATCH, SCRATCH.replace("[ ]", "[x]")))
    week.day(
        lambda: recall("add", "https://example.org/flash", "-t", "Flash", "-s", "Resources/VLLM"),
        lambda: recall("read", "Flash", "hard"),
    )
    week.day(
        lambda: week.editor("**Mamba**", "**Mamba and others**"),
        lambda: week.editor("to be continue", "- [ ] [Mamba](https://arxiv.org/abs/2312.00752)"),
    )
    week.day(
        lambda: recall("add", "https://example.org/agents", "-t", "Agents", "-s", "Agents"),
        lambda: week.editor(DOCS.replace("[ ]", "[x]"), DOCS),
    )
    week.day(lambda: week.editor(DOCS, DOCS.replace("[ ]", "[x]")))
    week.day(lambda: recall("read", "对应源码", "good"), lambda: recall("sync"))
    week.check_in_step()
    went, came = changed(start, week.text)
    assert went == {line_of(start, DOCS), line_of(start, SCRATCH), line_of(start, CODE)} | {
        "**Mamba**",
        "to be continue ",
    }
    assert came == {
        *(line_of(week.text, line.replace("[ ]", "[x]")) for line in (DOCS, SCRATCH, CODE)),
        "- [x] [Flash](https://example.org/flash)",
        "**Mamba and others**",
        "- [ ] [Mamba](https://arxiv.org/abs/2312.00752) ",
        "**Agents**",
        "- [ ] [Agents](https://example.org/agents)",
    }
    go_back(week, start)


def line_of(text: str, begins: str) -> str:
    """Return the line of a text that begins so."""
    (line,) = [line for line in text.splitlines() if line.startswith(begins)]
    return line


def changed(before: str, after: str) -> tuple[set[str], set[str]]:
    """Return the lines that only the text before has, and those that only the one after has."""
    old, new = set(before.splitlines()), set(after.splitlines())
    return old - new, new - old


def go_back(week: Week, start: str) -> None:
    """Undo everything: what recall wrote goes, and the edits of the person stay."""
    while (done := week.recall("undo")).code == 0:
        week.minute()
    assert "there is nothing to undo" in done.err
    went, came = changed(start, week.text)
    scratch = line_of(start, SCRATCH)
    assert went == {scratch, "**Mamba**", "to be continue "}
    assert came == {
        scratch.replace("[ ]", "[x]"),
        "**Mamba and others**",
        "- [ ] [Mamba](https://arxiv.org/abs/2312.00752) ",
    }
