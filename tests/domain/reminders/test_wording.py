"""What a reminder says, in both languages, whatever a title holds."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recall.domain.reminders.wording import (
    Language,
    ReminderText,
    Waiting,
    actions,
    digest,
    language_of,
    nudge,
    unlocked,
)

LANGUAGES: st.SearchStrategy[Language] = st.sampled_from(["en", "zh"])


BOTH = Waiting(5, 16, [("动手学深度学习", 20)], ["动手学深度学习", "A", "B", "C"])


@pytest.mark.parametrize(
    ("waiting", "language", "title", "body"),
    [
        (
            BOTH,
            "en",
            "Today's revisits",
            "5 revisits, 16 min, and 动手学深度学习, 20 min · next: 动手学深度学习, A, B",
        ),
        (
            BOTH,
            "zh",
            "今天的重温",
            "5 项重温，16 分钟；动手学深度学习，20 分钟 · 接下来：动手学深度学习、A、B",
        ),
        (Waiting(1, 4, titles=["A"]), "en", "Today's revisit", "1 revisit, 4 min · next: A"),
        (Waiting(1, 4), "zh", "今天的重温", "1 项重温，4 分钟"),
        (Waiting(readings=[("A", 9)]), "en", "Today's revisits", "A, 9 min"),
        (Waiting(readings=[("A", 9), ("B", 6)]), "en", "Today's revisits", "2 readings, 15 min"),
        (Waiting(readings=[("A", 9), ("B", 6)]), "zh", "今天的重温", "2 项阅读，15 分钟"),
        (
            Waiting(1, 5, titles=["100% {} {0} %s"]),
            "en",
            "Today's revisit",
            "1 revisit, 5 min · next: 100% {} {0} %s",
        ),
        (Waiting(2, 8, titles=["\u200b \n"]), "en", "Today's revisits", "2 revisits, 8 min"),
    ],
)
def test_a_digest_says_what_the_plan_holds(
    waiting: Waiting, language: Language, title: str, body: str
) -> None:
    assert digest(waiting, language) == (title, body)


def test_a_nudge_says_that_nothing_is_done() -> None:
    assert nudge(Waiting(1, 4), "en").body == "Nothing done yet: 1 revisit, 4 min"
    assert nudge(Waiting(1, 4), "zh").body == "还没有开始：1 项重温，4 分钟"
    assert nudge(Waiting(), "en").body == "Nothing done yet"


@pytest.mark.parametrize(
    ("series", "title", "language", "text"),
    [
        ("CS336", "Scaling laws", "en", ("Next part unlocked", "CS336 · part 3: Scaling laws")),
        ("CS336", "缩放定律", "zh", ("下一部分已解锁", "CS336 · 第 3 部分：缩放定律")),
        ("", "", "en", ("Next part unlocked", "part 3")),
    ],
)
def test_an_unlocked_part_is_named(
    series: str, title: str, language: Language, text: tuple[str, str]
) -> None:
    assert unlocked(series, 3, title, language) == text


@pytest.mark.parametrize(
    ("title", "shown"),
    [
        ("a\x1b[31mb\x07", "ab"),
        ("a\u202eb\u2066c\u200fd", "abcd"),
        ("two\r\nlines\tand\u2028more", "two lines and more"),
        ("lone \ud800 half", "lone \ufffd half"),
        ("👩\u200d💻 code", "👩\u200d💻 code"),
    ],
)
def test_what_controls_or_hides_is_gone_from_a_title(title: str, shown: str) -> None:
    assert digest(Waiting(titles=[title]), "en").body == f"next: {shown}"
    assert digest(Waiting(readings=[(title, 5)]), "en").body == f"{shown}, 5 min"


@given(title=st.text(), series=st.text(), language=LANGUAGES)
def test_every_text_is_one_line_that_can_be_encoded(
    title: str, series: str, language: Language
) -> None:
    waiting = Waiting(1, 5, [(title, 5)], [title, title])
    texts: list[ReminderText] = [
        digest(waiting, language),
        nudge(waiting, language),
        unlocked(series, 1, title, language),
    ]
    for text in texts:
        assert text.title.isprintable()
        assert text.title
        assert text.body.encode()
        categories = {unicodedata.category(char) for char in text.body if char != "\u200d"}
        assert categories.isdisjoint({"Cc", "Cf", "Cs", "Zl", "Zp"})


def test_the_buttons_have_the_same_keys_in_each_language() -> None:
    assert [key for key, _ in actions("en")] == ["review", "snooze", "tomorrow"]
    assert [key for key, _ in actions("zh")] == ["review", "snooze", "tomorrow"]
    assert dict(actions("en"))["review"] == "Start review"


@pytest.mark.parametrize(
    ("locale", "language"),
    [
        ("zh_CN.UTF-8", "zh"),
        ("zh-Hans", "zh"),
        ("ZH", "zh"),
        ("en_US", "en"),
        ("C", "en"),
        ("", "en"),
    ],
)
def test_the_language_is_that_of_the_locale_where_it_is_known(
    locale: str, language: Language
) -> None:
    assert language_of(locale) == language
