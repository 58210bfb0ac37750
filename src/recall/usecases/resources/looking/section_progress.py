"""How much is read of each section, those below it included."""

from recall.domain.library.resource import Section
from recall.domain.lists.section_names import as_tree
from recall.domain.statistics.list_progress import SectionProgress
from recall.storage.tables.results import recalled
from recall.usecases.context import Context


def section_progress(context: Context) -> list[SectionProgress]:
    """Return every section, parents before what is below them, else in list order.

    A resource counts in the section in which it stands first.
    """
    found: dict[Section, SectionProgress] = {}
    own = [one for one in recalled.sections(context.store) if one.section]
    for part in own:
        for length in range(1, len(part.section) + 1):
            above = part.section[:length]
            had = found.get(above, SectionProgress(above))
            found[above] = had.with_more(part)
    return [found[section] for section in as_tree(one.section for one in own)]
