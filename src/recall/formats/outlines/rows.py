"""A row of an outline: its depth, its text with its links, and what it says about reading."""

from datetime import date
from functools import cached_property
from typing import Literal

from recall.domain.lists.link_text import says_something
from recall.formats.markdown.entries import own_text, plain_text, says_only_links, web_links
from recall.formats.markdown.lines import MarkdownLine
from recall.formats.values import one_line

State = Literal["", "unread", "begun", "read", "dropped"]
"""What a box or a keyword says; "" if there is none."""


class Row:
    """One row, in the order of the file; what is under it follows with a greater depth.

    prose is running text under a row: it is never an entry of its own under one. heading: without
    links it is a section.
    """

    def __init__(
        self,
        depth: int,
        said: MarkdownLine,
        *,
        state: State = "",
        prose: bool = False,
        heading: bool = False,
    ) -> None:
        self.depth = depth
        self.said = said
        self.state = state
        self.prose = prose
        self.heading = heading
        self.labels: tuple[str, ...] = ()
        self.read_on: str | None = None
        self.saved_on: date | None = None

    @property
    def line(self) -> int:
        """The number of its line."""
        return self.said.number

    @cached_property
    def text(self) -> str:
        """The whole visible text."""
        return one_line(plain_text([self.said]))

    @cached_property
    def has_links(self) -> bool:
        """Whether it links to anything that can be read."""
        return bool(web_links([self.said]))

    @cached_property
    def is_pointer(self) -> bool:
        """Whether it is nothing but links without a title: `[pdf](…)`, a URL."""
        return self.has_links and not self.state and says_only_links([self.said])

    @property
    def adds_words(self) -> bool:
        """Whether it says anything beside its links."""
        return says_something(own_text(self.said))

    @property
    def can_be_item(self) -> bool:
        """Whether it has a link, or a text with a box."""
        return self.has_links or bool(self.state and self.text)
