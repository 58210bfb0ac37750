"""A person's own pace: learned from their quicker times, shrunk towards the defaults.

Each recorded time is divided by the minutes expected without learning; the logarithms of these
ratios are learned from. Times vary, and people take the time that a plan gives. So the expected
time stays as long as it lies among the person's quicker times, from the quickest fifth to the
median, and moves to the nearer end of these otherwise. A plan that is a little too full only leaves
something for tomorrow, but minutes left over are lost, and plans that grow with the mean of the
times that they cause would grow for ever. bench/lived measured both.

From 20 timed revisits of a kind on, revisits of it take longer the less is remembered
(`revisit_slope`); what is learned here are the minutes at their mean recall.

A ratio counts as a third at least and as 2 at most. The expected time (logarithm 0) is added to the
times of a group, and n times move the estimate by n / (n + 4) of the way. A site is learned on top
of its kind, from the remainder that its kind does not explain. In all, one wild time leaves 15
minutes between 12 and 16, and twenty times of 30 minutes turn them into 29.
"""

from collections.abc import Callable, Iterable, Mapping
from math import exp, log
from typing import Literal, NamedTuple

from recall.domain.library.resource import (
    KIND_MINUTES,
    Planned,
    Resource,
    ResourceKind,
    revisit_minutes,
)
from recall.domain.library.timing.revisit_slope import Slope, slope
from recall.domain.text.wording import counted

SHRINK = 4
"""The number of times that weighs as much as the default."""

CHINESE_CHARACTERS_A_MINUTE, WORDS_A_MINUTE = 300, 200
"""Per minute, for a studied text: slower than silent reading of easy English prose, 238 words
(Brysbaert 2019, https://doi.org/10.1016/j.jml.2019.104047). Chinese is counted in characters."""

QUICKER = 0.2, 0.5
"""The person's quicker times are those between these shares of all, the quickest first."""

LEAST, MOST = 1 / 3, 2.0
"""The bounds of a ratio, and so of what is learned.

They keep longer plans and longer times from driving each other, and a mistyped digit small.
"""

VisitKind = Literal["reading", "revisit"]

Group = tuple[VisitKind, str, str]
"""reading or revisit, the kind (or language, for a text of known length), the site or ''."""


class Timed(NamedTuple):
    """The fields of Resource that its minutes depend on."""

    id: int
    kind: ResourceKind
    canonical_url: str | None
    language: str
    minutes: int
    length: int | None = None
    minutes_given: bool = False


class Timing(NamedTuple):
    """A visit with recorded minutes: its resource, and whether it was a revisit.

    recall is what was predicted of a revisit; None if nothing was.
    """

    resource: Resource | Timed
    is_revisit: bool
    minutes: int
    recall: float | None = None


class Learned(NamedTuple):
    """How far a group's times differ from the expected ones, and the number of times."""

    factor: float
    times: int


_NOTHING = Learned(1.0, 0)


EstimateSource = Literal["given", "learned", "default"]


class Estimate(NamedTuple):
    """Minutes, their source, and the reason in a few words."""

    minutes: int
    source: EstimateSource
    why: str


class Pace(NamedTuple):
    """The learned pace: factors by group, and recorded reading times by resource ID.

    slopes are by kind. recall predicts that of a resource at its next revisit, None if it has no
    memory; without it, slopes make no difference.
    """

    groups: Mapping[Group, Learned] = {}
    own: Mapping[int, int] = {}
    slopes: Mapping[str, Slope] = {}
    recall: Callable[[Resource], float | None] | None = None

    def reading(self, resource: Resource) -> Estimate:
        """Return the minutes of the whole first reading."""
        source, why = _known_from(resource, self.own)
        if source != "default":
            return Estimate(_known_reading(resource, self.own), source, why)
        default = Estimate(self.reading_minutes(resource), source, _why_expected(resource))
        return self._learned("reading", resource, default)

    def revisit(self, resource: Resource) -> Estimate:
        """Return the minutes of a revisit, at least 1."""
        source, quarter = _basis_from(resource, self.own), _quarter(resource, self.own)
        default = Estimate(self.revisit_minutes(resource), source, quarter)
        return self._learned("revisit", resource, default)

    def planned(self, resource: Resource) -> Planned:
        """Return the resource with the minutes that this person is expected to need."""
        if isinstance(resource, Planned):
            return resource
        if not self.groups and not resource.length and resource.id not in self.own:
            return Planned._make(resource)
        minutes, again = self.reading_minutes(resource), self.revisit_minutes(resource)
        return Planned._make(resource)._replace(minutes=minutes, again_minutes=again)

    def revisit_minutes(self, resource: Resource | Timed) -> int:
        """Return the minutes of revisit() without building its reason."""
        usual = revisit_minutes(_basis(resource, self.own)) * self._recall_factor(resource)
        return self._minutes("revisit", resource, usual)

    def _recall_factor(self, resource: Resource | Timed) -> float:
        """Return the factor on a revisit's minutes by how well the resource is remembered."""
        found = self.slopes.get(resource.kind)
        if found is None or self.recall is None or not isinstance(resource, Resource):
            return 1.0
        recall = self.recall(resource)
        return 1.0 if recall is None else found.factor(recall)

    def reading_minutes(self, resource: Resource | Timed) -> int:
        """Return the minutes of reading() without its reason: called for every candidate."""
        if resource.id in self.own or is_given(resource):
            return _known_reading(resource, self.own)
        return self._minutes("reading", resource, _expected_reading(resource))

    def _minutes(self, visit: VisitKind, resource: Resource | Timed, expected: float) -> int:
        by_kind, by_site = self._of_groups(visit, _kind(visit, resource), site_of(resource))
        return max(1, round(expected * by_kind.factor * by_site.factor))

    def _learned(self, visit: VisitKind, resource: Resource, default: Estimate) -> Estimate:
        """Add to an estimate's reason the times it was learned from, if any."""
        kind, site = _kind(visit, resource), site_of(resource)
        by_kind, by_site = self._of_groups(visit, kind, site)
        if not by_kind.times:
            return default
        there = f", {by_site.times} of them at {site}" if by_site.times else ""
        times = f"{counted(by_kind.times, 'time')} of yours for this kind ({kind}){there}"
        quicker = "the quicker of " if by_kind.times > 1 else ""
        is_sloped = visit == "revisit" and self._recall_factor(resource) != 1
        longer = ", and longer the more is forgotten" if is_sloped else ""
        why = f"from {quicker}{times}{longer}; without them {default.why}"
        return default._replace(source="learned", why=why)

    def _of_groups(self, visit: VisitKind, kind: str, site: str) -> tuple[Learned, Learned]:
        """Return what was learned for a kind, and for a site on top of it."""
        by_kind = self.groups.get((visit, kind, ""), _NOTHING)
        return by_kind, self.groups.get((visit, kind, site), _NOTHING) if site else _NOTHING


def learn(timings: Iterable[Timing]) -> Pace:
    """Learn from timed visits, oldest first; a resource's last first reading counts."""
    known = list(timings)
    own = {one.resource.id: one.minutes for one in known if not one.is_revisit}
    ratios: dict[Group, list[tuple[str, float]]] = {}
    for timing in known:
        if timing.is_revisit or not is_given(timing.resource):
            visit: VisitKind = "revisit" if timing.is_revisit else "reading"
            found = site_of(timing.resource), _ratio(timing, own)
            ratios.setdefault((visit, _kind(visit, timing.resource), ""), []).append(found)
    groups: dict[Group, Learned] = {}
    for group, found_all in ratios.items():
        groups |= _with_sites(group, found_all)
    return Pace(groups, own, _slopes(known, own))


def _slopes(timings: Iterable[Timing], own: Mapping[int, int]) -> dict[str, Slope]:
    """Return how the minutes of revisits depend on recall, by kind."""
    times: dict[str, list[tuple[float, float]]] = {}
    for timing in timings:
        if timing.is_revisit and timing.recall is not None:
            times.setdefault(timing.resource.kind, []).append(
                (timing.recall, exp(_ratio(timing, own)))
            )
    return {kind: found for kind, some in times.items() if (found := slope(some))}


def is_given(resource: Resource | Timed) -> bool:
    """Return whether a person or the list gave its minutes.

    Minutes from a list count as given only if they differ from the default of the kind.
    """
    return resource.minutes_given or resource.minutes != KIND_MINUTES[resource.kind]


def site_of(resource: Resource | Timed) -> str:
    """Return the host of a resource's link, '' if it has no link."""
    return (resource.canonical_url or "").partition("://")[2].partition("/")[0].removeprefix("www.")


def _kind(visit: VisitKind, resource: Resource | Timed) -> str:
    """Return the kind to learn by; for a first reading of known length, the language."""
    return f"{resource.language} text" if resource.length and visit == "reading" else resource.kind


def _expected_reading(resource: Resource | Timed) -> float:
    """Return the minutes of a first reading without learning."""
    if not resource.length:
        return KIND_MINUTES[resource.kind]
    return resource.length / (
        CHINESE_CHARACTERS_A_MINUTE if resource.language == "zh" else WORDS_A_MINUTE
    )


def _why_expected(resource: Resource) -> str:
    """Return the reason for _expected_reading."""
    if not resource.length:
        return f"the default of its kind, {KIND_MINUTES[resource.kind]} min"
    is_chinese = resource.language == "zh"
    speed, unit = (
        (CHINESE_CHARACTERS_A_MINUTE, "character") if is_chinese else (WORDS_A_MINUTE, "word")
    )
    return f"{counted(resource.length, unit)} at {speed} a minute"


def _known_reading(resource: Resource | Timed, own: Mapping[int, int]) -> int:
    """Return the resource's own reading minutes.

    Minutes set by hand come first, then the recorded time, then the list's minutes.
    """
    expected = _without_times(resource)
    return expected if resource.minutes_given else own.get(resource.id, expected)


def _without_times(resource: Resource | Timed) -> int:
    """Return the minutes of a first reading that are given, or else expected without learning."""
    return resource.minutes if is_given(resource) else max(1, round(_expected_reading(resource)))


def _basis(resource: Resource | Timed, own: Mapping[int, int]) -> int:
    """Return the reading minutes that revisits are a quarter of.

    A recorded time is a single one: between half and twice the expected minutes, it says little
    about the resource. Beyond, half of it counts, or twice of it.
    """
    expected, known = _without_times(resource), _known_reading(resource, own)
    return max(min(expected, 2 * known), known // 2)


def _known_from(resource: Resource, own: Mapping[int, int]) -> tuple[EstimateSource, str]:
    """Return the source and reason of _known_reading, as in an Estimate."""
    if resource.minutes_given:
        return "given", "set by hand"
    if resource.id in own:
        return "learned", "as it was timed"
    if not is_given(resource):
        return "default", ""
    return "given", "from its page" if "minutes" in resource.fetched else "set by the list"


def _basis_from(resource: Resource, own: Mapping[int, int]) -> EstimateSource:
    """Return the source of _basis."""
    is_timed = _basis(resource, own) != _without_times(resource)
    return _known_from(resource, own if is_timed else {})[0]


def _origin(resource: Resource, own: Mapping[int, int]) -> str:
    """Return _basis and where it comes from."""
    basis, known = _basis(resource, own), _known_reading(resource, own)
    if basis != _without_times(resource):
        return f"{basis} min, {'half' if basis < known else 'twice'} its reading as it was timed"
    its_reading = "its reading" if known == basis else "its reading as expected"
    return ", ".join(filter(None, (f"{its_reading}, {basis} min", _known_from(resource, {})[1])))


def _quarter(resource: Resource, own: Mapping[int, int]) -> str:
    """Return the reason for the default minutes of a revisit."""
    basis, whole = _basis(resource, own), f"a quarter of {_origin(resource, own)}"
    quarter, minutes = -(-basis // 4), revisit_minutes(basis)
    if quarter == minutes:
        return whole
    bound = "most" if quarter > minutes else "least"
    return f"at {bound} {minutes}, though {whole}, would be {quarter}"


def _ratio(timing: Timing, own: Mapping[int, int]) -> float:
    """Return the logarithm of recorded over expected minutes."""
    resource = timing.resource
    if timing.is_revisit:
        expected: float = revisit_minutes(_basis(resource, own))
    else:
        expected = _expected_reading(resource)
    return log(max(LEAST, min(MOST, timing.minutes / expected)))


def _with_sites(group: Group, ratios: list[tuple[str, float]]) -> dict[Group, Learned]:
    """Return what was learned from one kind's times, and from each site's on top of it."""
    whole = _shrunk([ratio for _, ratio in ratios])
    sites: dict[str, list[float]] = {}
    for site, ratio in ratios:
        sites.setdefault(site, []).append(ratio - log(whole.factor))
    visit, kind, _ = group
    by_site = {(visit, kind, site): _shrunk(rest) for site, rest in sites.items() if site}
    return {group: whole} | by_site


def _shrunk(ratios: list[float]) -> Learned:
    """Return the shrunken logarithm, of the quicker ones and 0, that is nearest to 0 (expected)."""
    times, ordered = len(ratios), sorted([0.0, *ratios])
    quickest, median = (_at(share, ordered) for share in QUICKER)
    nearest = min(max(0.0, quickest), median)
    return Learned(exp(nearest * times / (times + SHRINK)), times)


def _at(share: float, ordered: list[float]) -> float:
    """Return the value at a share (0..1) of the way up, between its neighbors.

    Importing the module statistics would cost `recall today` 10 ms.
    """
    whole, part = divmod(share * (len(ordered) - 1), 1)
    below, above = ordered[int(whole)], ordered[min(int(whole) + 1, len(ordered) - 1)]
    return below + (above - below) * part
