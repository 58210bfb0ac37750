"""Labels in the cells of a table."""

from recall.formats.markdown.tables.labels import labels_in


def test_labels_are_parted_by_commas_hashes_and_slashes_between_spaces() -> None:
    """A slash within a label stays."""
    assert labels_in(["speed, memory", "#gpu #tcp/ip", "a / b、c"]) == [
        *("speed", "memory", "gpu", "tcp/ip"),
        *("a", "b", "c"),
    ]


def test_a_label_counts_once_and_a_sentence_is_none() -> None:
    """The first one keeps its place; long texts are notes."""
    assert labels_in(["speed", "memory; speed", "long " * 20]) == ["speed", "memory"]
