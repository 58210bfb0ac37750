"""A bullet that is nothing but one link with a title, as most are: there is nothing to choose."""

from recall.domain.lists.link_hosts import is_chat, is_person
from recall.formats.markdown.lines import MarkdownLine, MarkdownLink
from recall.formats.markdown.links import address, is_titled, refusal
from recall.formats.markdown.marks.footnotes import is_mark
from recall.formats.markdown.titles import label
from recall.formats.markdown.works.found import Found


def lone(lines: list[MarkdownLine]) -> Found | None:
    """Return the entry of such a bullet, as the chooser would give it; None for any other."""
    if len(lines) != 1 or len(lines[0].pieces) != 1:
        return None
    (link,) = lines[0].pieces
    if not isinstance(link, MarkdownLink) or link.label.startswith((" ", "[", "@")):
        return None
    if link.label.endswith(("profile", "主页")):
        return None  # perhaps of a person
    if refusal(link) or not is_titled(link) or is_mark(link):
        return None
    url = address(link)
    return None if is_person(url) or is_chat(url) else Found(label(link.label), url, link.line)
