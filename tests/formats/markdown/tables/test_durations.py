"""Durations in the cells of a table."""

from recall.formats.markdown.tables.durations import minutes_in


def test_a_unit_in_the_cell_counts_before_the_head() -> None:
    """The head only tells the unit of a number alone."""
    assert minutes_in("25 min", "Hours") == 25


def test_a_number_alone_counts_minutes_or_hours_by_its_head() -> None:
    """Half hours are hours too."""
    assert minutes_in("~40", "Length") == 40
    assert minutes_in("1.5", "Time (hours)") == 90


def test_no_number_and_zero_tell_nothing() -> None:
    """A length of zero is not filled in."""
    assert minutes_in("long", "Length") is None
    assert minutes_in("0", "Length") is None
