"""The messages and dates of the page in one language."""

import re
from calendar import month_name
from collections.abc import Callable
from datetime import date
from functools import cache
from gettext import GNUTranslations, NullTranslations
from importlib.resources import files
from io import BytesIO
from typing import NamedTuple

from babel.dates import format_date
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from recall.domain.reminders.wording import Language

LOCALES = {"en": "en", "zh": "zh_Hans_CN"}
"""The locale of each language, for dates."""

_DAY = {"en": "EEE d MMM", "zh": "M月d日 EEE"}
_DAY_AND_YEAR = {"en": "EEE d MMM y", "zh": "y年M月d日 EEE"}
_WHOLE_DAY = {"en": "EEEE d MMMM", "zh": "M月d日 EEEE"}
_SHORT_DAY = {"en": "d MMM", "zh": "M月d日"}
_MONTH = {"en": "MMM y", "zh": "y年M月"}
_SHORT_MONTH = {"en": "MMM", "zh": "M月"}


class PageWords(NamedTuple):
    """One language: `_` translates a message of the page, `many` one that has a number."""

    language: Language
    translations: NullTranslations

    @property
    def _(self) -> Callable[[str], str]:
        """Return the function that translates a message."""
        return self.translations.gettext

    @property
    def many(self) -> Callable[[str, str, int], str]:
        """Return the function that translates a message for one, or for several."""
        return self.translations.ngettext

    def day(self, day: date, today: date) -> str:
        """Return a day as 'Thu 5 Mar', with the year if that is another."""
        if day.year != today.year:
            return self.dated(day)
        return format_date(day, _DAY[self.language], LOCALES[self.language])

    def dated(self, day: date) -> str:
        """Return a day with its year, as 'Thu 5 Mar 2026'."""
        return format_date(day, _DAY_AND_YEAR[self.language], LOCALES[self.language])

    def whole_day(self, day: date) -> str:
        """Return a day as 'Thursday 5 March'."""
        return format_date(day, _WHOLE_DAY[self.language], LOCALES[self.language])

    def short(self, day: date) -> str:
        """Return a day as '5 Mar', for the labels of a picture."""
        return format_date(day, _SHORT_DAY[self.language], LOCALES[self.language])

    def month(self, day: date) -> str:
        """Return the month of a day as 'Mar 2026'."""
        return format_date(day, _MONTH[self.language], LOCALES[self.language])

    def short_month(self, day: date) -> str:
        """Return the month of a day as 'Mar'."""
        return format_date(day, _SHORT_MONTH[self.language], LOCALES[self.language])

    def weekday(self, day: date) -> str:
        """Return the day of the week as 'Mon'."""
        return format_date(day, "EEE", LOCALES[self.language])

    def ordinal(self, english: str) -> str:
        """Return an ordinal such as '3rd'; Chinese has a word before the number instead."""
        return english if self.language == "en" else english[:-2]

    def about(self, english: str) -> str:
        """Return an uncertain date such as '14 March' or 'June 2027'."""
        found = re.fullmatch(r"(?:(\d+) )?([A-Z][a-z]+)(?: (\d+))?", english)
        if self.language == "en" or found is None or found[2] not in month_name:
            return english
        day, month, year = found[1], list(month_name).index(found[2]), found[3]
        return f"{year}年" * bool(year) + f"{month}月" + f"{day}日" * bool(day)

    def distance(self, day: date, today: date) -> str:
        """Return how far a day is from today, in words."""
        days = (day - today).days
        named = {-1: self._("yesterday"), 0: self._("today"), 1: self._("tomorrow")}
        if days in named:
            return named[days]
        if days > 0:
            return self.many("in %(num)d day", "in %(num)d days", days) % {"num": days}
        return self.many("%(num)d day ago", "%(num)d days ago", -days) % {"num": -days}


@cache
def words_of(language: Language) -> PageWords:
    """Return a language; its messages are read once, from their .po file."""
    return PageWords(language, _translations(language))


def _translations(language: Language) -> NullTranslations:
    """Return the messages of a language; those in English are the names of all messages."""
    if language == "en":
        return NullTranslations()
    compiled = BytesIO()
    with (files("recall.web") / "messages" / f"{language}.po").open("rb") as source:
        write_mo(compiled, read_po(source, locale=LOCALES[language]))
    compiled.seek(0)
    return GNUTranslations(compiled)
