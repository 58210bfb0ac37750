"""Putting labels on a resource and taking them off, by hand."""

from collections.abc import Iterable

from recall.domain.library.labels import LONGEST_LABEL, changed_by_hand, distinct, holds, with_hand
from recall.domain.library.resource import Resource
from recall.domain.lists.details import one_line
from recall.errors import BadInput
from recall.storage.actions import Action
from recall.storage.tables.changes import resources as resource_changes
from recall.storage.tables.resources import labels_by_hand, labels_in_use
from recall.usecases.context import Context


def checked(labels: Iterable[str]) -> tuple[str, ...]:
    """Return labels as they are kept, each once; BadInput for an empty or a very long one."""
    found = distinct(one_line(label) for label in labels)
    for label in found:
        if not label:
            raise BadInput("an empty label says nothing; give a word")
        if len(label) > LONGEST_LABEL:
            raise BadInput(
                f"'{label[:20]}…' is too long for a label; at most {LONGEST_LABEL} characters"
            )
    return found


def label(
    action: Action, resource: Resource, put: Iterable[str], taken: Iterable[str]
) -> list[str]:
    """Put labels on and take others off, which imports respect; return what was done, in words.

    BadInput for one that is to be taken off and is not there.
    """
    put, taken = checked(put), checked(taken)
    for word in taken:
        if not holds(resource.labels, word):
            there = f"it has {', '.join(resource.labels)}" if resource.labels else "it has none"
            raise BadInput(f"{resource.id} has no label '{word}'; {there}")
    if not put and not taken:
        return []
    by_hand = changed_by_hand(labels_by_hand(action, resource.id), put, taken)
    labels = with_hand(resource.labels, by_hand)
    resource_changes.write_labels(action, resource, labels, by_hand)
    return ["labels"]


def all_labels(context: Context) -> list[str]:
    """Return every label of the library once, in order."""
    return sorted(distinct(labels_in_use(context.store)), key=str.casefold)
