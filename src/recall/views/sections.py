"""What is left to read in each section, and what is laid down for it."""

from typing import NamedTuple

from recall.usecases.context import Context
from recall.usecases.planning.sections import LaidDown, SectionStanding, below, standings


class SectionsView(NamedTuple):
    """Sections in the order of their lists."""

    standings: list[SectionStanding]

    def as_json(self) -> dict[str, object]:
        """Return what `recall section --json` prints."""
        return {"sections": [section_as_json(standing) for standing in self.standings]}


def sections_view(context: Context, section: str | None = None) -> SectionsView:
    """Return all sections, or those that a fragment of a path means and those below them."""
    every = standings(context)
    return SectionsView(every if section is None else below(every, section))


def laid_down_as_json(laid_down: LaidDown) -> dict[str, object]:
    """Return what the action that lays something down prints of its own."""
    return {"changed": laid_down.changed, "section": section_as_json(laid_down.standing)}


def section_as_json(standing: SectionStanding) -> dict[str, object]:
    """Return one section."""
    rule = standing.rule
    return {
        "section": list(standing.section),
        "turn": rule.turn,
        "deadline": None if rule.deadline is None else rule.deadline.isoformat(),
        "laid_down_for": list(rule.section),
        "unread": standing.unread,
        "minutes_left": standing.minutes,
        "minutes_a_day": standing.a_day,
    }
