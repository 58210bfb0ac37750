"""The lists and the commands with which the library of the trials is lived in."""

from pathlib import Path

LIST = """# Systems

## Papers

- [x] [Paged attention](https://example.org/paged) (20 min)
- [x] [Pipelines](https://example.org/pipes) (30 min)
- [ ] [Quorums](https://example.org/quorums) (25 min)
- [ ] [Clocks](https://example.org/clocks) (15 min)
- [ ] [Logs](https://example.org/logs)
- [ ] [Logs, again](https://example.org/logs-again)

## Books

- [ ] [A long book](https://example.org/book) (300 min)
- [ ] [A short book](https://example.org/short) (60 min)
"""

CHANGED = LIST.replace("[ ] [Quorums]", "[x] [Quorums]").replace("Logs, again", "Logs, once more")

MORE = "# Other things\n\n" + "\n".join(
    f"- [{'x' if number < 3 else ' '}] [Thing {number}](https://example.net/{number})"  # noqa: PLR2004
    for number in range(20)
)

LIVED = (
    ("import", "{folder}/list.md"),
    ("today",),
    ("grade", "1", "good", "--note", "pages"),
    ("grade", "2", "hard"),
    ("read", "4", "easy"),
    ("undo",),
    ("sync", "{folder}/list.md", "--yes"),
    ("suspend", "8"),
    ("pause", "--from", "2027-01-01", "--until", "2027-01-05"),
    ("section", "Papers", "first"),
    ("remind", "snooze", "1h"),
    ("note", "2", "in order"),
    ("export", "{folder}/library.json"),
)


def write_lists(folder: Path) -> None:
    """Write the lists as every action finds them; one was changed since it was in step."""
    for name, text in {"list.md": CHANGED, "more.md": MORE}.items():
        path = folder / name
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            path.write_text(text, encoding="utf-8")
