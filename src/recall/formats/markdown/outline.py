"""The path of headings at each point of a list, and the sections it makes."""

from itertools import takewhile

from recall.domain.library.resource import Section
from recall.formats.markdown.lines import DETAILS_LEVEL

BOLD_LEVEL = 8
COLON_LEVEL = 9
"""Lines that only look like headings stand under all real ones: a bold line, then `…：`."""

_BULLET = 10


class Outline:
    """A stack of the headings in force. A bullet with children is one while it is open."""

    def __init__(self) -> None:
        self._stack: list[tuple[int, str]] = []
        self._used: dict[Section, bool] = {}

    @property
    def path(self) -> Section:
        """The headings in force, outermost first."""
        return tuple(title for _, title in self._stack)

    def heading(self, level: int, title: str) -> None:
        """Begin a section; it ends those of its own level and below, up to the open bullet."""
        while self._stack and level <= self._stack[-1][0] < _BULLET:
            self._stack.pop()
        self._push(level, title)

    def open(self, title: str) -> None:
        """Begin a section for the children of a bullet."""
        self._push(_BULLET, title)

    def close(self, depth: int) -> None:
        """End what was begun since the path was `depth` long."""
        del self._stack[depth:]

    def close_details(self) -> None:
        """End the innermost `<summary>` and what is under it; without one, nothing."""
        inner = list(takewhile(lambda entry: entry[0] != _BULLET, reversed(self._stack)))
        levels = [level for level, _ in inner]
        if DETAILS_LEVEL in levels:
            del self._stack[-1 - levels.index(DETAILS_LEVEL) :]

    def use(self) -> Section:
        """Return the path for an item that stands here; its section is not empty then."""
        self._used[self.path] = True
        return self.path

    def sections(self) -> tuple[Section, ...]:
        """Return the sections in order: with items of their own, or with nothing under them."""
        parents = {path[:-1] for path in self._used}
        return tuple(path for path, used in self._used.items() if used or path not in parents)

    def _push(self, level: int, title: str) -> None:
        self._stack.append((level, title))
        self._used.setdefault(self.path, False)
