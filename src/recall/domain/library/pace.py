"""How long things take this person: learned from the times they gave, shrunk to the defaults.

A time is compared with what was expected without any learning. What counts is the median of the
logarithms of these ratios, which a clock that ran on hardly moves. As one time alone would be its
own median, what was expected stands among them, so that a wild time counts half where it is the
only one, and little beside others. A group of n times moves the estimate by n / (n + 4) of that
median. A site is learned on top of its kind, from what its kind leaves of the same times. Together
a single wild time makes 23 minutes of 15, and twenty of 45 minutes make 44.
"""

from collections.abc import Iterable, Mapping
from math import exp, log
from typing import NamedTuple

from recall.domain.library.resource import KIND_MINUTES, Planned, Resource, revisit_minutes
from recall.domain.text.wording import counted

SHRINK = 4
"""Times that weigh as much as the default."""

CHINESE_CHARACTERS, WORDS = 300, 200
"""A minute, of a text that is studied: below silent reading of easy English prose, 238 words
(Brysbaert 2019, https://doi.org/10.1016/j.jml.2019.104047). Chinese is counted in characters."""

_WIDEST = log(10)
"""A time that is further off than this is a slip of the keyboard: a digit too many."""

Group = tuple[str, str, str]
"""reading or revisit, the kind (the language of a text of known length to read), the site or ''."""


class Timed(NamedTuple):
    """What has to be known of a resource to tell its minutes; its fields are Resource's."""

    id: int
    kind: str
    canonical_url: str | None
    language: str
    minutes: int
    length: int | None = None
    minutes_given: bool = False


class Timing(NamedTuple):
    """A visit that was timed: of what, whether it was a revisit, and the minutes it took."""

    resource: Resource | Timed
    is_revisit: bool
    minutes: int


class Learned(NamedTuple):
    """By how much a group's times differ from what was expected, from how many of them."""

    factor: float
    times: int


_NOTHING = Learned(1.0, 0)


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
        source, why = _known_from(one, self.own)
        if source != "default":
            return Estimate(_known_reading(one, self.own), source, why)
        default = Estimate(self._reading_minutes(one), source, _why_expected(one))
        return self._learned("reading", one, default)

    def revisit(self, one: Resource) -> Estimate:
        """Return the minutes of a revisit, 1 at least."""
        source, why = _known_from(one, self.own)
        quarter = f"a quarter of its reading, {_known_reading(one, self.own)} min"
        why = f"{quarter}, {why}" if why else quarter
        return self._learned("revisit", one, Estimate(self.revisit_minutes(one), source, why))

    def planned(self, one: Resource) -> Planned:
        """Return the resource with the minutes that this person is expected to take."""
        if isinstance(one, Planned):
            return one
        if not self.groups and not one.length and one.id not in self.own:
            return Planned._make(one)
        minutes, again = self._reading_minutes(one), self.revisit_minutes(one)
        return Planned._make(one)._replace(minutes=minutes, again_minutes=again)

    def revisit_minutes(self, one: Resource | Timed) -> int:
        """What revisit() says, without the words."""
        return self._minutes("revisit", one, revisit_minutes(_known_reading(one, self.own)))

    def _reading_minutes(self, one: Resource) -> int:
        """What reading() says, without the words: asked for everything a day looks at."""
        if one.id in self.own or is_given(one):
            return _known_reading(one, self.own)
        return self._minutes("reading", one, _expected_reading(one))

    def _minutes(self, visit: str, one: Resource | Timed, expected: float) -> int:
        by_kind, by_site = self._of_groups(visit, _kind(visit, one), site_of(one))
        return max(1, round(expected * by_kind.factor * by_site.factor))

    def _learned(self, visit: str, one: Resource, found: Estimate) -> Estimate:
        """Say of which times the minutes were learned, where there were any."""
        kind, site = _kind(visit, one), site_of(one)
        by_kind, by_site = self._of_groups(visit, kind, site)
        if not by_kind.times:
            return found
        there = f", {by_site.times} of them at {site}" if by_site.times else ""
        times = f"{counted(by_kind.times, 'time')} of yours for this kind ({kind}){there}"
        why = f"{times}; without them {found.why}"
        return found._replace(source="learned", why=why)

    def _of_groups(self, visit: str, kind: str, site: str) -> tuple[Learned, Learned]:
        """What was learned of a kind, and on top of it of a site."""
        by_kind = self.groups.get((visit, kind, ""), _NOTHING)
        return by_kind, self.groups.get((visit, kind, site), _NOTHING) if site else _NOTHING


def learn(timings: Iterable[Timing]) -> Pace:
    """Learn from timed visits, oldest first; of several first readings of one the last counts."""
    known = list(timings)
    own = {one.resource.id: one.minutes for one in known if not one.is_revisit}
    ratios: dict[Group, list[tuple[str, float]]] = {}
    for one in known:
        if one.is_revisit or not is_given(one.resource):
            visit = "revisit" if one.is_revisit else "reading"
            found = site_of(one.resource), _ratio(one, own)
            ratios.setdefault((visit, _kind(visit, one.resource), ""), []).append(found)
    groups: dict[Group, Learned] = {}
    for group, found_all in ratios.items():
        groups |= _with_sites(group, found_all)
    return Pace(groups, own)


def is_given(one: Resource | Timed) -> bool:
    """Whether somebody said how long it takes.

    Of a list only what differs from the default of the kind tells.
    """
    return one.minutes_given or one.minutes != KIND_MINUTES[one.kind]


def site_of(one: Resource | Timed) -> str:
    """Return the host of a resource's link, '' where it has none."""
    return (one.canonical_url or "").partition("://")[2].partition("/")[0].removeprefix("www.")


def _kind(visit: str, one: Resource | Timed) -> str:
    """What it has in common with others: of a text to read whose length is known, its language."""
    return f"{one.language} text" if one.length and visit == "reading" else one.kind


def _expected_reading(one: Resource | Timed) -> float:
    """The minutes of a first reading without any learning."""
    if not one.length:
        return KIND_MINUTES[one.kind]
    return one.length / (CHINESE_CHARACTERS if one.language == "zh" else WORDS)


def _why_expected(one: Resource) -> str:
    """Where these minutes come from."""
    if not one.length:
        return f"the default of its kind, {KIND_MINUTES[one.kind]} min"
    is_chinese = one.language == "zh"
    speed, unit = (CHINESE_CHARACTERS, "character") if is_chinese else (WORDS, "word")
    return f"{counted(one.length, unit)} at {speed} a minute"


def _known_reading(one: Resource | Timed, own: Mapping[int, int]) -> int:
    """The minutes of its reading as far as they are known of itself: revisits are part of them.

    What is set by hand comes first, and what it took before what its list says of it.
    """
    if one.minutes_given:
        return one.minutes
    expected = one.minutes if is_given(one) else max(1, round(_expected_reading(one)))
    return own.get(one.id, expected)


def _known_from(one: Resource, own: Mapping[int, int]) -> tuple[str, str]:
    """Where _known_reading has its minutes from, as the source and the reason of an estimate."""
    if one.minutes_given:
        return "given", "set by hand"
    if one.id in own:
        return "learned", "as it was timed"
    return ("given", "set by the list") if is_given(one) else ("default", "")


def _ratio(timing: Timing, own: Mapping[int, int]) -> float:
    """The logarithm of how much longer it took than was expected."""
    one = timing.resource
    if timing.is_revisit:
        expected: float = revisit_minutes(_known_reading(one, own))
    else:
        expected = _expected_reading(one)
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
    """What so many logarithms say, with 0, which is as expected, among them."""
    times = len(ratios)
    return Learned(exp(_median([0.0, *ratios]) * times / (times + SHRINK)), times)


def _median(values: list[float]) -> float:
    """The middle value; the module statistics would cost `recall today` 10 ms."""
    ordered = sorted(values)
    return (ordered[(len(ordered) - 1) // 2] + ordered[len(ordered) // 2]) / 2
