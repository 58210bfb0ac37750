"""Sentences of the domain in the language of the page."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recall.domain.memory.in_words import person_in_words
from recall.domain.memory.length import MemoryLength
from recall.web.words.sentences import KNOWN_SENTENCES, said
from recall.web.words.tables.page_sentences import PAGE_SENTENCES
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
        (
            "Due today, 3rd of 5 in line; today is a day off.",
            "今天到期，排在 5 个中的第 3 位；今天休息。",
        ),
        (
            "Due today, 1st of 1 in line; it takes 12 min, and 10 are free today.",
            "今天到期，排在 1 个中的第 1 位；它要 12 分钟，今天只空着 10 分钟。",
        ),
        (
            "Due today; its 4 min fit no day of 1 min; 'recall more' adds it.",
            "今天到期；它要 4 分钟，放不进只有 1 分钟的一天；“今天再加一些”会加上它。",
        ),
        (
            "Not due before 2026-12-03, in 4 days. Read 2026-03, as you said.",
            "2026年12月3日 周四之前不到期，还有 4 天。你说过读于 2026-03。",
        ),
        (
            "After 7 A; b and 3 more; at this pace about June 2027.",
            "排在 7 A; b 和另外 3 个之后；按现在的速度大约在 2027年6月。",
        ),
        (
            "Number 2 of 5 in today's plan: read, 30 min, begun; beyond today's 45 min.",
            "今天计划里 5 个中的第 2 个：初读，30 分钟，已开始；超出今天的 45 分钟。",
        ),
    ],
)
def test_a_sentence_is_told_in_chinese(sentence: str, chinese: str) -> None:
    assert said(CHINESE, sentence) == chinese


def test_dates_are_written_for_people_in_english_too() -> None:
    assert said(ENGLISH, "good, next 2026-12-03") == "good, next Thu 3 Dec 2026"


@given(st.text(max_size=60))
def test_any_other_text_stays_as_it_is(text: str) -> None:
    assert said(ENGLISH, f"~{text}") == f"~{text}"


@pytest.mark.parametrize("sentence", [*KNOWN_SENTENCES, *(one for one, _ in PAGE_SENTENCES)])
def test_each_known_sentence_is_found(sentence: str) -> None:
    names = ("num", "all", "share", "left", "added", "again", "low", "high")
    values = dict.fromkeys(names, "7") | {"day": "2026-12-03", "also": "good", "what": "x"}
    values |= {"name": "x", "least": "0.7"}
    values |= dict.fromkeys(("text", "place", "title", "most", "when"), "x")
    values |= {"since": "2026-12-01", "end": "2026-12-09", "how": "good", "nth": "3rd"}
    values |= {"about": "14 March"}
    assert said(CHINESE, sentence % values) != sentence % values


@pytest.mark.parametrize("longer", [0.99, 0.9, 0.7, 0.3, 0.1, 0.01])
@pytest.mark.parametrize("factor", [0.5, 1.0, 1.8])
def test_what_is_told_of_a_persons_memory_is_told_in_chinese(longer: float, factor: float) -> None:
    length = MemoryLength(times=1.4, longer=longer, shorter=1 - longer)
    english = person_in_words(length, factor) or ""
    assert not re.search("[A-Za-z]", said(CHINESE, english))
