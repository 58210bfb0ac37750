"""The number of a paper, which leads to it as an address does: `doi:10.1000/182`, `arXiv:…`."""

from typing import NamedTuple

from recall.lazy_regex import lazy_regex

_DOI = r"\bdoi(?:\.org/|\s?[:：]\s?|\s)(?P<doi>10\.\d{4,9}/[^\s\"'<>{}|\\^\[\]]+)"
_ARXIV = (
    r"\barxiv\s?[:：]\s?(?P<arxiv>\d{4}\.\d{4,5}|[a-z-]+(?:\.[a-z]{2})?/\d{7})(?:v\d+)?\b"
    r"(?:\s?\[[a-z.-]+\])?"
)
_IDENTIFIER = lazy_regex(f"(?i){_DOI}|{_ARXIV}")
_TRAILING = ".,;:)）]。，；"


class Identifier(NamedTuple):
    """Where an identifier begins and ends in a text, and the address that it stands for."""

    start: int
    end: int
    url: str


def identifier(text: str) -> Identifier | None:
    """Return the first identifier in a text, None if there is none."""
    likely = "doi" in text.lower() or "arxiv" in text.lower()
    found = _IDENTIFIER.search(text) if likely else None
    if found is None:
        return None
    if number := found["arxiv"]:
        return Identifier(found.start(), found.end(), f"https://arxiv.org/abs/{number}")
    number = found["doi"].rstrip(_TRAILING)
    end = found.start("doi") + len(number)
    return Identifier(found.start(), end, f"https://doi.org/{number}")
