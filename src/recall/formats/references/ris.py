"""RIS: the records of a `.ris` file, from `TY  -` to `ER  -`. rispy reads each of them.

It is given one record at a time, with folded lines put together, because it leaves out a last
record without its `ER`, and has no line numbers.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise

from recall.domain.library.catalog import ParsedList
from recall.errors import BadFile
from recall.formats.references.reference import Reference, parsed_list, words
from recall.formats.values import day

_TITLES = ("title", "primary_title", "translated_title", "short_title", "secondary_title")
_START = re.compile(r"(?m)^TY {1,2}- *")
_FOLDED = re.compile(r"\n(?![A-Z][A-Z0-9] {1,2}-)")
_TAG = re.compile(r"(?m)^([A-Z][A-Z0-9]) {1,2}- ?")


def looks_like(text: str) -> bool:
    """Tell whether a text begins with a record."""
    return _START.match(text.removeprefix("\ufeff").lstrip()) is not None


def parse(text: str, path: object) -> ParsedList:
    """Read the records; BadFile if there are none."""
    found = [_reference(record, line) for line, record in _records(text.removeprefix("\ufeff"))]
    if not found:
        raise BadFile(path, "no RIS records in it: none of its lines begins with 'TY  - '")
    return parsed_list(found, (), path)


def _records(text: str) -> Iterator[tuple[int, Mapping[str, list[str]]]]:
    """Yield the line where each record begins, and its values by rispy's names of the tags."""
    from rispy import RisParser

    # Its own separator for UR, a semicolon, stands inside of addresses too.
    parser = RisParser(delimiter_tags_mapping={}, enforce_list_tags=False, skip_unknown_tags=True)
    starts = [found.start() for found in _START.finditer(text)]
    line, counted = 1, 0
    for start, end in pairwise([*starts, len(text)]):
        line += text.count("\n", counted, start)
        counted = start
        unfolded = _TAG.sub(r"\1  - ", _FOLDED.sub(" ", text[start:end].strip()))
        for record in parser.parse(f"{unfolded}\nER  - ")[:1]:
            yield line, {name: _listed(value) for name, value in record.items()}


def _listed(value: object) -> list[str]:
    return [str(one) for one in value] if isinstance(value, list) else [str(value)]


def _reference(record: Mapping[str, list[str]], line: int) -> Reference:
    def first(*names: str) -> str:
        return next((text for text in _all(record, names) if text), "")

    addresses = list(_all(record, ("urls", "doi", "file_attachments2")))
    return Reference(
        line=line,
        title=first(*_TITLES),
        type=first("type_of_reference"),
        url=next((address for address in addresses if address.casefold().startswith("http")), ""),
        doi=first("doi"),
        authors=tuple(_all(record, ("first_authors", "authors"))),
        abstract=first("abstract", "notes_abstract"),
        note="\n".join(_all(record, ("notes", "research_notes"))),
        labels=words(_all(record, ("keywords",))),
        language=first("language"),
        saved_on=next(filter(None, map(day, _all(record, ("access_date",)))), None),
    )


def _all(record: Mapping[str, list[str]], names: Iterable[str]) -> Iterator[str]:
    for name in names:
        yield from (text.strip() for text in record.get(name, ()))
