"""The list as recall has it, in Markdown: sections as headings, boxes ticked by status.

It is written so that the import of Markdown gives the same sections, titles, links and boxes. What
is gone from its list is not in it.
"""

import re
from collections.abc import Iterator, Mapping

from recall.domain.library.export import LibraryExport
from recall.domain.library.resource import Resource, Section, Status
from recall.domain.library.when_read import dated
from recall.domain.lists.guessing.classify import kind_of, minutes_of
from recall.domain.text.plain import without_controls

_BOXES: Mapping[Status, str] = {"read": "x", "reading": "/", "archived": "-"}
"""The signs in boxes; the box of anything else is open."""

_DEEPEST = 6
"""Levels of headings that Markdown has; the headings below share the last level."""

_MARKUP = re.compile(r"[\\`*_\[\]<>~&#|]")
_PLAIN_URL = re.compile(r"[^\s()<>\\\x00-\x1f]+")
_BREAKS_URL = re.compile(r"[<>\\\x00-\x1f]")
_LABEL = re.compile(r"(?:[^\W\d]|_)[\w/-]{0,60}")


def write(library: LibraryExport) -> str:
    """Return the list; a resource with several places is named alone in all but the first."""
    listed = [one for one in library.resources if one.places and not one.gone]
    lines: dict[Section, list[str]] = {one.places[0].section: [] for one in listed}
    for resource in listed:
        for number, place in enumerate(resource.places):
            line = _again(resource, place.title) if number else _line(resource, place.section)
            lines.setdefault(place.section, []).append(f"{line}\n")
    parts: list[str] = []
    above: Section = ()
    for section in _in_order(lines):
        parts += _headings(above, section)
        parts.append("".join(lines[section]))
        above = section
    return "\n".join(parts) or "\n"


def _in_order(sections: Mapping[Section, object]) -> list[Section]:
    """Return sections as they first appear, each before those that are below it."""
    first: dict[Section, int] = {}
    for section in sections:
        for depth in range(1, len(section) + 1):
            first.setdefault(section[:depth], len(first))
    return sorted(sections, key=lambda one: [first[one[:n]] for n in range(1, len(one) + 1)])


def _headings(above: Section, section: Section) -> Iterator[str]:
    """Give the headings that lead from one section to the next."""
    common = 0
    while common < min(len(above), len(section)) and above[common] == section[common]:
        common += 1
    for depth in range(common, len(section)):
        yield f"{'#' * min(depth + 1, _DEEPEST)} {_text(section[depth])}\n"


def _again(resource: Resource, title: str) -> str:
    """Return the line of a resource with its box, its title and its link."""
    name = _text(title)
    linked = f"[{name}]({_url(resource.url)})" if resource.url else name
    return f"- [{_BOXES.get(_status(resource), ' ')}] {linked}"


def _line(resource: Resource, section: Section) -> str:
    """Return the line of a resource with all that the list may say of it; notes below it."""
    parts = [_again(resource, resource.title)]
    parts += (f"[[{_text(link.text or link.role)}]]({_url(link.url)})" for link in resource.links)
    kind = kind_of(resource.canonical_url, resource.title, (*section, *resource.labels))
    if resource.minutes != minutes_of(kind, resource.canonical_url):
        parts.append(f"({resource.minutes} min)")
    parts += (f"#{label}" for label in resource.labels if _LABEL.fullmatch(label))
    read_on = dated(resource.read_on) if resource.status == "read" else None
    parts += [f"✅ {read_on}"] if read_on else []
    parts += [f"➕ {resource.saved_on}"] if resource.saved_on else []
    parts += [f"- {_text(resource.description)}"] if resource.description else []
    notes = (line for line in (resource.note or "").splitlines() if line.strip())
    return "".join((" ".join(parts), *(f"\n  > {_text(line)}" for line in notes)))


def _status(resource: Resource) -> Status:
    """Return the status; of what is suspended, the one that its reviews tell."""
    return "read" if resource.status == "suspended" and resource.card.reviews else resource.status


def _text(text: str) -> str:
    """Return a text on one line, in which nothing is markup."""
    return _MARKUP.sub(r"\\\g<0>", " ".join(without_controls(text).split()))


def _url(url: str) -> str:
    return url if _PLAIN_URL.fullmatch(url) else f"<{_BREAKS_URL.sub(_percent, url)}>"


def _percent(sign: re.Match[str]) -> str:
    return f"%{ord(sign[0]):02X}"
