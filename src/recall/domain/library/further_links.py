"""The further links of a resource, numbered from 1, and which of them a person means."""

from collections.abc import Sequence

from recall.domain.library.resource import Link, fold

Numbered = tuple[int, Link]


def numbered(links: Sequence[Link]) -> list[Numbered]:
    """Return links with their numbers."""
    return list(enumerate(links, 1))


def meant(links: Sequence[Link], wanted: str) -> list[Numbered]:
    """Return the links with this number, or else with this role, or else with this in the text.

    Where no text holds it, a URL may.
    """
    word = fold(wanted.strip())
    if word.isdecimal():
        return [link for link in numbered(links) if str(link[0]) == word]
    by_role = [link for link in numbered(links) if link[1].role == word]
    by_text = [link for link in numbered(links) if word in fold(link[1].text)]
    return by_role or by_text or [link for link in numbered(links) if word in fold(link[1].url)]


def told(link: Link) -> str:
    """Return the text of a link, "" if it only repeats the role."""
    return "" if fold(link.text) == link.role else link.text


def named(number: int, link: Link) -> str:
    """Return a link in a sentence: '2 code (repo)', with its URL if its text says nothing."""
    return f"{number} {link.role} ({told(link) or link.url})"
