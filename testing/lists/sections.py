"""Readings in a few sections and the rules of these sections, for tests."""

from datetime import date, timedelta

from recall.domain.library.resource import Place, Section
from recall.usecases.context import Context
from recall.usecases.planning.sections import SectionStanding, standings
from testing.libraries.factories import TODAY, catalog, entry, make_library
from testing.libraries.planned_days import planned_anew

GPU, CUDA, RUST = ("R", "GPU"), ("R", "GPU", "CUDA"), ("R", "Rust")


def in_sections(database_url: str) -> Context:
    """Make four readings of ten minutes in R and three sections of it, one of them in two."""
    listed = catalog(
        entry("Plain", minutes=10, section=("R",)),
        entry("GPU", minutes=10, section=GPU),
        entry("CUDA", minutes=10, section=CUDA),
        entry("Both", minutes=10, places=[Place(GPU, "Both"), Place(RUST, "Both")]),
    )
    return make_library(database_url, listed)


def days(number: int) -> date:
    """Return the date a number of days after TODAY."""
    return TODAY + timedelta(days=number)


def reasons(context: Context) -> list[str]:
    """Return why each reading stands in a plan of today as it would be made now, in order."""
    return [visit.reason for visit in planned_anew(context) if visit.task != "revisit"]


def stands(context: Context) -> dict[Section, SectionStanding]:
    """Return every section with its rule and its unread resources."""
    return {standing.section: standing for standing in standings(context)}
