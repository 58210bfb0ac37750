"""Lists in a few words, before an edit and after it, for tests of matching."""

from collections.abc import Iterable
from typing import NamedTuple

from recall.domain.lists.matching.lines import Line
from recall.domain.lists.matching.matching import EditedList, Matches, match


class Written(NamedTuple):
    """A line of a list as the tests write it: `Title` or `Title <url>`."""

    section: str
    title: str
    url: str | None

    @property
    def line(self) -> Line:
        """The line as matching sees it."""
        return Line(
            self.url or f"{self.section} › {self.title}", self.title, self.url, (self.section,)
        )


def written(text: str) -> list[Written]:
    """Read lines divided by ` | `; `# Name` begins a section, `Title <a.org/b>` has a link."""
    section, found = "", []
    for part in filter(None, map(str.strip, text.split("|"))):
        if part.startswith("# "):
            section = part[2:]
            continue
        title, _, url = part.partition(" <")
        found.append(Written(section, title, f"https://{url[:-1]}" if url else None))
    return found


def edited(before: Iterable[Line], now: Iterable[Line], **other: object) -> EditedList:
    """Return an edit; other lists have nothing of it."""
    stood, stands = list(before), list(now)
    keys, others = {line.key for line in stands}, {line.key for line in stood}
    plain = EditedList(stood, stands, frozenset(others - keys), frozenset(keys - others))
    return plain._replace(**other)  # type: ignore[arg-type]  # keywords of the tests


def matched(before: str, now: str, **other: object) -> Matches:
    """Match two lists in a few words."""
    return match(edited(_lines(before), _lines(now), **other))


def _lines(text: str) -> list[Line]:
    return [one.line for one in written(text)]
