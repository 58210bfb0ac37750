"""What the file of a list has done with its sections since it and the library last agreed."""

from collections.abc import Sequence

from recall.domain.library.resource import Section
from recall.domain.lists.details import storable
from recall.domain.lists.renamed_sections import Stood
from recall.errors import RecallError
from recall.storage.tables.syncing.agreements import Agreement
from recall.usecases.lists.importing import Compared
from recall.usecases.lists.renamed_sections import EditedSections
from recall.usecases.lists.section_moves import RuleMoves
from recall.usecases.syncing.file_side import side_of
from recall.usecases.syncing.merging import Sides


def edited_sections(sides: Sides, agreed: Agreement, name: str) -> EditedSections:
    """Return where the readings of a file stood at the last agreement, and where they stand now."""
    before: dict[str | None, list[Section]] = {}
    now: dict[str | None, list[Section]] = {}
    for one in sides.base or ():
        before.setdefault(one.key, []).append(_stored(one.section))
    for item, key in zip(sides.side.parsed.items, sides.keys, strict=True):
        now.setdefault(key, []).append(_stored(item.section))
    readings = [
        Stood(old, new)
        for key, stood in before.items()
        if len(stood) == len(now.get(key, ()))
        for old, new in zip(stood, now[key], strict=True)
    ]
    stands = {one.id: now[key] for key, one in sides.known.items() if key in now}

    def headings_before() -> Sequence[Section]:
        try:
            side = side_of(agreed.data, agreed.path, name, sides.side.options)
        except RecallError:  # it was read otherwise then
            return ()
        return tuple(map(_stored, side.parsed.sections))

    headings = tuple(map(_stored, sides.side.parsed.sections))
    return EditedSections(readings, stands, headings, headings_before)


def with_rules(found: Compared, earlier: RuleMoves) -> Compared:
    """Return a comparison with the rules that followed their sections before lines were added.

    A new line in a renamed section looks as if that had been there already.
    """
    moved = {one.rule for one in earlier.moves}
    orphans = tuple(rule for rule in found.rules.orphans if rule not in moved)
    return found._replace(rules=RuleMoves(earlier.moves, orphans))


def _stored(section: Section) -> Section:
    return tuple(map(storable, section))
