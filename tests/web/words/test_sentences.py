"""Sentences of the domain in the language of the page."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recall.web.words.sentences import KNOWN_SENTENCES, said
from recall.web.words.words import words_of

ENGLISH, CHINESE = words_of("en"), words_of("zh")


@pytest.mark.parametrize(
    ("sentence", "chinese"),
    [
        ("first revisit", "首次重温"),
        ("first revisit, 3 days overdue", "首次重温，过期 3 天"),
        ("1 day overdue; longer than the day", "过期 1 天；比一天的分钟数还长"),
        (
            "150 of 600 min, 25 %, about 23 sittings left",
            "600 分钟中的 150 分钟，25 %，大约还要读 23 次",
        ),
        ("20 min, stopped at good", "20 分钟，停在 good"),
        ("good, next 2026-12-03", "良好，下次 2026年12月3日 周四"),
    ],
)
def test_a_sentence_is_told_in_chinese(sentence: str, chinese: str) -> None:
    assert said(CHINESE, sentence) == chinese


def test_dates_are_written_for_people_in_english_too() -> None:
    assert said(ENGLISH, "good, next 2026-12-03") == "good, next Thu 3 Dec 2026"


@given(st.text(max_size=60))
def test_any_other_text_stays_as_it_is(text: str) -> None:
    assert said(ENGLISH, f"~{text}") == f"~{text}"


@pytest.mark.parametrize("sentence", KNOWN_SENTENCES)
def test_each_known_sentence_is_found(sentence: str) -> None:
    names = ("num", "all", "share", "left", "added", "again", "low", "high")
    values = dict.fromkeys(names, "7") | {"day": "2026-12-03", "also": "good", "what": "x"}
    values |= {"text": "x", "place": "x"}
    assert said(CHINESE, sentence % values) != sentence % values
