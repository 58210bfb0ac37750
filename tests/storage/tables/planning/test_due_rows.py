"""What is due as plain rows, for a day on which there is far too much of it."""

from datetime import timedelta

from recall.domain.library.card import Rating
from recall.storage.actions import begin
from recall.storage.tables.planning.due_rows import DueRow, due_rows
from recall.usecases.context import Context
from recall.usecases.rating.grading import Grade, grade
from testing.libraries.factories import NOW, TODAY, titled


def test_all_that_is_due_is_told_with_its_memory(library: Context) -> None:
    memory = grade(
        library, titled(library, "Resource 1"), Grade(Rating.AGAIN, TODAY)
    ).resource.card.memory
    assert memory is not None
    with begin(library.store, "edit", NOW, TODAY) as action:
        action.update("resource", 2, {"priority": "high", "minutes": 90})
        action.update("resource", 3, {"status": "suspended", "due": TODAY})
    tomorrow = TODAY + timedelta(1)
    unknown = DueRow(2, None, None, None, 90, "high")
    known = DueRow(1, memory.stability, memory.difficulty, TODAY, 20, "normal")
    assert due_rows(library.store, TODAY) == [unknown]
    assert sorted(due_rows(library.store, tomorrow)) == [known, unknown]
