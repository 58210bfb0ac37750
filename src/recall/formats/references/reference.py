"""A reference as its manager keeps it, and the item of a list that it becomes."""

import re
from collections.abc import Iterable, Mapping
from datetime import date
from typing import NamedTuple

from recall.domain.library.catalog import Item, ParsedList, Skipped
from recall.domain.library.resource import Link, ResourceKind, Section
from recall.domain.lists.guessing.classify import kind_of
from recall.domain.text.addresses import without_scheme
from recall.errors import BadFile
from recall.formats.values import one_line, paragraphs, without_markup

Read = Mapping[str, str]
"""What a reading status says, by its words: `read` or `begun`. Other words say nothing."""

READ_WORDS: Read = {
    "read": "read",
    "1": "read",
    "yes": "read",
    "true": "read",
    "done": "read",
    "skimmed": "begun",
    "reading": "begun",
    "in progress": "begun",
}

_MOST_AUTHORS = 8

NAMELESS = "a reference without a title and without a link"

_DOI = re.compile(r"(?i)\b(10\.\d{4,9}/\S+)")
_ARXIV = re.compile(
    r"(?i)^(?:arxiv:\s*|https?://arxiv\.org/abs/)?(\d{4}\.\d{4,5}|[a-z-]+(?:\.[a-z]{2})?/\d{7})(?:v\d+)?\b"
)
_WEB = re.compile(r"(?i)https?://[^\s/?#]")

# The word of the type, as CSL, RIS and BibTeX write it. A type that is not here says nothing.
_KINDS: dict[ResourceKind, str] = {
    "paper": (
        "article article-journal paper-conference conference inproceedings proceedings-article"
        " thesis phdthesis mastersthesis dissertation report techreport manuscript unpublished"
        " chapter inbook incollection patent jour conf cpaper rprt thes chap unpb ejour pat inpr"
        " preprint"
    ),
    "book": "book mvbook collection monograph edbook ebook booklet proceedings",
    "article": (
        "article-magazine article-newspaper post post-weblog webpage entry-encyclopedia"
        " entry-dictionary entry review review-book online electronic www blog elec news mgzn"
        " icomm encyc dict ency"
    ),
    "video": "motion_picture broadcast speech video movie mpct multi advs slide",
    "code": "software comp program",
    "docs": "manual standard stand",
}
_KIND_OF = {word: kind for kind, words in _KINDS.items() for word in words.split()}

_WEB_PAGES = frozenset(
    ["post", "post-weblog", "webpage", "online", "electronic", "www", "elec", "icomm", "multi"]
)
"""Types that say only that a reference is on the web: what its address is says more."""


class Reference(NamedTuple):
    """One reference; every text is as its file has it, "" if it has none.

    authors are written `Lee, Ann` or `Ann Lee`. eprint is the number of an arXiv paper. sections
    has a path for each collection that the reference is in. read_status is the word of the manager
    for it.
    """

    line: int
    title: str
    type: str = ""
    url: str = ""
    doi: str = ""
    eprint: str = ""
    authors: tuple[str, ...] = ()
    abstract: str = ""
    note: str = ""
    labels: tuple[str, ...] = ()
    sections: tuple[Section, ...] = ((),)
    language: str = ""
    saved_on: date | None = None
    read_status: str = ""
    read_on: str | None = None


def parsed_list(
    references: Iterable[Reference], skipped: Iterable[Skipped], path: object
) -> ParsedList:
    """Return the list of the references in a file; BadFile if there are none.

    skipped may grow while the references are read.
    """
    items: list[Item] = []
    left_out: list[Skipped] = []
    for reference in references:
        found = _items(reference)
        items += found
        if not found:
            left_out.append(Skipped(reference.line, reference.type, NAMELESS))
    if not items:
        raise BadFile(path, "no references with a title or a link in it: not a reading list")
    sections = dict.fromkeys(item.section for item in items)
    lines = sorted((*skipped, *left_out), key=lambda one: one.line)
    return ParsedList(tuple(sections), tuple(items), tuple(lines))


def words(texts: Iterable[str]) -> tuple[str, ...]:
    """Return labels, each once, from texts that each hold several, separated by `,` or `;`."""
    found = (" ".join(word.split()) for text in texts for word in re.split(r"[,;\n]", text))
    return tuple(dict.fromkeys(word for word in found if word))


def _items(reference: Reference) -> list[Item]:
    """Return the item once for each collection; without a link, one place is all it can have."""
    addresses = _addresses(reference)
    url = addresses[0].url if addresses else None
    title = _one_line(reference.title) or without_scheme(url or "")
    if not title:
        return []
    status = READ_WORDS.get(reference.read_status.strip().casefold())
    item = Item(
        title=title,
        url=url,
        section=(),
        checked=status == "read",
        begun=status == "begun",
        line=reference.line,
        links=tuple(addresses[1:]),
        description=_description(reference),
        note=_said(reference.note),
        labels=reference.labels,
        read_on=reference.read_on if status == "read" else None,
        saved_on=reference.saved_on,
        kind=_kind(reference.type, url, title),
        language=_language(reference.language),
    )
    sections = reference.sections if url else reference.sections[:1]
    return [item._replace(section=section) for section in sections or ((),)]


def _description(reference: Reference) -> str | None:
    """Return the authors and the abstract, as of the rows of a table."""
    names = [_in_order(_one_line(author)) for author in reference.authors if author.strip()]
    if len(names) > _MOST_AUTHORS:
        names = [*names[: _MOST_AUTHORS - 1], "et al."]
    by = f"by {', '.join(names)}" if names else None
    return "\n\n".join(filter(None, (by, _said(reference.abstract)))) or None


def _in_order(author: str) -> str:
    """Return `Ann Lee` for `Lee, Ann`."""
    last, comma, first = author.partition(", ")
    return f"{first} {last}" if comma and "," not in first else author


def _addresses(reference: Reference) -> list[Link]:
    """Return the addresses of a reference, the one that is the work first."""
    url = reference.url.strip()
    doi = _DOI.search(reference.doi)
    arxiv = _ARXIV.match(reference.eprint.strip())
    found = [Link("work", "", url)] if _WEB.match(url) else []
    if doi:
        found.append(Link("paper", "DOI", f"https://doi.org/{doi.group(1).rstrip('.,;')}"))
    if arxiv:
        found.append(Link("paper", "arXiv", f"https://arxiv.org/abs/{arxiv.group(1)}"))
    return list({_comparable(link.url): link for link in reversed(found)}.values())[::-1]


def _comparable(url: str) -> str:
    plain = re.sub(r"(?i)^https?://(?:dx\.|www\.)?", "", url).casefold()
    return re.sub(r"^(arxiv\.org/abs/.*?)(?:v\d+)?$", r"\1", plain.rstrip("/"))


def _kind(type_: str, url: str | None, title: str) -> ResourceKind | None:
    word = type_.strip().casefold()
    if word in _WEB_PAGES:
        told = kind_of(url, title)
        return "article" if told == "page" else told
    return _KIND_OF.get(word)


def _language(text: str) -> str | None:
    """Return the ISO 639-1 code that a locale begins with (`en-US`), None for other texts."""
    found = re.match(r"([a-z]{2})(?:[-_][A-Za-z]{2,4})?$", text.strip())
    return found[1] if found else None


def _one_line(text: str) -> str:
    return one_line(without_markup(text))


def _said(text: str) -> str | None:
    """Return a text without markup, one line a paragraph; None if nothing is left."""
    plain = without_markup(text).splitlines()
    return paragraphs("\n".join(" ".join(line.split()) for line in plain if line.strip()))
