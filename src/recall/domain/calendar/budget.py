"""The minutes of each day: the usual ones, those of its day of the week, or its own; and pauses."""

from __future__ import annotations

from recall.domain.calendar.pauses import joined
from recall.named_tuples import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from recall.domain.calendar.pauses import Pause

DAY_MINUTES = 24 * 60

_ALLOWED = "days of the week with minutes from 0 to 1440, such as 'sat 20, sun 0' or 周末 20"


class Budget(NamedTuple):
    """Minutes a day. A day of 0 minutes is a day off.

    weekdays maps the days of the week that differ (0 is Monday), and dates the single dates that
    differ from their day of the week. Due dates avoid the days of pauses, and a deadline cannot
    count on them; `on` still gives their minutes. Pauses may overlap.
    """

    usual: int
    weekdays: Mapping[int, int] = {}
    dates: Mapping[date, int] = {}
    pauses: tuple[Pause, ...] = ()

    @property
    def longest_day(self) -> int:
        """The most minutes that a day of the week has."""
        return max(self.weekdays.get(day, self.usual) for day in range(7))

    @property
    def has_minutes(self) -> bool:
        """Whether any day of the week has minutes."""
        return self.longest_day > 0

    @property
    def with_ends(self) -> Budget:
        """The same days without pauses that have no end: nothing says when those are over."""
        return self._replace(pauses=tuple(pause for pause in self.pauses if pause.until))

    def on(self, day: date) -> int:
        """Return the minutes of a study date."""
        own = self.dates.get(day) if self.dates else None
        return self.usually_on(day) if own is None else own

    def usually_on(self, day: date) -> int:
        """Return the minutes of a study date by its day of the week."""
        return self.weekdays.get(day.weekday(), self.usual)

    def is_paused(self, day: date) -> bool:
        """Return whether a study date lies in a pause."""
        return bool(self.pauses) and any(pause.holds(day) for pause in self.pauses)

    def pause_on(self, day: date) -> Pause | None:
        """Return the pause that a study date lies in, as one with those that it meets."""
        return next((pause for pause in joined(self.pauses) if pause.holds(day)), None)

    def open_on(self, day: date) -> int:
        """Return the minutes of a study date that can be planned: none in a pause."""
        return 0 if self.is_paused(day) else self.on(day)

    def is_away(self, day: date) -> bool:
        """Return whether nothing is planned on a study date: it is paused or a day off."""
        return self.open_on(day) == 0


def read_weekdays(value: object) -> dict[int, int]:
    """Parse minutes by weekday, in English or Chinese: 'sat, sun 20', 'mon-fri 30', 周末 20.

    If a day is named twice, the last minutes count. ValueError says what is allowed.
    """
    text = str(value).strip()
    if not text:
        return {}
    import re

    from recall.domain.text.weekdays import read_days

    found: dict[int, int] = {}
    for entry in filter(
        None, re.split(r"(?<=\d)\s*(?:min(?:utes)?|分钟|分)?\s*(?:[,;，；、]|$)", text)
    ):
        words = re.fullmatch(r"(.*?\D)[\s:=：]*(\d{1,4})", entry.strip())
        if words is None or int(words[2]) > DAY_MINUTES:
            raise ValueError(_ALLOWED)
        try:
            days = read_days(words[1].strip(" :=："))
        except ValueError:
            raise ValueError(_ALLOWED) from None
        found |= dict.fromkeys(sorted(days), int(words[2]))
    return dict(sorted(found.items()))


def write_weekdays(minutes: Mapping[int, int]) -> str:
    """Write minutes by weekday as read_weekdays reads them."""
    from recall.domain.text.weekdays import write_days

    return ", ".join(f"{write_days({day})} {number}" for day, number in sorted(minutes.items()))
