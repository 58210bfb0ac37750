"""Adding a resource by hand, and editing its fields and note."""

from typing import Any, NamedTuple

from recall.domain.library.catalog import Item, NewResource, ParsedList
from recall.domain.library.labels import changed_by_hand
from recall.domain.library.pace import is_given
from recall.domain.library.resource import (
    KIND_MINUTES,
    PRIORITIES,
    Resource,
    ResourceKind,
    Section,
    short,
)
from recall.domain.library.when_read import ABOUT
from recall.domain.lists.merge import bounded, identity
from recall.errors import BadInput, RecallError
from recall.formats.moments import identities
from recall.formats.url_identity import RULES_VERSION, canonical_url, checked_url
from recall.storage.actions import Action, begin
from recall.storage.tables import lists, log, resources
from recall.storage.tables.changes import resources as resource_changes
from recall.usecases.changed import Changed, told
from recall.usecases.context import Context
from recall.usecases.find import again, current
from recall.usecases.lists.cataloging import assemble
from recall.usecases.lists.renewing import renew_identities
from recall.usecases.lists.which_list import BY_HAND
from recall.usecases.resources.labeling import checked, label
from recall.usecases.resources.prerequisites import let_go, put_after, refuse_circle
from recall.usecases.resources.revisits import start, stop


class Edit(NamedTuple):
    """The fields to set; None leaves a field alone, no_series takes it out of its series.

    after has the IDs of new prerequisites, not_after those of prerequisites to remove. An empty
    question removes it. once is whether the resource is read and has no revisits. labels are put
    on it, no_labels taken off. read_on is the year, month or day on which it was read; an empty
    one removes it.
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


def add(context: Context, url: str, title: str | None, section: Section, edit: Edit) -> Resource:
    """Add a resource by its URL; RecallError if it is in the library already."""
    written, labels = checked_url(url), checked(edit.labels)
    shown = title or written.partition("://")[2].rstrip("/") or written
    item = Item(shown, written, section, checked=False, line=0, minutes=edit.minutes)
    (entry,) = assemble(BY_HAND, ParsedList((section,), (item,))).entries
    kind = edit.kind or entry.kind
    usual = entry.minutes if kind == entry.kind else KIND_MINUTES[kind]
    entry = entry._replace(
        kind=kind,
        minutes=edit.minutes or usual,
        language=edit.language or entry.language,
        series=edit.series,
        part=edit.part,
    )
    key = identity(entry)
    with begin(context.store, "add", context.now, context.today) as action:
        renew_identities(action)
        _refuse_twice(action, written)
        list_id = _by_hand(action, context)
        ordinal = 1 + max(lists.ordinals(action, list_id).values(), default=-1)
        given = {"minutes": edit.minutes, "title": title}
        by_hand = tuple(name for name, value in given.items() if value is not None)
        new = NewResource(
            key,
            entry,
            list_id,
            ordinal,
            by_hand=by_hand,
            labels_by_hand=changed_by_hand((), labels, ()),
        )
        number = resource_changes.add(action, [new], context.now)[key]
        lists.write_places(action, list_id, [(number, ordinal, entry)])
        action.describe(number, entry.title)
        return again(action, number)


def edit(context: Context, resource: Resource | str, wanted: Edit) -> Resource:
    """Change fields by hand; imports leave them alone from then on."""
    return edited(context, resource, wanted).resource


def ask(context: Context, resource: Resource | str, question: str) -> Changed:
    """Keep the person's own question to a resource; an empty one removes it."""
    return edited(context, resource, Edit(question=question))


def edited(context: Context, resource: Resource | str, wanted: Edit) -> Changed:
    """As `edit`, with the action that did it."""
    with begin(context.store, "edit", context.now, context.today) as action:
        resource = current(action, resource)
        given = _values(resource, wanted)
        values: dict[str, Any] = dict(given)
        changes = [
            *sorted(given),
            *let_go(action, resource, wanted.not_after),
            *put_after(action, resource, wanted.after),
            *_revisits(action, context, resource, wanted),
            *label(action, resource, wanted.labels, wanted.no_labels),
            *_when_read(action, resource, wanted.read_on),
        ]
        if not changes:
            raise BadInput("nothing to change: give a field, such as --title or --minutes")
        values |= _usual_minutes(resource, wanted)
        other = None
        if "url" in values:
            other, link = _new_link(action, context, resource, str(values["url"]))
            values |= link
            resource = again(action, resource.id)  # it may have got the places of another
        by_hand = set(OF_THE_LIST) & set(given)
        resource_changes.change(action, resource, resource._replace(**values), by_hand)
        if wanted.after or wanted.series is not None or wanted.part is not None:
            refuse_circle(action, resource)
        if wanted.reorders:
            from recall.usecases.planning.readings_anew import choose_readings_anew

            choose_readings_anew(context, action)
        if wanted.resizes:
            from recall.usecases.planning.readings_anew import give_other_minutes

            give_other_minutes(context, action, resource.id)
        return told(action, resource, ", ".join(changes))._replace(joined=other)


def note(context: Context, resource: Resource | str, text: str) -> Resource:
    """Set the note that is shown before the next visit; an empty one clears it."""
    with begin(context.store, "note", context.now, context.today) as action:
        resource = current(action, resource)
        resource_changes.write_note(action, resource, text)
        action.describe(resource.id, "cleared" if not text else "written")
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


def _usual_minutes(resource: Resource, wanted: Edit) -> dict[str, object]:
    """Return the new kind's default minutes, unless the minutes were given."""
    if wanted.kind is None or wanted.minutes is not None or is_given(resource):
        return {}
    return {"minutes": KIND_MINUTES[wanted.kind]}


def _new_link(
    action: Action, context: Context, resource: Resource, url: str
) -> tuple[Resource | None, dict[str, object]]:
    """Return the values for a new link. The identity stays: the list may keep the old link.

    A resource that has this link already, and no history, is joined into this one, and returned.
    """
    written = checked_url(url)
    canonical = canonical_url(written)
    other = resources.by_identity(action, bounded(canonical))
    values: dict[str, object] = {"url": written, "canonical_url": canonical}
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


def _refuse_twice(action: Action, url: str) -> None:
    for key in identities(url):
        there = resources.by_identity(action, bounded(key))
        if there is not None:
            raise RecallError(f"it is already in the library, as {there.id} {short(there.title)}")


def _by_hand(action: Action, context: Context) -> int:
    for one in lists.all_lists(action):
        if one.name == BY_HAND and one.path is None:
            return one.id
    return lists.add_list(action, BY_HAND, None, rules_version=RULES_VERSION, now=context.now)
