"""Says what imports would do, without doing them."""

from collections.abc import Sequence
from contextlib import suppress

from recall.storage.actions import Abandoned, alone
from recall.usecases.context import Context
from recall.usecases.lists.importing import Tell, import_catalog
from recall.usecases.lists.report import Report
from recall.usecases.lists.which_list import Source


def rehearse(
    context: Context, sources: Sequence[Source], tell: Tell = lambda _: None
) -> list[Report]:
    """Return what the import of each list would do after those before it, and write nothing."""
    reports: list[Report] = []
    with suppress(Abandoned), alone(context.store) as connection:
        inside = context._replace(store=context.store.within(connection))
        for number, source in enumerate(sources, 1):
            reports.append(import_catalog(inside, source._replace(dry_run=True), tell))
            if number < len(sources):
                import_catalog(inside, source._replace(dry_run=False))
        raise Abandoned
    return reports
