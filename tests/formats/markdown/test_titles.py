"""Titles: markup off, meaning kept."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recall.formats.markdown.titles import clean, from_text, short


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("  two   spaces\tand\u3000wide ", "two spaces and wide"),
        ("GPT文章解析**", "GPT文章解析"),
        ("*【BBuf的CUDA笔记】*十三，OpenAI", "【BBuf的CUDA笔记】十三，OpenAI"),
        ("**bold** and ***both***", "bold and both"),
        ("A*算法", "A*算法"),
        ("Introduction to A*", "Introduction to A*"),
        ("C*-algebras", "C*-algebras"),
        ("a * b", "a * b"),
        ("5*5 and 2**3", "5*5 and 2**3"),
        ("* * *", ""),
        ("1**A*", "1A"),
        ("[[Deep Work]] and [[a/b|the rest]]", "Deep Work and the rest"),
        ("\x1b[31mred\x07\u202egnp\u200b", "[31mredgnp"),
        ("half \ud800 character", "half character"),
        ("🚀 家族 👨‍👩‍👧", "🚀 家族 👨‍👩‍👧"),
        ("", ""),
    ],
)
def test_a_title_is_clean_and_keeps_what_means_something(text: str, title: str) -> None:
    assert clean(text) == title


@pytest.mark.parametrize(
    ("text", "title", "rest"),
    [
        ("A title", "A title", ""),
        ("Title:", "Title", ""),
        ("：", "：", ""),
        (
            "A first sentence of some length. " + "More. " * 60,
            "A first sentence of some length.",
            "M",
        ),
        ("No. " + "word " * 60, "No. " + "word " * 38 + "word", "w"),
        ("字" * 300, "字" * 200, "字"),
    ],
)
def test_a_paragraph_is_cut_to_a_title(text: str, title: str, rest: str) -> None:
    found, left = short(text)
    assert (found, left[:1]) == (title, rest)


@given(st.text(st.sampled_from("aA1 *，【】词\x00\u202e\t"), max_size=40))
def test_cleaning_twice_changes_nothing_more(text: str) -> None:
    assert clean(clean(text)) == clean(text)


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (
            '[7] Hinton, G., et al. "A fast algorithm for nets." Neural (2006). [',
            "A fast algorithm for nets",
        ),
        ('What "attention is all" means [', 'What "attention is all" means'),
        ("Lee, A. ‘A Child’s Garden of Nets’. Nets 20 (2020).", "A Child’s Garden of Nets"),
        ("3. Deep residual learning (", "Deep residual learning"),
        ("论文题目：", "论文题目"),
        ("A long way of saying little. " * 9 + "Read the Dune essay ", "Read the Dune essay"),
        ("A long way of saying little. " * 9 + "See ", "A long way of saying little. See"),
        (" — Some title", "Some title"),
        ("[全角标题]（", "全角标题"),
        (":star: Title :fire:", "Title"),
    ],
)
def test_the_text_beside_a_link_gives_up_its_title(text: str, title: str) -> None:
    assert from_text(text) == title
