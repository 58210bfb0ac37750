"""CSL-JSON: what Zotero and other reference managers write for citation programs."""

import json
import re
from collections.abc import Iterator, Mapping
from datetime import date

from recall.domain.library.catalog import ParsedList
from recall.errors import BadFile
from recall.formats.references.reference import Reference, parsed_list, words
from recall.formats.values import day, read_day

_LOOKED_AT = 20_000
"""Characters; the first reference shows whether a file is one of references."""

_BEGIN = re.compile(r"\s*(?:\{\s*\"items\"\s*:\s*)?\[\s*\{")
_TYPE = re.compile(
    r'"type"\s*:\s*"(?:article(?:-journal|-magazine|-newspaper)?|book|chapter|webpage|thesis|report'
    r"|paper-conference|post(?:-weblog)?|motion_picture|broadcast|speech|software|manuscript"
    r'|entry(?:-\w+)?|review(?:-book)?|standard|dataset|document|patent|interview)"'
)
_FIELD = re.compile(
    r'"(?:issued|container-title|DOI|citation-key|title-short|accessed|publisher-place|archive'
    r'|event-place|number-of-pages|issue|page|given|family)"\s*:'
)
_SPACE = re.compile(r"[\s,]*")
_STATUS = re.compile(r"(?im)^[ \t]*read[_ ]status\s*:\s*(.+)$")
_STATUS_DATE = re.compile(r"(?im)^[ \t]*read[_ ]status[_ ]date\s*:\s*(.+)$")
_ARXIV = re.compile(r"(?i)\barxiv:\s*(\S+)")


def looks_like(text: str) -> bool:
    """Tell whether a text is an array of objects that have CSL's types and names."""
    begin = text[:_LOOKED_AT].removeprefix("\ufeff")
    return all(sign.search(begin) for sign in (_TYPE, _FIELD)) and bool(_BEGIN.match(begin))


def parse(text: str, path: object) -> ParsedList:
    """Read the references; BadFile if the text is no array of objects."""
    return parsed_list((_reference(found, line) for line, found in _objects(text, path)), (), path)


def _objects(text: str, path: object) -> Iterator[tuple[int, Mapping[str, object]]]:
    """Yield each object of the array with the line where it begins."""
    begin = _BEGIN.match(text.removeprefix("\ufeff"))
    if begin is None:
        raise BadFile(path, "it is not CSL-JSON: a list of references in brackets")
    text = text.removeprefix("\ufeff")
    decoder, at, line = json.JSONDecoder(), begin.end() - 1, 1 + begin.group().count("\n")
    while text.startswith("{", at):
        try:
            found, end = decoder.raw_decode(text, at)
        except json.JSONDecodeError as bad:
            raise BadFile(path, f"not JSON at line {bad.lineno}: {bad.msg}") from bad
        except (RecursionError, ValueError) as bad:  # Python's limits on depth and digits
            raise BadFile(path, "its JSON is nested too deep, or has a number too long") from bad
        yield line, found
        space = _SPACE.match(text, end)
        after = space.end() if space else end
        line += text.count("\n", at, after)
        at = after
    if not text.startswith("]", at):
        raise BadFile(path, f"not JSON at line {line}: a reference or ']' is missing")


def _reference(found: Mapping[str, object], line: int) -> Reference:
    def text(name: str) -> str:
        value = found.get(name)
        return value if isinstance(value, str) else ""

    note = text("note")
    status, when, arxiv = (sign.search(note) for sign in (_STATUS, _STATUS_DATE, _ARXIV))
    return Reference(
        line=line,
        title=text("title") or text("title-short"),
        type=text("type"),
        url=text("URL"),
        doi=text("DOI"),
        eprint=text("number") if text("number").casefold().startswith("arxiv") else _one(arxiv),
        authors=tuple(_authors(found.get("author"))),
        abstract=text("abstract"),
        note=_without_status(note),
        labels=_labels(found),
        language=text("language"),
        saved_on=_date(found.get("accessed")),
        read_status=_one(status),
        read_on=read_day(_one(when).strip()),
    )


def _one(found: re.Match[str] | None) -> str:
    return found[1] if found else ""


def _without_status(note: str) -> str:
    return _STATUS_DATE.sub("", _STATUS.sub("", note))


def _authors(names: object) -> Iterator[str]:
    for name in names if isinstance(names, list) else ():
        if isinstance(name, dict):
            parts = (name.get(part) for part in ("given", "family", "literal"))
            yield " ".join(part for part in parts if isinstance(part, str))


def _labels(found: Mapping[str, object]) -> tuple[str, ...]:
    values = [found.get("keyword"), found.get("categories"), found.get("tags")]
    texts = (one for value in values for one in (value if isinstance(value, list) else [value]))
    return words(text for text in texts if isinstance(text, str))


def _date(value: object) -> date | None:
    """Return the day of a CSL date, whose parts are numbers or texts; None if it names no day."""
    parts = value.get("date-parts") if isinstance(value, dict) else None
    if isinstance(parts, list) and parts and isinstance(parts[0], list):
        return day("-".join(str(part)[:9] for part in parts[0]))
    raw = value.get("raw") if isinstance(value, dict) else value
    return day(raw) if isinstance(raw, str) else None
