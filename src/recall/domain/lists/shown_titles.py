"""A title as a person reads it: with its section if it says nothing alone."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from recall.domain.library.resource import Section

SHORT = 24
"""Characters; a longer title always says something."""


def titled(title: str, section: Section) -> str:
    """Return a title, with the heading that it stands under if it says nothing alone."""
    if len(title) > SHORT or not section:
        return title
    from recall.domain.lists.link_text import says_something

    return title if says_something(title) else f"{title} ({section[-1]})"
