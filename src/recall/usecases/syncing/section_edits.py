"""What the file of a list has done with its sections since it and the library last agreed."""

from collections.abc import Sequence

from recall.domain.library.resource import Section
from recall.domain.lists.details import storable
from recall.domain.lists.renamed_sections import SectionChange, with_above
from recall.domain.lists.syncing.standing import sections_before
from recall.errors import RecallError
from recall.formats.markdown.editing.places import is_within
from recall.storage.actions import Action
from recall.storage.tables.syncing import agreements, moved_places
from recall.storage.tables.syncing.agreements import Agreement
from recall.storage.tables.syncing.files import ListFile
from recall.usecases.lists.importing import Compared
from recall.usecases.lists.renamed_sections import EditedSections, SectionsNow
from recall.usecases.lists.section_moves import RuleMoves
from recall.usecases.syncing.file_side import side_of
from recall.usecases.syncing.merging import Sides


def edited_sections(sides: Sides, agreed: Agreement, name: str) -> EditedSections:
    """Return where the readings of a file stood at the last agreement, and where they stand now."""
    before: dict[str | None, list[Section]] = {}
    now: dict[str | None, list[Section]] = {}
    for entry in sides.base or ():
        before.setdefault(entry.key, []).append(_stored(entry.section))
    for item, key in zip(sides.side.parsed.items, sides.keys, strict=True):
        now.setdefault(key, []).append(_stored(item.section))
    readings = [
        SectionChange(old, new)
        for key, stood in before.items()
        if len(stood) == len(now.get(key, ()))
        for old, new in zip(stood, now[key], strict=True)
    ]
    stands = {resource.id: now[key] for key, resource in sides.known.items() if key in now}

    def headings_before() -> Sequence[Section]:
        try:
            side = side_of(agreed.data, agreed.path, name, sides.side.options)
        except RecallError:  # it was read otherwise then
            return ()
        return tuple(map(_stored, side.parsed.sections))

    headings = tuple(map(_stored, sides.side.parsed.sections))
    return EditedSections(readings, stands, headings, headings_before)


def follow_back(action: Action, sides: Sides, file: ListFile, name: str) -> bool:
    """Let what an undo put back into a section follow the name that the file gave it since.

    Return whether there was any.
    """
    there = with_above(_stored(section) for section in sides.side.parsed.sections)
    lost = {one: ids for one, ids in _put_back(sides).items() if one and one not in there}
    found: dict[int, Section] = {}
    states = agreements.states(action, file.list_id, file.machine) if lost else ()
    for state in states:
        above = _sections_above(state)
        stood = [one for one in lost if one in above]
        if stood:
            edited = edited_sections(sides._replace(base=state.entries), state, name)
            sections_now = SectionsNow(edited)
        for section in stood:
            now = sections_now.where(section)
            found |= dict.fromkeys(lost.pop(section), now) if now is not None else {}
        if not lost:
            break
    found |= _as_taken_out(sides, [number for numbers in lost.values() for number in numbers])
    moved_places.stand(action, file.list_id, found)
    return bool(found)


def _as_taken_out(sides: Sides, numbers: Sequence[int]) -> dict[int, Section]:
    """Return the sections where recall took the lines of resources out to move them, as named now.

    That is known longer than what the file said. A line that was moved twice is not looked at.
    """
    lines = {line.key: line for line in sides.own.lines}
    found: dict[int, Section] = {}
    for key, resource in sides.known.items():
        place = sides.own.moved_from(lines[key]) if resource.id in numbers and key in lines else ()
        if place and all(step.before is not None for step in place[-1].steps):
            around = _section_around(place[-1].below, sides)
            found |= {} if around is None else {resource.id: around}
    return found


def _section_around(below: int, sides: Sides) -> Section | None:
    """Return the section in which what follows a line of the file stands; None if in none."""
    every, bodies = sides.side.parsed.sections, sides.side.bodies
    found = (section for section in every if is_within(below, section, every, bodies))
    return next(map(_stored, found), None)


def _put_back(sides: Sides) -> dict[Section, list[int]]:
    """Return the sections to which the library moved by itself what the file left, with the IDs."""
    before = sections_before(sides.base or ())
    found: dict[Section, list[int]] = {}
    for item, key in zip(sides.side.parsed.items, sides.keys, strict=True):
        resource = sides.known.get(key or "")
        if resource is None or resource.gone or resource.is_moved or len(resource.here) != 1:
            continue
        if _stored(item.section) == before.get(key or ""):
            found.setdefault(resource.here[0].section, []).append(resource.id)
    return found


def _sections_above(state: Agreement) -> set[Section]:
    return with_above(_stored(entry.section) for entry in state.entries)


def with_rules(found: Compared, earlier: RuleMoves) -> Compared:
    """Return a comparison with the rules that followed their sections before lines were added.

    A new line in a renamed section looks as if that had been there already.
    """
    moved = {move.rule for move in earlier.moves}
    orphans = tuple(rule for rule in found.rules.orphans if rule not in moved)
    return found._replace(rules=RuleMoves(earlier.moves, orphans))


def _stored(section: Section) -> Section:
    return tuple(map(storable, section))
