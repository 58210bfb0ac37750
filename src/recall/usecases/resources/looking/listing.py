"""The resources of the library, narrowed by what a person asks for."""

from collections.abc import Callable
from datetime import date
from typing import NamedTuple

from recall.domain.library.labels import holds
from recall.domain.library.resource import KINDS, STATUSES, Resource, Section, fold
from recall.domain.link_checks.finding import OUTCOMES
from recall.domain.lists.section_names import as_tree, shown
from recall.errors import BadInput, UnknownSection
from recall.storage.reads import Reads
from recall.storage.tables import outlines, resources
from recall.storage.tables.link_checks import findings
from recall.storage.tables.outlines import ListedOutline
from recall.usecases.context import Context
from recall.usecases.resources.looking.searching import Search, search

SORTS = ("list", "due", "title", "minutes", "id")
"""By what a list can be sorted; the default is the order of the lists themselves."""


class Wanted(NamedTuple):
    """What to narrow by; None is everything.

    text is searched for in all that is kept of a resource, as in `searching`, and section in
    headings; status and kind are one of theirs. label is a whole label, case and width aside.
    due: its revisit is due today or earlier; overdue: earlier. outcome is what was last
    found of its link, one of OUTCOMES. below is a section: in it, or in one below it.
    """

    text: str | None = None
    section: str | None = None
    status: str | None = None
    kind: str | None = None
    label: str | None = None
    due: bool = False
    overdue: bool = False
    outcome: str | None = None
    below: Section = ()

    def checked(self) -> "Wanted":
        """Return the same; BadInput for a status, a kind or an outcome there is not."""
        for name, value, allowed in (
            ("status", self.status, STATUSES),
            ("kind", self.kind, KINDS),
            ("result of a check", self.outcome, OUTCOMES),
        ):
            if value is not None and value not in allowed:
                raise BadInput(f"'{value}' is not a {name}; allowed: {', '.join(allowed)}")
        return self


class FoundResources(NamedTuple):
    """The resources that fit, and the search that found them, if there was a text to search for.

    total is how many fit, if only some of these are given.
    """

    resources: list[Resource]
    search: Search | None
    total: int


def listed(context: Context, wanted: Wanted) -> list[Resource]:
    """Return the resources that fit, in the order of their lists; BadInput as `checked`."""
    return looked_up(context, wanted).resources


def looked_up(
    context: Context, wanted: Wanted, first: int = 0, most: int | None = None
) -> FoundResources:
    """Return the resources that fit, in the order of their lists; BadInput as `checked`.

    first and most give only a part of them: the resources from a place in that order on, from 0.
    """
    if wanted.checked() == Wanted() and most is None:
        everything = resources.listed(context.store, resources.Filter())
        return FoundResources(everything, None, len(everything))
    looked = None if wanted.text is None else search(context.store, wanted.text)
    ids = looked.ids if looked is not None and looked.words else None
    if fits := _conditions(context, wanted):
        every = outlines.in_order(context.store, ids)
        numbers = [outline.id for outline in every if all(fit(outline) for fit in fits)]
    else:
        numbers = outlines.ids_in_order(context.store, ids)
    shown = numbers[first:] if most is None else numbers[first : first + most]
    found = resources.listed(context.store, resources.Filter(ids=set(shown)))
    return FoundResources(found, looked, len(numbers))


def all_sections(context: Context) -> list[Section]:
    """Return every section that a resource stands in, and those above it, in list order."""
    return as_tree(section for section in outlines.sections(context.store) if section)


def section_at(context: Context, path: str) -> Section:
    """Return the section whose whole path is shown so; UnknownSection if there is none."""
    found = next((section for section in all_sections(context) if shown(section) == path), None)
    if found is None:
        raise UnknownSection(path)
    return found


def checked_sort(text: str) -> str:
    """Return what to sort by; BadInput if a list cannot be sorted by that."""
    if text.casefold() not in SORTS:
        raise BadInput(f"a list cannot be sorted by '{text}'; allowed: {', '.join(SORTS)}")
    return text.casefold()


def _conditions(context: Context, wanted: Wanted) -> list[Callable[[ListedOutline], bool]]:
    """Return what has to be true of each resource that fits."""
    reads, today = context.store, context.today
    fits: list[Callable[[ListedOutline], bool]] = []
    if (within := _sections(reads, wanted)) is not None:
        standing = outlines.standing_in(reads, within)
        fits.append(lambda outline: outline.id in standing)
    if wanted.status is not None:
        fits.append(lambda outline: outline.status == wanted.status)
    if wanted.kind is not None:
        fits.append(lambda outline: outline.kind == wanted.kind)
    if (label := wanted.label) is not None:
        fits.append(lambda outline: holds(outline.labels, label.strip()))
    if wanted.due or wanted.overdue:
        fits.append(lambda outline: _waits(outline, today, is_over=wanted.overdue))
    if wanted.outcome is not None:
        known = findings.present(reads)
        fits.append(
            lambda outline: outline.id in known and known[outline.id].outcome == wanted.outcome
        )
    return fits


def _sections(reads: Reads, wanted: Wanted) -> list[Section] | None:
    """Return the sections in one of which a resource has to stand; None if in any, or in none."""
    if wanted.section is None and not wanted.below:
        return None
    found, depth = outlines.sections(reads), len(wanted.below)
    if wanted.section is not None:
        heading = fold(wanted.section)
        found = [section for section in found if any(heading in fold(name) for name in section)]
    return [section for section in found if section[:depth] == wanted.below]


def _waits(outline: ListedOutline, today: date, *, is_over: bool) -> bool:
    """Whether its revisit is due, or has been due before today."""
    if outline.due is None or outline.status != "read" or outline.due > today:
        return False
    return outline.due < today or not is_over
