"""What a reminder says, in both languages, whatever a title holds."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recall.domain.reminders.wording import (
    Language,
    ReminderText,
    actions,
    digest,
    language_of,
    nudge,
    unlocked,
)

LANGUAGES: st.SearchStrategy[Language] = st.sampled_from(["en", "zh"])


@pytest.mark.parametrize(
    ("due", "minutes", "upcoming", "language", "text"),
    [
        (3, 25, "VLLM论文", "en", ("Today's revisits", "3 due · ~25 min · next: VLLM论文")),
        (1, 1, "VLLM论文", "en", ("Today's revisit", "1 due · ~1 min · next: VLLM论文")),
        (3, 25, "VLLM论文", "zh", ("今天的重温", "3 项到期 · 约 25 分钟 · 下一项：VLLM论文")),
        (0, 25, "A", "en", ("Today's revisits", "~25 min · next: A")),
        (2, 0, "", "en", ("Today's revisits", "2 due")),
        (2, 0, "\u200b \n", "zh", ("今天的重温", "2 项到期")),
        (
            1,
            5,
            "100% {} {0} %s",
            "en",
            ("Today's revisit", "1 due · ~5 min · next: 100% {} {0} %s"),
        ),
    ],
)
def test_a_digest_says_what_there_is_and_no_zeros(
    due: int, minutes: int, upcoming: str, language: Language, text: tuple[str, str]
) -> None:
    assert digest(due, minutes, upcoming, language) == text


@pytest.mark.parametrize(
    ("due", "minutes", "language", "body"),
    [
        (3, 25, "en", "Nothing done yet: 3 due · ~25 min · next: A"),
        (0, 25, "zh", "还没有开始：约 25 分钟 · 下一项：A"),
    ],
)
def test_a_nudge_says_that_nothing_is_done(
    due: int, minutes: int, language: Language, body: str
) -> None:
    assert nudge(due, minutes, "A", language).body == body


def test_a_nudge_with_nothing_planned_has_no_colon() -> None:
    assert nudge(0, 0, "", "en").body == "Nothing done yet"


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
    assert digest(0, 0, title, "en").body == f"next: {shown}"


@given(title=st.text(), series=st.text(), language=LANGUAGES)
def test_every_text_is_one_line_that_can_be_encoded(
    title: str, series: str, language: Language
) -> None:
    texts: list[ReminderText] = [
        digest(1, 5, title, language),
        nudge(1, 5, title, language),
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
