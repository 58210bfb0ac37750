"""A person whose memory is the average one's, several times slower or faster, and their year.

Everything is done by the commands, as at a keyboard; the true memory is only known here.
"""

from contextlib import AbstractContextManager, nullcontext
from datetime import timedelta
from pathlib import Path
from random import Random
from statistics import fmean
from typing import Any
from unittest import mock

from bench.year.measures import SAID_AFTER_REVISITS, Said, Year
from bench.year.slow_mind import SlowMind
from recall.domain.memory import mixture
from testing.commands.command_line import CommandLine
from testing.libraries.factories import NOW

KEPT = 0.8

_MISSED = 0.2
_READ_BEFORE_DAYS = (30, 700)
_ABOUT = ((30, "this month"), (365, "this year"), (10_000, "longer"))
"""Up to how many days ago, and what the person says then."""

_NEVER = 10**9


class Person:
    """Somebody with a reading list, some of which they had read before."""

    def __init__(self, recall: CommandLine, reading_list: Path, factor: float, seed: int) -> None:
        """Import the list on day 0."""
        self.recall, self._draw, self._mind = recall, Random(seed), SlowMind(factor)
        does = "remember longer" if factor > 1 else "forget sooner"
        self._sentence = f"{does} than most people:"  # if it is too early to say, a comma follows
        self._told_after: int | None = None
        self._day = self._minutes = 0
        self._luck: dict[int, Random] = {}
        self._graded: dict[int, int] = {}
        self._known: set[int] = set()
        self._said: Said | None = None
        self._passed: list[bool] = []
        self._at_due: list[float] = []
        self._kept: list[int] = []
        self._seed = seed
        recall.now = NOW
        recall.ok("import", str(reading_list))
        self._read_ago = self._ticked()

    def lives(self, days: int) -> Year:
        """Live the days, and return the measures."""
        for self._day in range(days):
            self.recall.now = NOW + timedelta(days=self._day)
            if self._draw.random() >= _MISSED:
                self._works()
            recalls = [self._mind.recall(number, self._day) for number in self._known]
            self._kept.append(sum(recall >= KEPT for recall in recalls))
        return Year(
            revisits=len(self._passed),
            recalled=fmean(self._passed),
            at_due=fmean(self._at_due),
            minutes=self._minutes,
            read=len(self._known) - len(self._read_ago),
            kept=fmean(self._kept),
            kept_at_end=self._kept[-1],
            told_after=self._told_after,
            said=self._said,
            doctor=self.recall.ok("doctor").out,
        )

    def _ticked(self) -> dict[int, int]:
        """Draw how many days ago each resource was read that the list has as read."""
        least, most = _READ_BEFORE_DAYS
        listed = self.recall.ok("list", "--json").json["resources"]
        read_ago = {
            one["id"]: round(least * (most / least) ** self._draw.random())
            for one in listed
            if one["status"] == "read"
        }
        for number, ago in read_ago.items():
            self._mind.read(number, -ago)
            self._known.add(number)
        return read_ago

    def _works(self) -> None:
        """Do the plan of the day."""
        for visit in self.recall.ok("today", "--json").json["plan"]:
            number, minutes = visit["id"], visit["minutes"]
            self._minutes += minutes
            if visit["do"] == "revisit":
                self._revisits(number, minutes)
            else:
                self._reads(number, minutes, visit["do"])
        if self._said is None and len(self._passed) >= SAID_AFTER_REVISITS:
            self._said = self._asks()
        if self._told_after is None and self._graded and self._sentence in self._why():
            self._told_after = len(self._passed)

    def _reads(self, number: int, minutes: int, do: str) -> None:
        spent = ("--minutes", str(minutes))
        if do == "sitting":
            self.recall.ok("read", str(number), "--sitting", *spent)
            return
        self.recall.ok("read", str(number), "good", *spent)
        self._mind.read(number, self._day)
        self._known.add(number)

    def _revisits(self, number: int, minutes: int) -> None:
        luck = self._luck.setdefault(number, Random(f"{self._seed} {number}"))
        times = self._graded.get(number, 0)
        is_first = number in self._read_ago and not times
        if not is_first:
            self._at_due.append(self._mind.recall(number, self._due(number)))
        passed = luck.random() < self._mind.recall(number, self._day)
        self._mind.revisit(number, self._day, recalled=passed)
        self._graded[number] = times + 1
        self._passed.append(passed)
        told = ("--read-on", self._about(number)) if is_first else ()
        rating = "good" if passed else "again"
        self.recall.ok("grade", str(number), rating, "--minutes", str(minutes), *told)

    def _due(self, number: int) -> int:
        """Return the day on which a revisit was due."""
        shown: dict[str, Any] = self.recall.ok("show", str(number), "--json").json
        due = NOW.date().fromisoformat(shown["resource"]["due"])
        return (due - NOW.date()).days

    def _about(self, number: int) -> str:
        ago = self._read_ago[number] + self._day
        return next(about for most, about in _ABOUT if ago <= most)

    def _asks(self) -> Said:
        """Ask on the next day, on which recall has learned from today."""
        self.recall.now += timedelta(days=1)
        stats, optimize = self.recall.ok("stats").out, self.recall.ok("optimize").out
        return Said(self._day + 1, stats, self._why(), optimize)

    def _why(self) -> str:
        return self.recall.ok("why", str(next(iter(self._graded)))).out


def dates(*, personal: bool) -> AbstractContextManager[object]:
    """Return a context in which recall learns of the person, or takes them for the average one."""
    return nullcontext() if personal else mock.patch.object(mixture, "LEAST_REVISITS", _NEVER)
