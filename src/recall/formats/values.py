"""Values as exports write them: words, days, labels. Shared by the formats of other programs."""

import html
import re
from datetime import UTC, date, datetime, timedelta

from recall.domain.lists.details import LONGEST_TEXT
from recall.domain.text.plain import lines, plain

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_EPOCH_OF_CHROME = datetime(1601, 1, 1, tzinfo=UTC)
_STAMP = re.compile(r"\d{9,17}(?:\.\d*)?")
_UNITS_A_SECOND = {9: 1, 10: 1, 13: 1_000, 16: 1_000_000}
_DIGITS_OF_CHROME = 17
_EARLIEST, _LATEST = 1990, 2100
"""Years; what lies outside is no date of a bookmark."""

_DAY = re.compile(
    r"(?P<year>\d{4})(?:\s?[-/.年]\s?(?P<month>\d{1,2})(?:\s?[-/.月]\s?(?P<day>\d{1,2}))?)?(?!\d)"
)
_NUMBERED_DAY = re.compile(r"(\d{1,2})(?P<mark>[-/.])(\d{1,2})(?P=mark)(\d{4})(?!\d)")
_NAMED_DAY = re.compile(
    r"(?:(?P<before>\d{1,2})\.? )?(?P<month>[a-z]{3})[a-z]*\.? (?:(?P<after>\d{1,2}),? )?"
    r"(?P<year>\d{4})(?!\d)",
    re.IGNORECASE,
)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")

_INLINE_TAG = re.compile(r"</?(?:i|b|sub|sup|sc|em|strong|u|a|span)\b[^<>]{0,200}>")
_BLOCK_TAG = re.compile(r"</?(?:p|br|div|ul|ol|li|h\d|jats:\w+)\b[^<>]{0,200}>")
_END_OF_LINE = re.compile(r"<(?:br\b[^<>]{0,20}|/(?:p|div|li|h\d))>")
"""Tags of HTML, as programs write them into notes and titles."""

_SCHEME = re.compile(r"\s*([a-z][a-z0-9+.-]{0,30}):", re.IGNORECASE)
_NO_READING = (
    ("a bookmarklet", "javascript"),
    ("a page inside a link", "data"),
    ("a mail address", "mailto"),
    ("a telephone number", "tel"),
    (
        "a page of the browser",
        "about browser brave chrome chrome-extension edge feed moz-extension opera place resource"
        " view-source vivaldi",
    ),
)


def one_line(text: str) -> str:
    """Return text that can be a title: a single line, safe to show and to keep."""
    return plain(text[:LONGEST_TEXT])


def paragraphs(text: str) -> str | None:
    """Return text that can be a description or a note; None if it says nothing."""
    return "\n".join(lines(text[:LONGEST_TEXT])).strip() or None


def without_markup(text: str) -> str:
    """Return a text without tags of HTML and with the characters that its entities stand for."""
    if "<" not in text and "&" not in text:
        return text
    text = _BLOCK_TAG.sub(" ", _END_OF_LINE.sub("\n", text))
    return html.unescape(_INLINE_TAG.sub("", text))


def no_reading(url: str) -> str | None:
    """Return why the scheme of a link makes it no reading, or None."""
    found = _SCHEME.match(url)
    scheme = found.group(1).lower() if found else ""
    what = next((what for what, schemes in _NO_READING if scheme in schemes.split()), None)
    return what and f"{what}, which is no reading"


def day(value: object) -> date | None:
    """Return the date of a time stamp or of a written date; None if it is none, or not exact."""
    written = read_day(value)
    full = len("2026-01-01")
    return date.fromisoformat(written) if written and len(written) == full else None


def read_day(value: object) -> str | None:
    """Return a date as precisely as it is known: `2024`, `2024-05` or `2024-05-01`.

    Time stamps count seconds, milliseconds or microseconds (10, 13 or 16 digits) since 1970, or
    microseconds since 1601 (17 digits), as UTC.
    """
    text = "" if isinstance(value, bool) or value is None else str(value).strip()[:40]
    if _STAMP.fullmatch(text):
        return _of_stamp(text.partition(".")[0])
    if found := _DAY.match(text):
        return _valid(found["year"], found["month"], found["day"])
    if found := _NUMBERED_DAY.match(text):
        return _of_numbers(int(found[1]), int(found[3]), found[4], found["mark"])
    if (found := _NAMED_DAY.search(text)) and found["month"].lower() in _MONTHS:
        month = str(1 + _MONTHS.index(found["month"].lower()))
        return _valid(found["year"], month, found["before"] or found["after"])
    return None


def _of_stamp(digits: str) -> str | None:
    if len(digits) == _DIGITS_OF_CHROME:
        moment = _EPOCH_OF_CHROME + timedelta(microseconds=int(digits))
    elif len(digits) in _UNITS_A_SECOND:
        moment = _EPOCH + timedelta(seconds=int(digits) // _UNITS_A_SECOND[len(digits)])
    else:
        return None
    return moment.date().isoformat() if _EARLIEST <= moment.year < _LATEST else None


def _of_numbers(first: int, second: int, year: str, mark: str) -> str | None:
    """Return `18.7.2023` and `7/18/2023` as a day; of `7/8/2023` only the year is sure."""
    if mark == "." or first > len(_MONTHS):
        return _valid(year, str(second), str(first))
    if second > len(_MONTHS):
        return _valid(year, str(first), str(second))
    return _valid(year, None, None)


def _valid(year: str, month: str | None, day_of_month: str | None) -> str | None:
    """Return the parts of a date that are possible ones, in the order of ISO 8601."""
    if not _EARLIEST <= int(year) < _LATEST:
        return None
    if month is None or not 1 <= int(month) <= len(_MONTHS):
        return year if month is None else None
    if day_of_month is None:
        return f"{year}-{int(month):02}"
    try:
        return date(int(year), int(month), int(day_of_month)).isoformat()
    except ValueError:
        return None
