"""Editing the fields and the note of a resource."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from recall.domain.library import notes
from recall.domain.library.resource import (
    KIND_MINUTES,
    PRIORITIES,
    Resource,
    ResourceKind,
    short,
)
from recall.domain.library.timing.pace import is_given
from recall.domain.library.when_read import ABOUT
from recall.domain.lists.merge import bounded
from recall.domain.lists.section_names import parts
from recall.errors import BadInput, RecallError
from recall.formats.url_identity import canonical_url, checked_url
from recall.storage.actions import Action, begin
from recall.storage.reads import Reads
from recall.storage.tables import log, resources
from recall.storage.tables.changes import resources as resource_changes
from recall.usecases.changed import Changed, told
from recall.usecases.context import Context
from recall.usecases.find import Meant, again, current
from recall.usecases.resources.labeling import label
from recall.usecases.resources.prerequisites import let_go, put_after, refuse_circle
from recall.usecases.resources.revisits import start, stop
from recall.usecases.resources.standing import ChosenSection, exactly, meant, move, said


class Edit(NamedTuple):
    """The fields to set; None leaves a field alone, no_series takes it out of its series.

    after has the IDs of new prerequisites, not_after those of prerequisites to remove. An empty
    question removes it. once is whether the resource is read and has no revisits. labels are put
    on it, no_labels taken off; likewise links and no_links, as in `linking`. An empty description
    removes it. section is any unique part of a section's path, new_section the whole path of one
    that may be new. read_on is the year, month or day on which it was read; an empty one removes
    it.
    """

    title: str | None = None
    url: str | None = None
    kind: ResourceKind | None = None
    language: str | None = None
    minutes: int | None = None
    series: str | None = None
    part: int | None = None
    no_series: bool = False
    priority: str | None = None
    after: tuple[int, ...] = ()
    not_after: tuple[int, ...] = ()
    length: int | None = None
    question: str | None = None
    once: bool | None = None
    labels: tuple[str, ...] = ()
    no_labels: tuple[str, ...] = ()
    section: str | None = None
    new_section: str | None = None
    links: tuple[str, ...] = ()
    no_links: tuple[str, ...] = ()
    description: str | None = None
    read_on: str | None = None

    @property
    def reorders(self) -> bool:
        """Whether it changes the order in which readings are offered."""
        return self.priority is not None or bool(self.after) or bool(self.not_after)

    @property
    def resizes(self) -> bool:
        """Whether it changes the minutes of a visit."""
        return (self.minutes, self.length, self.kind) != (None, None, None)


OF_THE_LIST = ("title", "url", "kind", "language", "minutes", "series", "part")
"""Fields that an import sets too, unless they were set by hand."""


def edit(context: Context, resource: Meant, wanted: Edit) -> Resource:
    """Change fields by hand; imports leave them alone from then on."""
    return edited(context, resource, wanted).resource


def ask(context: Context, resource: Meant, question: str) -> Changed:
    """Keep the person's own question to a resource; an empty one removes it."""
    return edited(context, resource, Edit(question=question))


def edited(context: Context, resource: Meant, wanted: Edit) -> Changed:
    """As `edit`, with the action that did it."""
    (changed,) = edit_all(context, [resource], wanted)
    return changed


def edit_all(context: Context, resources: Sequence[Meant], wanted: Edit) -> list[Changed]:
    """Change the same fields of resources, as one action: all of them, or none.

    BadInput if there is nothing to change, or if a field cannot be the same in several.
    """
    with begin(context.store, "edit", context.now, context.today) as action:
        ones = {resource.id: resource for resource in (current(action, each) for each in resources)}
        if len(ones) > 1:
            _refuse_for_several(wanted)
        standing = standing_of(action, wanted)
        done = [
            _edit(action, context, resource, wanted, standing=standing)
            for resource in ones.values()
        ]
        changes = list(dict.fromkeys(change for edit in done for change in edit.changes))
        if not changes:
            raise BadInput(_nothing(list(ones), standing))
        if wanted.reorders:
            from recall.usecases.planning.readings.readings_anew import choose_readings_anew

            choose_readings_anew(context, action)
        if wanted.resizes:
            from recall.usecases.planning.readings.readings_anew import give_other_minutes

            for number in ones:
                give_other_minutes(context, action, number)
        summary = ", ".join(changes)
        if len(ones) == 1:
            (number,), (edited,) = ones, done
            return [told(action, ones[number], summary)._replace(joined=edited.joined)]
        action.describe(None, f"{len(ones)} resources, {summary}: {', '.join(map(str, ones))}")
        return [Changed(again(action, number), action.id) for number in ones]


class _Edited(NamedTuple):
    """What was changed of a resource, in words, and the resource that was joined into it."""

    changes: tuple[str, ...]
    joined: Resource | None = None


def _edit(
    action: Action,
    context: Context,
    resource: Resource,
    wanted: Edit,
    *,
    standing: ChosenSection | None,
) -> _Edited:
    given = _values(resource, wanted)
    values: dict[str, Any] = dict(given)
    changes = (
        *sorted(given),
        *let_go(action, resource, wanted.not_after),
        *put_after(action, resource, wanted.after),
        *_revisits(action, context, resource, wanted),
        *label(action, resource, wanted.labels, wanted.no_labels),
        *_when_read(action, resource, wanted.read_on),
        *_linked(action, resource, wanted),
        *(() if standing is None else move(action, resource, standing)),
    )
    if not changes:
        return _Edited(())
    values |= _usual_minutes(resource, wanted)
    other = None
    if "url" in values:
        other, link = _new_link(action, context, resource, str(values["url"]))
        values |= link
    if other is not None or standing is not None:
        resource = again(action, resource.id)  # it has moved, or has the places of another
    by_hand = set(OF_THE_LIST) & set(given)
    resource_changes.change(action, resource, resource._replace(**values), by_hand)
    if wanted.after or wanted.series is not None or wanted.part is not None:
        refuse_circle(action, resource)
    return _Edited(changes, other)


def _refuse_for_several(wanted: Edit) -> None:
    given = wanted._asdict()
    for name in ("title", "url", "part", "question", "description"):
        if given[name] is not None:
            raise BadInput(f"several resources cannot have the same {name}; name one resource")
    if wanted.links:
        raise BadInput("several resources cannot have the same further link; name one resource")


def standing_of(reads: Reads, wanted: Edit) -> ChosenSection | None:
    """Return the section that is wanted; None if none was given."""
    if wanted.section is not None and wanted.new_section is not None:
        raise BadInput("a section and a new section at once: give --section or --new-section")
    if wanted.new_section is not None:
        return exactly(reads, parts(wanted.new_section))
    return None if wanted.section is None else meant(reads, wanted.section)


def _nothing(numbers: list[int], standing: ChosenSection | None) -> str:
    if standing is None:
        return "nothing to change: give a field, such as --title or --minutes"
    stand = "stands" if len(numbers) == 1 else "stand"
    return f"{', '.join(map(str, numbers))} {stand} {said(standing.section)} already"


def note(context: Context, resource: Meant, text: str, over: str | None = None) -> Resource:
    """Set the note that is shown before the next visit; an empty one clears it.

    over is the mark of the note that was seen while it was written, as in `notes.after`.
    """
    with begin(context.store, "note", context.now, context.today) as action:
        resource = current(action, resource)
        stands = notes.after(resource.note, text, over)
        resource_changes.write_note(action, resource, stands)
        action.describe(resource.id, "cleared" if not stands else "written")
        return again(action, resource.id)


def _values(resource: Resource, wanted: Edit) -> dict[str, object]:
    fields = wanted._asdict()
    named = (*OF_THE_LIST, "priority", "length", "question")
    given = {name: fields[name] for name in named if fields[name] is not None}
    if wanted.question is not None:
        given["question"] = wanted.question.strip() or None
    if given.get("priority", PRIORITIES[0]) not in PRIORITIES:
        raise BadInput(f"'{wanted.priority}' is not a priority; give {', '.join(PRIORITIES)}")
    for name in ("title", "series"):
        if name in given and not str(given[name]).strip():
            raise BadInput(f"an empty {name} says nothing; leave the option out to keep it")
    if wanted.no_series:
        if "series" in given or "part" in given:
            raise BadInput("a series and no series at once: give one of them")
        given |= {"series": None, "part": None}
    elif wanted.part is not None and wanted.series is None and resource.series is None:
        raise BadInput("a part needs its series: give --series NAME too")
    return given


def _revisits(action: Action, context: Context, resource: Resource, wanted: Edit) -> list[str]:
    """End the revisits of a resource, or begin them; return what was done, in words."""
    if wanted.once is None:
        return []
    if wanted.once:
        stop(action, resource)
        return ["no revisits"]
    start(action, context, resource)
    return ["revisits"]


def _when_read(action: Action, resource: Resource, read_on: str | None) -> list[str]:
    """Write when the person says that it was read; return what was done, in words."""
    if read_on is None:
        return []
    if read_on in ABOUT:
        raise BadInput(
            f"'{read_on}' will not be true later; give a year, a month or a day, such as 2026-03"
        )
    if read_on and _is_unread(resource):
        raise BadInput(
            f"{resource.id} is {resource.status}; "
            f"'recall grade {resource.id} RATING --read-on {read_on}' says that it was read"
        )
    resource_changes.say_when_read(action, resource, read_on or None)
    return ["date of reading"]


def _is_unread(resource: Resource) -> bool:
    card = resource.card
    return card.due is None and card.memory is None and not resource.once


def _linked(action: Action, resource: Resource, wanted: Edit) -> list[str]:
    if not (wanted.links or wanted.no_links or wanted.description is not None):
        return []
    from recall.usecases.resources.linking import linked

    resource = again(action, resource.id)  # its labels may be others now
    return linked(
        action,
        resource,
        put=wanted.links,
        taken=wanted.no_links,
        description=wanted.description,
    )


def _usual_minutes(resource: Resource, wanted: Edit) -> dict[str, object]:
    """Return the new kind's default minutes, unless the minutes were given."""
    if wanted.kind is None or wanted.minutes is not None or is_given(resource):
        return {}
    return {"minutes": KIND_MINUTES[wanted.kind]}


def _new_link(
    action: Action, context: Context, resource: Resource, url: str
) -> tuple[Resource | None, dict[str, object]]:
    """Return the values for a new link, whose page was not asked yet. The identity stays: the list
    may keep the old link.

    A resource that has this link already, and no history, is joined into this one, and returned.
    """
    written = checked_url(url)
    canonical = canonical_url(written)
    other = resources.by_identity(action, bounded(canonical))
    values: dict[str, object] = {"url": written, "canonical_url": canonical}
    values["fetched_on"] = None
    if other is None or other.id == resource.id:
        return None, values
    if _has_history(action, other):
        raise RecallError(
            f"{url} is already in the library, as {other.id} {short(other.title)}; "
            f"'recall join {other.id} {resource.id}' makes the two one, with both histories"
        )
    from recall.usecases.resources.joining import join_within

    join_within(action, context, other, again(action, resource.id))
    return other, values


def _has_history(action: Action, resource: Resource) -> bool:
    """Return whether anything was done with a resource: a review, a sitting, a note, a question."""
    done = log.reviews(action, resource.id) or log.sittings(action, resource.id)
    return bool(done or resource.note or resource.question)
