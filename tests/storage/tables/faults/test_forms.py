"""Texts that stand for something else are read as the commands read them, or are none."""

from collections.abc import Callable

import pytest

from recall.domain.memory.scheduling import DEFAULT_WEIGHTS
from recall.storage.tables.faults import forms
from recall.storage.tables.syncing.packing import packed

WEIGHTS = f"[{', '.join(map(repr, DEFAULT_WEIGHTS))}]"

CASES: list[tuple[Callable[[str], bool], list[str], list[str]]] = [
    (forms.is_section, ["", "A", "A\x1fB"], ["\x1f", "A\x1f "]),
    (forms.is_language, ["", "en", "zho"], ["EN", "engl"]),
    (forms.is_partial_date, ["2024", "2024-05"], ["this week", "May"]),
    (forms.is_when_read, ["2024-05-01", "longer"], ["soon"]),
    (forms.is_lines, ["", "a\nb"], ["a\n\nb", " "]),
    (forms.is_links, ["code\tx\thttps://a.example"], ["code\tx", "odd\tx\ty", "code\tx\t"]),
    (forms.is_labels_by_hand, ["+a\n-b"], ["a", "+", "+ "]),
    (forms.is_choice, ['{"base": "b", "sections": ["s"]}'], ["[", "[]", '{"sections": [1]}']),
    (forms.is_weights, [WEIGHTS], ["[1]", WEIGHTS.replace("[0.212", "[101.0")]),
    (forms.is_mixture, ["0.1 0.2 1.0 0.0 0.0"], ["", "1 2", "nan 0 0 0 0"]),
    (forms.is_mixture_or_none, ["", "0.1 0.2 1.0 0.0 0.0"], ["x"]),
    (forms.is_packed, [packed(b"text")], ["x", "eA=="]),
    (forms.is_packed_or_none, ["", packed(b"text")], ["x"]),
    (forms.is_entries, [packed(b'[["k", "", "t", [], 1]]')], ["x", packed(b"{"), packed(b"[1]")]),
    (forms.is_entries_or_none, ["", packed(b"[]")], ["x"]),
    (forms.is_own_lines, [packed(b"[[], []]")], ["x", packed(b"[1]")]),
    (forms.is_digest, ["0" * 64], ["0", "g" * 64]),
]


@pytest.mark.parametrize(("form", "good", "bad"), CASES, ids=[row[0].__name__ for row in CASES])
def test_a_form_is_told(form: Callable[[str], bool], good: list[str], bad: list[str]) -> None:
    assert [one for one in good if not form(one)] == []
    assert [one for one in bad if form(one)] == []
