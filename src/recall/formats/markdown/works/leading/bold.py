"""The title in bold where a short name stands before it, or only a year after it."""

import re

_NAME = re.compile(r"\W{0,3}(?P<name>[^\W_][\w.+-]{0,30}(?:\s[\w.+-]{1,20}){0,2})\s*[:：]?\s*")
_YEAR = re.compile(r"\s*[.,;]?[^\"“”]{0,60}\b(?:19|20)\d\d\b")
_QUOTES = ('"', "“")
_SEE = re.compile(r"(?i)[^.!?]{0,80}\bsee(?: also)?:?\s*\Z")
_ENDED = re.compile(
    r"\s*[,.]\s+(?:(?:[^\W\d_a-z][\w&+-]*\s+){0,3}[(]?(?:19|20)\d\d[)]?"
    r"|[^\W\d_a-z][\w&+-]*(?:\s[^\W\d_a-z][\w&+-]*){0,2}(?=\.))[\s.,;]*\Z"
)
"""A year after a title and perhaps a venue, or who it is of: `, 2023.`, `, OpenAI.`."""


def is_named_before(before: str, bold: str, after: str) -> bool:
    """Return whether a bold title stands after the short name of the work, or after `see`.

    It begins with that name, or is in quotation marks, or a year follows:
    `BERT **BERT: Fine nets**`, `PaLM: **"A report"**.`, `UniLM **Fine nets**, 2019`.
    """
    if _SEE.fullmatch(before):
        return True
    found = _NAME.fullmatch(before)
    title = bold.strip()
    if found is None or not title[:1].strip():
        return False
    again = title.strip("".join(_QUOTES)).startswith(found["name"])
    return again or title.startswith(_QUOTES) or _YEAR.match(after) is not None


def ends_a_title(after: str) -> bool:
    """Return whether nothing follows a word in bold but where it is from, and when."""
    return _ENDED.match(after) is not None
