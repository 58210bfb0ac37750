"""A remark behind a title is no part of it, but an edition, a subtitle or a year is."""

import pytest

from recall.formats.markdown.works.leading.behind import without_remark


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Oaks (1979, Ann Lee)", "Oaks"),
        ("Oaks (2002, Ann Lee) the wrong one", "Oaks"),
        ("Oaks (Ann Lee, 1979)", "Oaks"),
        ("Fine oaks (Lee et al., eLife 2021), real science!", "Fine oaks"),
        ("Fine oaks (via Ann)", "Fine oaks"),
        ("Fine oaks (in German, translate)", "Fine oaks"),
        ("Fine oaks (8장)", "Fine oaks"),
        ("Fine oaks (ch. 3, 4)", "Fine oaks"),
        ("树的故事（不推荐）", "树的故事"),
        ("Fine oaks -- hard to read, take it slowly", "Fine oaks"),
        ("Fine oaks (ECCV 2018) 还没找到好的讲解", "Fine oaks"),
        ("Fine oaks (a story, ", "Fine oaks"),
        ("Fine oaks (1979)", "Fine oaks (1979)"),
        ("Fine oaks (1995, May)", "Fine oaks (1995, May)"),
        ("Fine oaks (2nd Edition)", "Fine oaks (2nd Edition)"),
        ("Fine oaks (read aloud)", "Fine oaks (read aloud)"),
        ("Fine oaks -- A Life", "Fine oaks -- A Life"),
        ("(1979, Ann Lee)", "(1979, Ann Lee)"),
    ],
)
def test_a_remark_is_left_out(text: str, title: str) -> None:
    assert without_remark(text) == title
