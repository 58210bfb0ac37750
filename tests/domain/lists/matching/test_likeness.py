"""Which titles are equal, nearly equal, similar or unlike, and which no two works have."""

import pytest

from recall.domain.lists.matching.likeness import (
    LONGEST_COMPARED,
    Likeness,
    is_specific,
    likeness,
    without_one,
)

PAIRS = [
    (Likeness.EQUAL, "Attention Is All You Need", "attention is all you need"),
    (Likeness.EQUAL, "**The GPU**, explained", "The GPU explained"),
    (Likeness.EQUAL, "GPU 优化", "ＧＰＵ优化"),
    (Likeness.EQUAL, "Data base", "Database"),
    (
        Likeness.NEAR,
        "Desinging Data-Intensive Applications",
        "Designing Data-Intensive Applications",
    ),
    (Likeness.NEAR, "A history of transformer", "A history of transformers"),
    (Likeness.NEAR, "Design patterns for data bases", "Design patterns for databasses"),
    (Likeness.NEAR, "深人理解计算机系统", "深入理解计算机系统"),
    (Likeness.SIMILAR, "Deep Learning", "Deep Learning, 2nd edition"),
    (Likeness.SIMILAR, "Dune", "Dune: part two, 2"),
    (Likeness.PART, "Dune", "Dune — Frank Herbert"),
    (Likeness.PART, "Dune", "Dune - see also the film"),
    (Likeness.PART, "Dune", "Dune by Frank Herbert"),
    (Likeness.PART, "Dune", "Dune (1965)"),
    (Likeness.PART, "Dune", "Frank Herbert: Dune"),
    (Likeness.PART, "深入理解计算机系统", "深入理解计算机系统（机械工业出版社）"),
    (Likeness.SIMILAR, "深入理解计算机系统", "深入理解计算机系统（第三版）"),
    (Likeness.SIMILAR, "Deep Learning", "Deep Learning with Python"),
    (Likeness.SIMILAR, "Learning", "Self-Learning machines"),
    (Likeness.SIMILAR, "Attention is all you need", "All you need is attention now"),
    (Likeness.SIMILAR, "Supervised learning at last", "Unsupervised learning at last"),
    (Likeness.SIMILAR, "正则表达式入门教程", "正则表达式进阶教程"),
    (Likeness.UNLIKE, "Lecture 3", "Lecture 4"),
    (Likeness.UNLIKE, "Deep Learning Lecture 3", "Deep Learning Lecture 4"),
    (Likeness.UNLIKE, "Part II of the talk", "Part III of the talk"),
    (Likeness.UNLIKE, "大模型推理优化上篇", "大模型推理优化下篇"),
    (Likeness.UNLIKE, "Programming in C", "Programming in D"),
    (Likeness.UNLIKE, "Dune", "Dunes"),
    (Likeness.EQUAL, "pdf", "PDF"),
    (Likeness.UNLIKE, "…", "…"),
    (Likeness.UNLIKE, "pdf", "pdfs"),
    (Likeness.UNLIKE, "The Rust book", "link"),
    (Likeness.UNLIKE, "A memory allocator", "Paging through the ages"),
]


@pytest.mark.parametrize(("how", "one", "other"), PAIRS)
def test_how_alike_two_titles_are(how: Likeness, one: str, other: str) -> None:
    assert likeness(one, other) is how
    assert likeness(other, one) is how


def test_signs_that_tell_languages_apart_count() -> None:
    assert likeness("Programming in C", "Programming in C++") < Likeness.NEAR


@pytest.mark.parametrize(
    ("title", "specific"),
    [
        ("Introduction", False),
        ("Dune", False),
        ("Release notes", False),
        ("Attention is all you need", True),
        ("Reinforcement learning", True),
        ("深入理解计算机系统", True),
        ("论文精读", False),
    ],
)
def test_a_title_that_no_two_works_have_by_chance(title: str, specific: bool) -> None:
    assert is_specific(title) is specific


def test_titles_that_differ_in_a_word_have_a_spelling_in_common() -> None:
    assert set(without_one("a b c")) & set(without_one("a x c")) == {"a c"}
    assert set(without_one("a b")) & set(without_one("a b c")) == {"a b"}


def test_a_very_long_title_has_one_spelling() -> None:
    assert len(without_one("word " * LONGEST_COMPARED)) == 1
    assert len(without_one("word")) == 1
