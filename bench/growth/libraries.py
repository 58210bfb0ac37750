"""Axes of what a library holds: resources, reviews, changes, lists, days."""

from collections.abc import Callable, Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path

from bench import library as made
from bench.growth.doing import command, environ, request, run
from bench.growth.measuring import Axis, Work
from bench.syncing import listed
from recall.cli.environment import Environment
from recall.domain.library.card import Rating
from recall.domain.memory.scheduling import Model
from recall.domain.memory.scheduling import review as fsrs_review
from recall.formats.exports.table import EXPORT_NAMES
from recall.settings import machine_id
from recall.settings.table import Settings
from recall.storage.database import rows
from recall.storage.store import Store
from recall.usecases.context import Context
from recall.usecases.planning.today import progress_today
from recall.usecases.rating.grading import Grade, grade
from recall.usecases.resources.adding import add
from recall.usecases.resources.changing import Edit, note
from recall.usecases.syncing.watching import keep_in_step

RESOURCES = (1_250, 2_500, 5_000, 10_000)
ADDITIONS = (250, 500, 1_000, 2_000)
FEW = 300
"""Resources of a library in which something else grows."""

LOOKS = {
    " ".join(words): command(*words)
    for words in (
        *(("today",), ("next",), ("list",), ("list", "memory"), ("list", "--due")),
        *(("show", "1"), ("why", "1"), ("history",), ("stats",), ("stats", "--model"), ("week",)),
        *(("forecast",), ("forecast", "--days", "120"), ("section",), ("lists",), ("day",)),
        *(("doctor",), ("today", "--json"), ("list", "--json")),
    )
}
"""Commands that look."""

CHANGES = {
    " ".join(words): command(*words)
    for words in (
        *(("more", "30"), ("read", "25", "good"), ("grade", "1", "good"), ("undo",)),
        *(("note", "1", "A note."), ("edit", "1", "--title", "Another title")),
        *(("edit", "1", "--url", "https://example.com/x"), ("edit", "1", "--label", "a")),
        *(("postpone", "1", "in 900 days"), ("suspend", "1"), ("archive", "1"), ("keep", "1")),
        ("add", "https://example.com/new", "--title", "New", "--no-fetch"),
        ("section", "Attention 0", "first"),
        *(("join", "25", "1"), ("pause",), ("backup", "{folder}/copy.db"), ("today", "-m", "90")),
    )
}
"""Commands that change something."""

EXPORTS = {
    f"export {name}": command("export", "{folder}/out", "--format", name) for name in EXPORT_NAMES
}

PAGES = {
    path: request(path)
    for path in (
        *("/", "/session", "/session/1", "/session/1/grades", "/library", "/library/sections"),
        *("/library/found?q=memory", "/library/found?status=read", "/r/1", "/r/1/edit", "/days"),
        *("/statistics", "/coming", "/lists", "/settings", "/export", "/add"),
    )
} | {"/visit/1/grade": request("/visit/1/grade", rating="good")}


def axes() -> list[Axis]:
    """Return all axes of a library."""
    everything = {**LOOKS, **CHANGES, **EXPORTS, **PAGES}
    return [
        Axis("resources", RESOURCES, _resources, everything),
        Axis("a whole library in JSON", RESOURCES, _exported, _taken_in()),
        Axis("reviews of a resource", RESOURCES, _with(_reviewed), _of_one()),
        Axis("changes", (1_250, 2_500, 5_000, 10_000), _with(_changed), _of_one()),
        Axis("days of plans", (250, 500, 1_000, 2_000), _with(_lived), {**LOOKS, **_of_one()}),
        Axis("lists", (50, 100, 200, 400), _many_lists, _of_lists()),
        Axis("lines in step", RESOURCES, _in_step, _syncs()),
        Axis("lines with one URL in step", RESOURCES, _one_url, _to_and_fro()),
        Axis("sections", (625, 1_250, 2_500, 5_000), _many_sections, _of_sections()),
        Axis("additions to a section", ADDITIONS, _to_a_section, _to_and_fro()),
        Axis("sections with an addition", (50, 100, 200, 400), _to_each_section, _to_and_fro()),
    ]


def _resources(folder: Path, size: int) -> None:
    made.make(folder / "library.db", max(size, 50), datetime.now(UTC).astimezone())
    run(folder, "today")
    run(folder, "note", "1", "A first note.")


def _exported(folder: Path, size: int) -> None:
    (folder / "list.md").write_text(made.markdown(size), encoding="utf-8")
    run(folder, "init", "--empty")
    run(folder, "import", f"{folder}/list.md")
    with Environment(environ(folder)).library() as context:
        for number in range(1, size, 5):
            grade(context, str(number), Grade(Rating.GOOD, context.today))
    run(folder, "export", f"{folder}/whole.json", "--format", "json")
    run(folder, "catalog", "build", f"{folder}/list.md", "-o", f"{folder}/catalog.json")


def _taken_in() -> Mapping[str, Work]:
    def anew(*words: str) -> Work:
        def work(folder: Path) -> None:
            (folder / "library.db").unlink()
            run(folder, *[word.format(folder=folder) for word in words])

        return work

    return {
        "import into none": anew("import", "{folder}/whole.json"),
        "import catalog": anew("import", "{folder}/catalog.json"),
        "init --catalog": anew("init", "--catalog", "{folder}/catalog.json"),
        "catalog check": command("catalog", "check", "{folder}/catalog.json"),
    }


def _with(fill: Callable[[Context, int], None]) -> Callable[[Path, int], None]:
    """Return how a small library is made in which something is often."""

    def make(folder: Path, size: int) -> None:
        now = datetime.now(UTC).astimezone()
        made.make(folder / "library.db", FEW, now)
        url = f"sqlite:///{folder}/library.db"
        with Store(url) as store:
            fill(Context(store, Settings(), now), size)

    return make


def _reviewed(context: Context, size: int) -> None:
    """Let a resource that is unread have been graded on each of many days until today."""
    before, log = None, []
    for ago in range(size, 0, -1):
        on = context.today - timedelta(days=ago)
        rating = Rating.AGAIN if ago % 9 == 0 else Rating.GOOD
        visit = made.Visit(
            on, rating, before, fsrs_review(before and before.memory, rating, on, Model())
        )
        log.append(made.review_row(25, made.entry(24), visit))
        before = visit.outcome
    assert before is not None
    memory = before.memory._asdict() | {"due": log[-1]["due"], "reviews": size}
    memory["lapses"] = sum(row["rating"] == 1 for row in log[1:])
    with context.store.transaction() as connection:
        rows.add(connection, "review", log)
        rows.change(connection, "resource", {25: memory | {"status": "read"}})


def _changed(context: Context, size: int) -> None:
    for number in range(size):
        note(context, str(number % FEW + 1), f"Note {number}")


def _lived(context: Context, size: int) -> None:
    """Let plans be made and a thing be done on each of many days."""
    for ago in range(size, 0, -1):
        then = context._replace(now=context.now - timedelta(days=ago))
        progress_today(then)


def _of_one() -> Mapping[str, Work]:
    return {
        " ".join(words): command(*words)
        for words in (
            *(("today",), ("show", "25"), ("why", "25"), ("history",), ("stats",), ("doctor",)),
            *(("grade", "25", "good"), ("note", "25", "x"), ("undo",), ("edit", "25", "--once")),
            *(("history", "--limit", "100000"), ("export", "{folder}/x.json"), ("optimize",)),
            *(("list",), ("forecast",), ("postpone", "1", "in 900 days"), ("week",)),
        )
    } | {path: request(path) for path in ("/r/25", "/session/25/grades", "/statistics")}


def _many_lists(folder: Path, size: int) -> None:
    run(folder, "init", "--empty")
    for number in range(size):
        path = folder / f"list-{number}.md"
        path.write_text(listed(6).replace("example.org/", f"example.org/{number}-"))
        run(folder, "import", str(path))


def _of_lists() -> Mapping[str, Work]:
    def added(folder: Path) -> None:
        for path in folder.glob("list-*.md"):
            line = f"- [ ] [New](https://new.org/{path.stem})\n- ["
            path.write_text(path.read_text().replace("- [", line, 1))
        run(folder, "sync", "--yes")

    def imported(folder: Path) -> None:
        for path in folder.glob("list-*.md"):
            run(folder, "import", str(path))

    def watched(folder: Path) -> None:
        run(folder, "sync", "--yes")
        run(folder, "grade", "1", "good")
        with Environment(environ(folder)).library() as context:
            list(keep_in_step(context, machine_id.name()))

    return (
        {
            "sync, a line more in each": added,
            "import of each": imported,
            "sync, then what the daemon does after a grade": watched,
        }
        | {
            " ".join(words): command(*words)
            for words in (
                *(("lists",), ("sync", "--yes"), ("list",), ("today",), ("stats",), ("doctor",)),
                *(("import", "{folder}/list-1.md"), ("sync", "list-1.md", "--yes"), ("section",)),
                *(("export", "{folder}/x.md"), ("lists", "forget", "list-1.md")),
            )
        }
        | {"/lists": request("/lists")}
    )


def _in_step(folder: Path, size: int) -> None:
    (folder / "list.md").write_text(listed(size))
    run(folder, "import", f"{folder}/list.md")
    run(folder, "sync", "--yes")


def _syncs() -> Mapping[str, Work]:
    def both(folder: Path) -> None:
        path = folder / "list.md"
        path.write_text(path.read_text().replace("9]", "9 renamed]"))
        _read(folder, every=10)
        run(folder, "sync", "--yes")

    def renamed(folder: Path) -> None:
        path = folder / "list.md"
        path.write_text(path.read_text().replace("## Section", "## Chapter"))
        run(folder, "sync", "--yes")

    def added(folder: Path) -> None:
        path = folder / "list.md"
        path.write_text(path.read_text().replace("- [", "- [ ] [N](https://n.org/)\n- [", 1))
        run(folder, "sync", "--yes")

    return {
        "sync, nothing new": command("sync", "--yes"),
        "sync, a line more": added,
        "sync, all sections renamed": renamed,
        "sync, a tenth changed on both sides": both,
        "sync --dry-run": command("sync", "--dry-run"),
        "import after sync": command("import", "{folder}/list.md"),
    }


def _to_and_fro() -> Mapping[str, Work]:
    return {
        "sync": command("sync", "--yes"),
        "import": command("import", "{folder}/list.md"),
        "doctor": command("doctor"),
    }


def _read(folder: Path, every: int) -> None:
    """Say of many resources that they are read, in a single change."""
    with Environment(environ(folder)).library() as context:
        rows = context.store.rows("SELECT id FROM resource WHERE status = 'unread'")
        numbers = [str(number) for (number,) in rows][::every]
    run(folder, "edit", *numbers, "--once")


def _one_url(folder: Path, size: int) -> None:
    """Bring a list in step in which one address stands everywhere."""
    lines = (f"- [ ] [Title {number}](https://example.org/)" for number in range(size))
    (folder / "list.md").write_text("\n".join([*lines, ""]))
    run(folder, "import", f"{folder}/list.md")
    run(folder, "sync", "--yes")


def _many_sections(folder: Path, size: int) -> None:
    """Bring a list in step that has a heading for each reading."""
    lines = (f"## S {n}x\n\n- [ ] [Title {n}](https://example.org/{n})\n" for n in range(size))
    (folder / "list.md").write_text("\n".join(lines))
    run(folder, "import", f"{folder}/list.md")
    run(folder, "sync", "--yes")


def _of_sections() -> Mapping[str, Work]:
    def renamed(*words: str) -> Work:
        def work(folder: Path) -> None:
            path = folder / "list.md"
            path.write_text(path.read_text().replace("## S", "## Chapter"))
            run(folder, *[word.format(folder=folder) for word in words])

        return work

    return {
        "import": command("import", "{folder}/list.md"),
        "import, all renamed": renamed("import", "{folder}/list.md"),
        "sync, all renamed": renamed("sync", "--yes"),
        "section": command("section"),
        "section first": command("section", "S 3x", "first"),
        "today": command("today"),
        "list --section": command("list", "--section", "3x"),
        "export": command("export", "{folder}/out.md"),
    } | {path: request(path) for path in ("/library/sections", "/library", "/add")}


def _to_a_section(folder: Path, size: int) -> None:
    _in_step(folder, 100)
    _add(folder, size, sections=1)


def _to_each_section(folder: Path, size: int) -> None:
    _in_step(folder, 50 * size)
    _add(folder, size, sections=size)


def _add(folder: Path, size: int, sections: int) -> None:
    """Add readings in recall that the list has not yet."""
    with Environment(environ(folder)).library() as context:
        for number in range(size):
            section = (f"Section {number % sections}",)
            add(context, f"https://a.org/{number}", f"Added {number}", section, Edit())
