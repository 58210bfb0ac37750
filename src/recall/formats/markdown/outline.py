"""Tracks the path of headings through a list, and collects its sections."""

from itertools import takewhile

from recall.domain.library.resource import Section
from recall.domain.lists.choosing import names_contents
from recall.formats.markdown.lines import DETAILS_LEVEL
from recall.lazy_regex import lazy_regex

BOLD_LEVEL = 8
COLON_LEVEL = 9
"""Lines that only look like headings are below all real ones: first bold lines, then `…：`."""

_LONGEST_UNFOLD = 80
_UNFOLD = lazy_regex(
    r"(?i)[\W_]*(?:(?:(?:click|tap|press)(?: here)?(?: to)? )?(?:expand|see|view|show|open|unfold"
    r"|toggle|read)(?: (?:all|more|the list|list|details?|contents?|me))?|click (?:here|me)"
    r"|details?|more|spoilers?|(?:点击|點擊|单击)?(?:展开|展開|查看|打开|显示)(?:更多|全部|列表|详情)?|点我"
    r"|クリックして(?:展開|表示)|もっと見る|(?:klicken )?(?:zum )?(?:aufklappen|ausklappen)"
    r"|mehr(?: anzeigen)?|ver más|mostrar(?: más)?|voir plus|afficher|ver mais|mostra(?: altro)?"
    r"|подробнее|развернуть|показать|спойлер)[\W_]*"
)

_BULLET = 10
_DEEPEST = 100
"""Headings; each item has the path of all of them."""


class Outline:
    """A stack of the current headings. A bullet with children is one while it is open."""

    def __init__(self) -> None:
        self._stack: list[tuple[int, Section]] = []  # each with its whole path
        self._used: dict[Section, bool] = {}

    @property
    def path(self) -> Section:
        """The current headings, outermost first."""
        return self._stack[-1][1] if self._stack else ()

    @property
    def depth(self) -> int:
        """The number of headings and open bullets, for `close`."""
        return len(self._stack)

    @property
    def names_list(self) -> bool:
        """Whether the innermost heading is a line that names the list after it."""
        return bool(self._stack) and self._stack[-1][0] == COLON_LEVEL

    def heading(self, level: int, title: str) -> None:
        """Begin a section; it ends those of its level and below, up to the open bullet.

        A fold that names nothing (`Click to expand`) has an empty title. A fold in an open fold
        is below it. No section is part of the table of contents.
        """
        self.end_contents()
        ends = level + 1 if level == DETAILS_LEVEL else level
        while self._stack and ends <= self._stack[-1][0] < _BULLET:
            self._stack.pop()
        self._push(level, title)

    def open(self, title: str) -> None:
        """Begin a section for the children of a bullet."""
        self._push(_BULLET, title)

    def close(self, depth: int) -> None:
        """End the sections begun since `depth` was this."""
        del self._stack[depth:]

    def end_list(self) -> None:
        """End the section of a line that named a list, if it is the innermost."""
        if self.names_list:
            self._stack.pop()

    def end_contents(self) -> None:
        """End the table of contents, if the innermost heading names it."""
        if names_contents(self.path[-1:]):
            self._stack.pop()

    def close_details(self) -> None:
        """End the innermost `<summary>` and the sections below it, if there is one."""
        inner = list(takewhile(lambda entry: entry[0] != _BULLET, reversed(self._stack)))
        levels = [level for level, _ in inner]
        if DETAILS_LEVEL in levels:
            del self._stack[-1 - levels.index(DETAILS_LEVEL) :]

    def use(self) -> Section:
        """Return the path for an item, and mark its section as not empty."""
        self._used[self.path] = True
        return self.path

    def sections(self) -> tuple[Section, ...]:
        """Return the sections in order: those with items of their own, or with no subsections."""
        parents = {path[:-1] for path in self._used}
        return tuple(path for path, used in self._used.items() if used or path not in parents)

    def _push(self, level: int, title: str) -> None:
        if len(self._stack) >= _DEEPEST and self._stack[-1][0] != _BULLET:
            self._stack.pop()
        self._stack.append((level, (*self.path, title) if title else self.path))
        if title:
            self._used.setdefault(self.path, False)


def only_unfolds(name: str) -> bool:
    """Return whether the text of a fold names nothing: `Click to expand`."""
    return len(name) <= _LONGEST_UNFOLD and _UNFOLD.fullmatch(name) is not None
