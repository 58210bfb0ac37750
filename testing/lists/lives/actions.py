"""What the person does in recall."""

from collections.abc import Callable, Mapping

from recall.domain.library.card import Rating
from recall.usecases.rating import grading
from recall.usecases.resources import changing, joining, shelving
from recall.usecases.resources.changing import Edit
from testing.lists.lives.life import Life, Step


def read(life: Life, step: Step) -> None:
    """Read what is unread."""
    resource = life.resource(step.number)
    if resource.status == "unread":
        life.made.read(resource.title)


def grade(life: Life, step: Step) -> None:
    """Grade a revisit, also of what was not read here."""
    given = grading.Grade(Rating.GOOD, life.made.context.today)
    grading.grade(life.made.context, life.resource(step.number), given)


def archive(life: Life, step: Step) -> None:
    """Put a resource aside for good."""
    shelving.archive(life.made.context, life.resource(step.number))


def add(life: Life, step: Step) -> None:
    """Add a link to a section that there is."""
    link = f"https://mine.org/{step.number}"
    life.made.add(f"Mine {step.number}", life.section(step.other), link)


def add_new(life: Life, step: Step) -> None:
    """Add a link to a section of one's own."""
    link = f"https://mine.org/{step.number}"
    life.made.add(f"Mine {step.number}", (f"Shelf {step.other % 3}",), link)


def move(life: Life, step: Step) -> None:
    """Move a resource to a section that there is."""
    _move(life, step, Edit(section=" > ".join(life.section(step.other))))


def move_new(life: Life, step: Step) -> None:
    """Move a resource to a section of one's own."""
    _move(life, step, Edit(new_section=f"Shelf {step.other % 3}"))


def _move(life: Life, step: Step, wanted: Edit) -> None:
    resource = life.resource(step.number)
    changing.edit(life.made.context, resource, wanted)
    life.moved.add(str(resource.url))


def name(life: Life, step: Step) -> None:
    """Give a resource a title of one's own."""
    wanted = Edit(title=f"Called {step.other}")
    changing.edit(life.made.context, life.resource(step.number), wanted)


def join(life: Life, step: Step) -> None:
    """Make one resource of two."""
    old, new = life.resource(step.number), life.resource(step.other)
    joining.join(life.made.context, old, new)
    life.joined |= {str(old.url), str(new.url)}


ACTIONS: Mapping[str, Callable[[Life, Step], None]] = {
    "read": read,
    "grade": grade,
    "archive": archive,
    "add": add,
    "add new": add_new,
    "move": move,
    "move new": move_new,
    "name": name,
    "join": join,
}
