"""How long things take this person: learned from the times they gave, shrunk to the defaults.

A time is compared with what was expected without any learning. The median of the logarithms of
these ratios is robust to a clock that ran on; a group of n times moves the estimate by only
n / (n + 4) of it, so that a single one changes little. A site is learned on top of its kind.
"""

from collections.abc import Iterable, Mapping
from math import exp, log
from typing import NamedTuple

from recall.domain.resource import KIND_MINUTES, Resource, revisit_minutes
from recall.domain.wording import counted

SHRINK = 4
"""Times that weigh as much as the default."""

CHINESE_CHARACTERS, WORDS = 300, 200
"""A minute, of a text that is studied: below silent reading of easy English prose, 238 words
(Brysbaert 2019, https://doi.org/10.1016/j.jml.2019.104047). Chinese is counted in characters."""

_WIDEST = log(20)
"""A time that is further off than this is a slip of the keyboard."""

Group = tuple[str, str, str]
"""reading or revisit, the kind (or the language of a text of known length), the site or ''."""


class Timing(NamedTuple):
    """A visit that was timed: of what, whether it was a revisit, and the minutes it took."""

    resource: Resource
    is_revisit: bool
    minutes: int


class Learned(NamedTuple):
    """By how much a group's times differ from what was expected, from how many of them."""

    factor: float
    times: int


class Estimate(NamedTuple):
    """Minutes, where they come from (given, learned or default), and why, in a few words."""

    minutes: int
    source: str
    why: str


class Pace(NamedTuple):
    """What was learned: factors by group, and the reading times of single resources by ID."""

    groups: Mapping[Group, Learned] = {}
    own: Mapping[int, int] = {}

    def reading(self, one: Resource) -> Estimate:
        """Return the minutes of the whole first reading."""
        if one.id in self.own:
            return Estimate(self.own[one.id], "learned", "its own reading took that long")
        if is_given(one):
            return Estimate(one.minutes, "given", "set by hand or by the list")
        expected, why = _expected_reading(one)
        return self._learned("reading", one, expected, why)

    def revisit(self, one: Resource) -> Estimate:
        """Return the minutes of a revisit, 1 at least."""
        reading = _known_reading(one, self.own)
        why = f"a quarter of its reading, {reading} min"
        return self._learned("revisit", one, revisit_minutes(reading), why)

    def applied(self, one: Resource) -> Resource:
        """Return the resource with the minutes that this person is expected to take."""
        if not self.groups and not one.length and one.id not in self.own:
            return one
        reading, revisit = self.reading(one).minutes, self.revisit(one).minutes
        return one._replace(minutes=reading, again_minutes=revisit)

    def _learned(self, visit: str, one: Resource, expected: float, why: str) -> Estimate:
        kind, site = _kind(one), site_of(one)
        by_kind = self.groups.get((visit, kind, ""), Learned(1.0, 0))
        by_site = self.groups.get((visit, kind, site), Learned(1.0, 0))
        if not by_kind.times:
            return Estimate(max(1, round(expected)), "default", why)
        minutes = max(1, round(expected * by_kind.factor * by_site.factor))
        best, name = (by_site, site) if by_site.times else (by_kind, f"this kind ({kind})")
        times = counted(best.times, "time")
        return Estimate(minutes, "learned", f"{times} of yours at {name}; without them {why}")


def learn(timings: Iterable[Timing]) -> Pace:
    """Learn from timed visits, oldest first; of several first readings of one the last counts."""
    known = list(timings)
    own = {one.resource.id: one.minutes for one in known if not one.is_revisit}
    ratios: dict[Group, list[tuple[str, float]]] = {}
    for one in known:
        if one.is_revisit or not is_given(one.resource):
            visit = "revisit" if one.is_revisit else "reading"
            found = site_of(one.resource), _ratio(one, own)
            ratios.setdefault((visit, _kind(one.resource), ""), []).append(found)
    groups: dict[Group, Learned] = {}
    for group, found_all in ratios.items():
        groups |= _with_sites(group, found_all)
    return Pace(groups, own)


def is_given(one: Resource) -> bool:
    """Whether somebody said how long it takes.

    Of a list only what differs from the default of the kind tells.
    """
    return one.minutes_given or one.minutes != KIND_MINUTES[one.kind]


def site_of(one: Resource) -> str:
    """Return the host of a resource's link, '' where it has none."""
    return (one.canonical_url or "").partition("://")[2].partition("/")[0].removeprefix("www.")


def _kind(one: Resource) -> str:
    """What a text has in common with others: its language where its length is known."""
    return f"{one.language} text" if one.length else one.kind


def _expected_reading(one: Resource) -> tuple[float, str]:
    """The minutes of a first reading without any learning, and why."""
    if not one.length:
        return KIND_MINUTES[one.kind], f"the default of its kind, {KIND_MINUTES[one.kind]} min"
    is_chinese = one.language == "zh"
    speed, unit = (CHINESE_CHARACTERS, "characters") if is_chinese else (WORDS, "words")
    return one.length / speed, f"{one.length} {unit} at {speed} a minute"


def _known_reading(one: Resource, own: Mapping[int, int]) -> int:
    """The minutes of its reading as far as they are known of itself: revisits are part of them."""
    expected = one.minutes if is_given(one) else round(_expected_reading(one)[0])
    return own.get(one.id, expected)


def _ratio(timing: Timing, own: Mapping[int, int]) -> float:
    """The logarithm of how much longer it took than was expected."""
    one = timing.resource
    if timing.is_revisit:
        expected: float = revisit_minutes(_known_reading(one, own))
    else:
        expected, _ = _expected_reading(one)
    return max(-_WIDEST, min(_WIDEST, log(max(1, timing.minutes) / expected)))


def _with_sites(group: Group, found: list[tuple[str, float]]) -> dict[Group, Learned]:
    """What one kind's times say, and what those of each site say on top of it."""
    whole = _shrunk([ratio for _, ratio in found])
    sites: dict[str, list[float]] = {}
    for site, ratio in found:
        sites.setdefault(site, []).append(ratio - log(whole.factor))
    visit, kind, _ = group
    by_site = {(visit, kind, site): _shrunk(rest) for site, rest in sites.items() if site}
    return {group: whole} | by_site


def _shrunk(ratios: list[float]) -> Learned:
    times = len(ratios)
    return Learned(exp(_median(ratios) * times / (times + SHRINK)), times)


def _median(values: list[float]) -> float:
    """The middle value; the module statistics would cost `recall today` 10 ms."""
    ordered = sorted(values)
    return (ordered[(len(ordered) - 1) // 2] + ordered[len(ordered) // 2]) / 2
