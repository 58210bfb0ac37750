r"""BibTeX: the entries of a `.bib` file, whichever manager wrote it. bibtexparser reads it.

Groups of JabRef and Mendeley are sections; `readstatus` (JabRef) and `read` (BibDesk) tell what
is read. A `note` belongs to the work, an `annote` or a `comment` is the person's own. LaTeX in
texts is decoded (`M{\"u}ller`), addresses lose only their escapes (`\_`).
"""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import TYPE_CHECKING

from recall.domain.library.catalog import ParsedList, Skipped
from recall.formats.references.reference import Reference, parsed_list, words
from recall.formats.values import day
from recall.loggers import ours_alone

if TYPE_CHECKING:
    from bibtexparser.model import Block
    from pylatexenc.latex2text import LatexNodes2Text

ours_alone()  # the parser warns about what is reported as skipped here

LONGEST_LATEX = 20_000
"""Characters; a longer text keeps its LaTeX commands."""

_ENTRY = re.compile(
    r"(?i)@(?:comment|string|preamble)[ \t]*[{(]|@[a-z]+[ \t]*[{(]\s{0,20}[^,{}()\n]{0,200},"
)
_COMMENT_LINE = re.compile(r"\s*%[^\n]*|\s+")
_LATEX = re.compile(r"[\\$]|``|''")
_BRACES = str.maketrans({"{": "", "}": "", "~": " "})
_COMMENT_SIGN = re.compile(r"(?<!\\)%")
_ESCAPED = re.compile(r"\\([_%#&~$^])")
_WRAPPED = re.compile(r"\s*\\url\s*\{(.*)\}\s*", re.DOTALL)
_AND = re.compile(r"\s+and\s+")
_FAILED = "an entry that cannot be read"


def looks_like(text: str) -> bool:
    """Tell whether a text begins with an entry, after comments at most."""
    at = 1 if text.startswith("\ufeff") else 0
    while comment := _COMMENT_LINE.match(text, at):
        at = comment.end()
    return _ENTRY.match(text, at) is not None


def parse(text: str, path: object) -> ParsedList:
    """Read the entries; BadFile if there are none. Each that cannot be read is skipped."""
    from bibtexparser.entrypoint import parse_string

    blocks = parse_string(text.removeprefix("\ufeff")).blocks
    skipped: list[Skipped] = []
    return parsed_list(_references(blocks, skipped), skipped, path)


def _references(blocks: list["Block"], skipped: list[Skipped]) -> Iterator[Reference]:
    """Yield the entries, and add those that cannot be read to `skipped`."""
    blocks.reverse()
    while blocks:  # a block with all its text is not needed any more once it is read
        block = blocks.pop()
        line = (block.start_line or 0) + 1
        fields = _fields(block)
        if fields is not None:
            yield _reference(fields, line)
        elif _is_failed(block):
            first = (block.raw or "").strip().partition("\n")[0]
            skipped.append(Skipped(line, first, _FAILED))


def _is_failed(block: "Block") -> bool:
    from bibtexparser.model import ParsingFailedBlock

    return isinstance(block, ParsingFailedBlock)


def _fields(block: "Block") -> Mapping[str, str] | None:
    """Return the fields of an entry by their names; of a field that is there twice, the first.

    An entry whose key another has too is one nevertheless.
    """
    from bibtexparser.library import Library
    from bibtexparser.middlewares import RemoveEnclosingMiddleware
    from bibtexparser.model import DuplicateBlockKeyBlock, DuplicateFieldKeyBlock, Entry

    entry: object = block
    if isinstance(block, DuplicateBlockKeyBlock | DuplicateFieldKeyBlock):
        entry = block.ignore_error_block
        if isinstance(entry, Entry):  # its values have kept their braces and quotes
            RemoveEnclosingMiddleware().transform_entry(entry, Library())
    if not isinstance(entry, Entry):
        return None
    fields = {"": str(entry.entry_type)}
    for field in entry.fields:
        fields.setdefault(field.key.casefold(), str(field.value))
    return fields


def _reference(fields: Mapping[str, str], line: int) -> Reference:
    def first(*names: str) -> str:
        return next((fields[name] for name in names if fields.get(name, "").strip()), "")

    archive = first("archiveprefix", "eprinttype").casefold()
    subtitle = _said(first("subtitle"))
    return Reference(
        line=line,
        title=_said(first("title", "booktitle")) + (f": {subtitle}" if subtitle else ""),
        type=fields[""],
        url=_address(first("url", "howpublished", "bdsk-url-1")),
        doi=_address(first("doi")),
        eprint=_address(first("eprint", "arxivid")) if archive in {"arxiv", ""} else "",
        authors=tuple(map(_author, _AND.split(_said(first("author", "editor"))))),
        abstract=_said(first("abstract", "note")),
        note=_said(first("annote", "annotation", "comment", "review")),
        labels=words([_said(first("keywords", "keyword", "tags"))]),
        sections=tuple((name,) for name in words([_said(first("groups", "mendeley-groups"))])),
        saved_on=next(filter(None, map(day, _dates(fields))), None),
        read_status=first("readstatus", "read"),
    )


def _author(name: str) -> str:
    return "et al." if name.strip() == "others" else " ".join(name.split())


def _dates(fields: Mapping[str, str]) -> Iterator[str]:
    """Yield when an entry came into its manager, as JabRef, BibDesk and others say it."""
    for name in ("creationdate", "date-added", "timestamp", "dateadded", "urldate"):
        yield fields.get(name, "")


def _address(text: str) -> str:
    """Return an address without LaTeX around it and without its escapes."""
    wrapped = _WRAPPED.fullmatch(text)
    return _ESCAPED.sub(r"\1", wrapped[1] if wrapped else text).strip().strip("{}").strip()


def _said(text: str) -> str:
    """Return a text with its LaTeX decoded; a very long one only loses its braces."""
    if not _LATEX.search(text) or len(text) > LONGEST_LATEX:
        return text.translate(_BRACES).replace("--", "–")
    try:
        # A bare % begins a comment in LaTeX; in a title it is a percent sign.
        return str(_decoder().latex_to_text(_COMMENT_SIGN.sub(r"\\%", text)))
    except (RecursionError, ValueError, IndexError, KeyError, TypeError):
        return text


@cache
def _decoder() -> "LatexNodes2Text":
    from pylatexenc.latex2text import LatexNodes2Text

    return LatexNodes2Text()
