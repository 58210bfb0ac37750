"""Tables with short names for their sites, and what was found in them as short lines."""

from recall.domain.library.catalog import Item, ParsedList
from testing.lists.marked_links import told


def table(rows: list[str]) -> str:
    """Return the text of a table; `ex/` and `gh/` stand for sites."""
    head, *others = (f"|{row}|" for row in rows)
    text = "\n".join([head, "|--" * (head.count("|") - 1) + "|", *others])
    return text.replace("ex/", "https://ex.com/").replace("gh/", "https://github.com/")


def shown(found: ParsedList) -> list[str]:
    """Return the items as lines, each with what stands beside its work."""
    lines = zip(told(found), found.items, strict=True)
    return [
        line.replace("REPO", "gh/a/fine-repo").replace("ANN", "gh/ann") + _facts(item)
        for line, item in lines
    ]


def _facts(item: Item) -> str:
    box = "read" if item.checked else "begun" if item.begun else "dropped" if item.dropped else ""
    minutes = f"{item.minutes} min" if item.minutes else ""
    note = (item.note or "").replace("\n", " / ")
    every = (box, minutes, item.description, note, ", ".join(item.labels), item.read_on)
    said = "; ".join(filter(None, every))
    return f" ({said})" if said else ""
