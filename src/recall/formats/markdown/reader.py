"""A reading list in markdown: its sections, its items, and the lines that are skipped."""

import re

from recall.domain.library.catalog import WHOLE, ParsedList, ReadOptions
from recall.domain.lists.choosing import without_furniture
from recall.errors import BadFile
from recall.formats.markdown.blocks import Heading, Titled, document
from recall.formats.markdown.entries import NOTHING
from recall.formats.markdown.links import why_empty
from recall.formats.markdown.marks.all_read import says_all_is_read
from recall.formats.markdown.marks.anchored import with_boxes_above
from recall.formats.markdown.marks.headings import is_shelved
from recall.formats.markdown.marks.link_labels import mark_labels
from recall.formats.markdown.marks.states_beside import mark_states
from recall.formats.markdown.plain.groups import with_groups
from recall.formats.markdown.plain.lone_lines import citations_as_bullets, lines_as_bullets
from recall.formats.markdown.plain.titled_headings import with_books
from recall.formats.markdown.pseudo import heading_title, titling
from recall.formats.markdown.titled.labels_below import named_by_headings
from recall.formats.markdown.walking.boxed_headings import as_bullets
from recall.formats.markdown.walking.list_reader import ListReader
from recall.formats.markdown.works.citing.alike import parted_alike
from recall.formats.markdown.works.introduction import pointing_lines, without_introduction
from recall.formats.markdown.works.self_named import without_own_sections
from recall.lazy_regex import lazy_regex

_BOX = lazy_regex(r"(?m)^[ \t>]*+(?:(?:[-*+]|\d{1,9}[.)、]|#{1,6})[ \t]*+)?(?:\[.\]|[☐☑☒✅⬜])")
_FENCED = re.compile(r"(?m)^ {0,3}(?:`{3}|~{3}).*\n\s*[^\s`~]")

MORE_TITLES = "most of its lines have neither a link nor a checkbox; --plain takes their titles"

MOST_LINES = 200_000
"""The most lines of a list. As many links take 20 seconds and 400 MB of memory."""


def looks_like(text: str) -> bool:
    """Any text with a link or a box may be markdown: the table asks the other formats first."""
    return "://" in text or "](" in text or _BOX.search(text) is not None


def parse(text: str, path: object = "list", options: ReadOptions = WHOLE) -> ParsedList:
    """Read a list as people write them; BadFile if it has neither a link nor a checkbox."""
    if (lines := text.count("\n")) > MOST_LINES:
        raise BadFile(path, f"has {lines:,} lines; a list may have {MOST_LINES:,}")
    reader = _read(text, options)
    if not reader.list.items:
        fenced = _FENCED.search(text) is not None
        left = _left_to_plain(reader, text, options)
        raise BadFile(path, why_empty(reader.list.skipped, left, fenced=fenced))
    sections, items = reader.outline.sections(), tuple(reader.list.items)
    found = ParsedList(sections, items, tuple(reader.list.skipped), _remarks(reader, options))
    found = parted_alike(found, reader.list.texts)
    found = without_own_sections(*named_by_headings(found, reader.headings, reader.titled))
    found = without_introduction(found, reader.introduced, options)
    found = with_boxes_above(found, reader.anchors, text)
    return without_furniture(found, options)


def _read(text: str, options: ReadOptions) -> ListReader:
    """Read the blocks of a text; if titles are readings too, those outside of bullets as well."""
    blocks, hidden = document(text, options.base)
    mark_labels(blocks)
    mark_states(blocks)
    tree = [*as_bullets(blocks)]
    headings = (block if isinstance(block, Heading) else titling(block) for block in tree)
    shelved = is_shelved(heading_title(each.line) for each in headings if each is not None)
    all_read = says_all_is_read(tree)
    reader = ListReader(plain=options.plain, shelved=shelved, all_read=all_read)
    reader.read(tree, None)
    if options.plain:
        books = with_books(with_groups(tree))
        mixed = reader.list.items or any(isinstance(block, Titled) for block in books)
        shown = citations_as_bullets(books) if mixed else lines_as_bullets(books)
        if [*map(id, shown)] != [*map(id, tree)]:
            reader = ListReader(plain=True, shelved=shelved, all_read=all_read)
            reader.read(shown, None)
    pointing = pointing_lines(tree)
    reader.introduced.update(
        at for at, item in enumerate(reader.list.items) if item.line in pointing
    )
    reader.list.skipped += hidden
    return reader


def _left_to_plain(reader: ListReader, text: str, options: ReadOptions) -> str:
    """Return what --plain would take of a text without readings; "" if that is hardly anything."""
    if reader.has_bullets:
        return "bullets"
    if options.plain:
        return ""
    found = _read(text, options._replace(plain=True)).list.items
    return "lines" if len(found) > 1 else ""


def _remarks(reader: ListReader, options: ReadOptions) -> tuple[str, ...]:
    """Return what there is to say of a list with more titles than readings."""
    titles = sum(line.reason == NOTHING for line in reader.list.skipped)
    return (MORE_TITLES,) if not options.plain and titles > len(reader.list.items) else ()
