"""A small library in which anything was done and laid down, by chance, as a person might."""

from contextlib import suppress
from datetime import timedelta
from random import Random

from recall.domain.library.card import Rating
from recall.errors import BadInput, RecallError
from recall.usecases.context import Context
from recall.usecases.planning.sections import lay_down
from recall.usecases.rating.grading import Grade, grade, sit
from recall.usecases.resources.changing import Edit, edit
from recall.usecases.resources.shelving import archive, postpone, suspend
from testing.libraries.factories import NOW, at, catalog, entries, entry, everything

LISTED = catalog(
    *entries(9, read=6, minutes=24),
    entry("Long", minutes=200),
    *(entry(f"Part {number}", series="S", part=number, minutes=15) for number in range(1, 5)),
    entry("Longer", minutes=300, section=("Other",)),
    entry("Short", minutes=5, section=("Other", "Below")),
    entry("Elsewhere", minutes=12, section=("Last",)),
)
"""Six resources that are read, a series, two long readings, and four sections."""


def lives_a_while(context: Context, random: Random) -> Context:
    """Some days of anything: graded, sat over, put off, put aside; the last day half done."""
    day = 0
    for day in range(random.randint(1, 12)):
        context = at(context, NOW + timedelta(day))
        for resource in random.sample(everything(context), 3):
            given = Grade(random.choice(list(Rating)), context.today, random.randint(1, 40))
            with suppress(BadInput):  # it cannot be done with all
                match random.choice(["aside", "later", "later", "read", "read", "read", "sit"]):
                    case "aside":
                        random.choice((suspend, archive))(context, resource)
                    case "later":
                        postpone(context, resource, context.today + timedelta(random.randint(1, 9)))
                    case "read":
                        grade(context, resource, given)
                    case _:
                        sit(context, resource, given)
    return at(context, NOW + timedelta(day + random.choice((0, 0, 1, 9))))


def lays_down(context: Context, random: Random) -> None:
    """Turns, deadlines, priorities and prerequisites, some of which cannot be."""
    for _ in range(random.randint(0, 5)):
        section = random.choice(("Section", "Other", "Below", "Last"))
        turn = random.choice(("first", "later", "hold", "normal"))
        deadline = random.choice((None, context.today + timedelta(random.randint(0, 30))))
        resource, other = random.sample(everything(context), 2)
        with suppress(RecallError):  # on hold by a deadline, round in a circle, or there already
            lay_down(context, section, turn, deadline)
            priority = random.choice(("high", "low", None))
            edit(context, resource, Edit(priority=priority, after=(other.id,)))
