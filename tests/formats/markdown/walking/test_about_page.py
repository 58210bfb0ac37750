"""Lines about the page of a list: who teaches, where to hand in, what came before."""

import pytest

from recall.domain.library.catalog import ReadOptions
from recall.formats.markdown.reader import parse
from recall.formats.markdown.walking.about_page import ABOUT_PAGE
from recall.formats.markdown.works.introduction import INTRODUCTION
from recall.formats.markdown.works.people import PERSON

TREES = "# Trees\n\n## Week 1\n\n- [Oaks](https://ex.com/1)\n- [Elms](https://ex.com/2)\n\n"


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("**Instructor:** Prof. A. Lee ([home page](https://x.org/~lee/))", PERSON),
        ("Lecturer: [Ann Lee](https://x.org/lee)", PERSON),
        ("- TA: [Bob Ray](https://x.org/ray)", PERSON),
        ("- 任课教师：[李安](https://x.org/li)", PERSON),
        ("講師：[山田 太郎](https://x.org/yamada)", PERSON),
        ("Play me: [x.org/@/ann](https://x.org/@/ann)", PERSON),
        ("Our accounts: [mine](https://x.org/ann), [Bob](https://x.org/bob)", PERSON),
        ("Mis cuentas: [una](https://x.org/ann)", PERSON),
        ("That is all. Older issues are in the [archive](https://x.org/old).", ABOUT_PAGE),
        ("往期见[这里](https://x.org/old)", ABOUT_PAGE),
        ("Late policy as in the [syllabus](https://x.org/s.pdf).", ABOUT_PAGE),
        ("**First essay due** [Thursday](https://x.org/t)", ABOUT_PAGE),
        ("Note: The book files can be found on [A Site](https://x.org/d)", ABOUT_PAGE),
        ("Inspired by my friend's [Reading List](https://x.org/l)", INTRODUCTION),
    ],
)
def test_a_line_about_the_page_is_no_reading_and_is_told(line: str, reason: str) -> None:
    found = parse(TREES + line)
    assert [item.title for item in found.items] == ["Oaks", "Elms"]
    assert {skipped.reason for skipped in found.skipped} == {reason}


@pytest.mark.parametrize(
    "line",
    [
        "Lecturer: Bob Ray, [How old firs grow](https://x.org/3)",
        "My website: [How old firs grow](https://x.org/3)",
        "Growth is due to light, says [How old firs grow](https://x.org/3)",
        "Inspired by [How old firs grow](https://x.org/3)",
        "Previous: [How old firs grow](https://x.org/3)",
        "Due Monday: [How old firs grow](https://x.org/3)",
        "Drug policy: [How old firs grow](https://x.org/3)",
        "Ann Lee, earlier letters: [How old firs grow](https://x.org/3)",
        "Based on true events: [How old firs grow](https://x.org/3)",
        "Find me: [How old firs grow](https://x.org/3)",
    ],
)
def test_a_title_in_a_line_that_looks_so_is_a_reading(line: str) -> None:
    assert "How old firs grow" in [item.title for item in parse(TREES + line).items]


def test_the_lines_beside_it_are_still_read() -> None:
    line = "Instructor: [Ann Lee](https://x.org/lee)\n[Old firs](https://x.org/3)"
    titles = [item.title for item in parse(TREES + line, "x", ReadOptions()).items]
    assert titles == ["Oaks", "Elms", "Old firs"]
