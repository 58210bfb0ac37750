"""Words and ranges in a setting, as people write them in English and Chinese."""

import re
from unicodedata import normalize

_TRADITIONAL = str.maketrans("週禮拜無關", "周礼拜无关")
_SEPARATORS = re.compile(r"\s*[,;、]\s*|\s+and\s+|\s*和\s*|\s+")

TO = re.compile(r"\s*[-\u2010-\u2015~至到]\s*|\s+to\s+")
"""Between the two ends of a range."""


def normalized(value: object) -> str:
    """Return the text in half width, lower case and single spaces; a list with commas."""
    if isinstance(value, (list, tuple, set, frozenset)):
        value = ",".join(map(str, value))
    return " ".join(normalize("NFKC", str(value)).casefold().translate(_TRADITIONAL).split())


def words(value: object, *, allow_none: bool = False) -> list[str]:
    """Return the words of a setting; ValueError if there are none and some are needed."""
    found = [word for word in _SEPARATORS.split(normalized(value)) if word]
    if not found and not allow_none:
        raise ValueError("at least one word")
    return found
