"""Shell completion of resources. It never fails, and never creates a library."""

from typing import TYPE_CHECKING, TypeVar

from recall.domain.text.plain import plain

if TYPE_CHECKING:
    from collections.abc import Callable

    from recall.usecases.context import Context

Answer = TypeVar("Answer")

LIMIT = 500


def resources(incomplete: str) -> list[tuple[str, str]]:
    """Return IDs that begin with the text, with titles; shells only offer prefix matches."""
    from recall.usecases.find import ids_beginning

    offered = _asked(lambda context: ids_beginning(context.store, incomplete, LIMIT))
    return [(str(resource.id), plain(resource.title)) for resource in offered]


def labels(incomplete: str) -> list[str]:
    """Return the labels in use that begin with the text."""
    from recall.usecases.resources.labeling import all_labels

    offered = [plain(label) for label in _asked(all_labels)]
    return [label for label in offered if label.startswith(incomplete)][:LIMIT]


def sections(incomplete: str) -> list[str]:
    """Return the headings of sections that begin with the text."""
    from recall.usecases.resources.standing import headings

    offered = map(plain, _asked(lambda context: headings(context.store)))
    return [heading for heading in offered if heading.startswith(incomplete)][:LIMIT]


def _asked(question: "Callable[[Context], list[Answer]]") -> "list[Answer]":
    """Return what the library answers; nothing if there is no library that can be read."""
    from recall.cli.environment import Environment
    from recall.errors import RecallError
    from recall.usecases.upkeep.opening import existing_library

    environment = Environment()
    try:
        url, settings, now = environment.database_url, environment.settings, environment.now
        with existing_library(url, settings, now) as context:
            return question(context)
    except RecallError:
        return []
