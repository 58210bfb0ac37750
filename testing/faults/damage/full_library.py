"""A small library that has rows in every table, made by commands over some weeks."""

import atexit
import os
import shutil
from datetime import datetime, timedelta
from functools import cache, partial
from pathlib import Path
from tempfile import gettempdir

from recall.domain.link_checks.finding import Finding, Look, found
from recall.settings.table import Settings
from recall.storage.actions import begin
from recall.storage.store import Store
from recall.storage.tables import reminders
from recall.storage.tables.link_checks import findings
from recall.storage.tables.pages import kept_texts
from recall.usecases.context import Context
from testing.commands.command_line import CommandLine
from testing.libraries.factories import NOW
from testing.libraries.other_parameters import adopt

LIST = """\
# Papers

- [ ] [Attention](https://example.org/attention) #nlp - the beginning [code](https://github.com/a/b)
- [x] [Scaling](https://example.org/scaling) read 2024-05
- [x] [Pages 文](https://example.org/pages)
- [ ] [Kernel](https://example.org/kernel)

## Course

- [ ] [Lecture 1: One](https://example.org/l/1)
- [ ] [Lecture 2: Two](https://example.org/l/2)
- [ ] [Lecture 3: Three](https://example.org/l/3)
- [ ] A thing without a link
"""

OTHER = """\
# Blogs

- [ ] [Bandwidth](https://example.com/bandwidth)
- [ ] [Attention](https://example.org/attention)
- [x] [Roofs](https://example.com/roofs)
"""

DAYS = 28
"""The days that it was lived in: enough revisits for a mixture of the person's own."""

_WORDS = ("good", "again", "easy", "hard", "good")


def copied(folder: Path) -> CommandLine:
    """Return a command line on a copy of the library and its files."""
    source = _made()
    recall = CommandLine(folder)
    recall.library.write_bytes(source.library.read_bytes())
    recall.configure("remind.on = true")
    recall.now = source.now
    for name in ("list.md", "other.md"):
        (folder / name).write_bytes(source.library.with_name(name).read_bytes())
    return recall


@cache
def _made() -> CommandLine:
    """Make the library once in a process, byte for byte the same but for digits in its paths."""
    folder = Path(gettempdir()) / f"recall-damage-{os.getpid():010}"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    recall = CommandLine(folder)
    recall.now = NOW
    recall.configure("sync.on = false")
    (folder / "list.md").write_text(LIST, encoding="utf-8")
    (folder / "other.md").write_text(OTHER, encoding="utf-8")
    _begin(recall, folder)
    for day in range(DAYS):
        recall.now = NOW + timedelta(day)
        _live(recall, day)
    _at_last(recall)
    return recall


def _begin(recall: CommandLine, folder: Path) -> None:
    recall.ok("import", str(folder / "list.md"))
    recall.ok("import", str(folder / "other.md"))
    recall.ok("sync", str(folder / "list.md"), "--yes")


def _live(recall: CommandLine, day: int) -> None:
    """Grade what is due and read something."""
    for step, visit in enumerate(recall.ok("today", "--json").json["plan"][:3]):
        word = _WORDS[(day + step) % len(_WORDS)]
        command = "grade" if visit["do"] == "revisit" else "read"
        recall.ok(command, str(visit["id"]), word, "--minutes", str(7 + step))


def _at_last(recall: CommandLine) -> None:
    """Do once what was not done before, so that each table has a row at least."""
    add = "add https://example.org/long --title Long --minutes 300 --section Papers"
    for typed in (add, *_ONCE):
        recall.ok(*typed.split())
    recall.ok("note", "3", "pages, 不是 contiguous memory")
    recall.ok("edit", "2", "--ask", "What scales?", "--description", "Laws", "--label", "laws")
    recall.ok("sync", str(recall.library.with_name("list.md")), "--yes")
    with Store(recall.environ["RECALL_DATABASE_URL"]) as store:
        context = Context(store, Settings(), recall.now)
        _what_others_write(context)
        adopt(context)
    recall.ok("today")
    recall.ok("optimize", "--reschedule", "--yes")
    recall.ok("grade", "2", "good")
    recall.ok("today")


_ONCE = (
    "read Long --minutes 30 --at p.40",
    "read Long --minutes 20 --to 30%",
    "edit 4 --after Long --priority high",
    "section Course later",
    "section Blogs normal --by 2027-01-01",
    "day tomorrow 20",
    "pause --from 2026-06-01 --until 2026-06-05",
    "postpone 3 2026-05-30",
    "add https://example.com/spare --title Spare --section Blogs",
    "add https://example.com/unread --title Unread --section Blogs",
    "join Spare Bandwidth",
    "archive Roofs",
    "remind snooze 1h",
    "undo",
    "grade 1 hard",
    "undo",
)


def _found(url: str, look: Look, now: datetime, was: Finding | None) -> Finding:
    return found(url, look, now, was)


def _what_others_write(context: Context) -> None:
    """Write what the daemon and the network bring: texts, findings, reminders."""
    with begin(context.store, "fetch", context.now, context.today) as action:
        kept_texts.keep(action, 1, "The text of a page. 文\n" * 9, context.now)
        kept_texts.keep(action, 2, "Another.\n" * 9, context.now)
    for number in (1, 2, 3):
        look = Look("missing" if number == 1 else "moved", "404", 404, moved_to="https://a.example")
        url = str(context.store.rows(f"SELECT url FROM resource WHERE id = {number}")[0][0])
        findings.note(context.store, number, partial(_found, url, look, context.now))
    for slot in ("2026-03-29@09:00", "2026-03-30@09:00"):
        wanted = reminders.Claim("digest", slot)
        reminders.claim(context.store, wanted, "here", context.now)
        reminders.mark_sent(context.store, wanted, "here", "dbus", context.now)
