"""When something was read: the many ways to write it, and the dates that say something else."""

from datetime import date

import pytest

from recall.formats.markdown.marks.dates import take_dates
from recall.formats.markdown.reader import parse


@pytest.mark.parametrize(
    ("text", "read_on", "rest"),
    [
        (" ✅ 2024-05-01", "2024-05-01", ""),
        (" ✔️ 2024/5/1", "2024-05-01", ""),
        (" (read 2025-01-02)", "2025-01-02", ""),
        (" (Read in March 2025)", "2025-03", ""),
        (" [completion:: 2024-05-01]", "2024-05-01", ""),
        (" (finished:: [[2024-05-01]])", "2024-05-01", ""),
        (" done: 2024/5/1", "2024-05-01", ""),
        (" @done(2024-05-01 14:30)", "2024-05-01", ""),
        (" - finished May 2024", "2024-05", ""),
        (", completed 1 May 2024, good", "2024-05-01", ", good"),
        (" - good, read 2023", "2023", "- good"),
        (" 读于2024年5月", "2024-05", ""),
        ("（2024年5月1日读完）", "2024-05-01", ""),
        (" 已读 2024-05", "2024-05", ""),
        (" 読了 2024年5月1日", "2024-05-01", ""),
        (" 2024.5.1 완독", "2024-05-01", ""),
        (" прочитано 12.05.2024", "2024-05-12", ""),
        (" (gelesen am 3.4.2023)", "2023-04-03", ""),
        (" (lu en 2022)", "2022", ""),
        (" (leído en 2022)", "2022", ""),
        (" (lu en mars 2024)", "2024-03", ""),
        (" — lu le 25/03/2024", "2024-03-25", ""),
        (" - finished 3/25/2024", "2024-03-25", ""),
        (" - finished 3/4/2024", "2024", ""),
        (" (gelesen am 3. März 2024)", "2024-03-03", ""),
        (" (leído el 3 de mayo de 2024)", "2024-05-03", ""),
        (" прочитано 5 мая 2024", "2024-05-05", ""),
        (" ✅ [[May 1st, 2024]]", "2024-05-01", ""),
        (" 📅 2024-04-30 ✅ 2024-05-03", "2024-05-03", ""),
        ("Start: 2024-04-02", None, "Start: 2024-04-02"),
        (" (2017)", None, "(2017)"),
        (" [2023/05]", None, "[2023/05]"),
        (" (May 2024)", None, "(May 2024)"),
        (" arXiv:2301.12345", None, "arXiv:2301.12345"),
        (" - a must read 2023 essay", None, "- a must read 2023 essay"),
        (" - read 3 times", None, "- read 3 times"),
        (" read 2024-13-45", None, "read 2024-13-45"),
        (" read 3024", None, "read 3024"),
        (" 2024-05-01", None, "2024-05-01"),
        (" (2024-05-01)", None, "(2024-05-01)"),
        (" due:: 2024-05-01", None, ""),
    ],
)
def test_a_word_or_a_sign_makes_a_date_that_of_reading(
    text: str, read_on: str | None, rest: str
) -> None:
    dated = take_dates(text, ticked=False)
    assert (dated.read_on, dated.text.strip()) == (read_on, rest)


@pytest.mark.parametrize(
    ("text", "read_on", "rest"),
    [
        ("2024-05-01 ", "2024-05-01", ""),
        ("2024-05-01: Dune", "2024-05-01", "Dune"),
        ("2024-05 Dune", "2024-05", "Dune"),
        (" (2024-05-01)", "2024-05-01", ""),
        (" - good - 2024-05-01", "2024-05-01", "- good"),
        ("Start: 2024-04-02", None, "Start: 2024-04-02"),
        (" (2017)", None, "(2017)"),
        (" [2024-05-01]", None, "[2024-05-01]"),
        ("2024 State of AI", None, "2024 State of AI"),
        (" (arXiv 2024-05-01)", None, "(arXiv 2024-05-01)"),
    ],
)
def test_beside_a_tick_a_whole_day_is_that_of_reading(
    text: str, read_on: str | None, rest: str
) -> None:
    dated = take_dates(text, ticked=True)
    assert (dated.read_on, dated.text.strip()) == (read_on, rest)


@pytest.mark.parametrize("line", ["- [x] ✅ 2024-05-01", "- #ml", "- [ ] #ml", "- DONE #ml"])
def test_a_line_of_remarks_alone_is_no_item(line: str) -> None:
    assert [item.title for item in parse(f"{line}\n- [One](http://a)").items] == ["One"]


def test_a_date_in_prose_is_no_tick() -> None:
    prose = "It is on trees. The last lecture was finished on 25 May 2020."
    assert [item.title for item in parse(f"{prose}\n\n- [One](http://a)").items] == ["One"]


@pytest.mark.parametrize("text", ["➕ 2024-01-02", "[created:: 2024-01-02]", "added:: 2024/1/2"])
def test_the_day_on_which_it_was_saved_is_told(text: str) -> None:
    assert take_dates(text, ticked=False) == ("", None, date(2024, 1, 2))


@pytest.mark.parametrize(
    ("text", "title", "read", "read_on"),
    [
        ("- [x] [One](http://a) ✅ 2024-05-01", "One", True, "2024-05-01"),
        ("- [x] 2024-05-01 [One](http://a)", "One", True, "2024-05-01"),
        ("- [x] Dune (2024-05-01)", "Dune", True, "2024-05-01"),
        ("- [x] Dune - finished 2024", "Dune", True, "2024"),
        ("- [One](http://a) ✅ 2024-05-01", "One", True, "2024-05-01"),
        ("- [One](http://a) (read 2025-01-02)", "One", True, "2025-01-02"),
        ("- [ ] [One](http://a) (read 2025-01-02)", "One", False, None),
        ("- [One](http://a) (2024-05-01)", "One", False, None),
        ("- [x] [One](http://a) (2017)", "One", True, None),
        ("- [x] Week\n  - [One](http://a) (2024-05-01)", "One", True, "2024-05-01"),
        ("- [x] [One](http://a)\n  - read on 2024-05-01", "One", True, "2024-05-01"),
        (
            "- [x] [One](http://a)\n  - Start: Jan 5, 2021\n  - Finished: Jan 8, 2021",
            "One",
            True,
            "2021-01-08",
        ),
        ("- [One](http://a)\n  completed:: 2024-05-01", "One", True, "2024-05-01"),
        ("- [One](http://a)\n  - **Read**: 2024-05-01", "One", True, "2024-05-01"),
        ("- [/] Dune (reading since 2024-02)", "Dune", False, None),
        ("- [-] [One](http://a) ❌ 2024-05-01", "One", False, None),
    ],
)
def test_an_item_has_the_date_at_which_it_was_read(
    text: str, title: str, read: bool, read_on: str | None
) -> None:
    (item,) = parse(text).items
    assert (item.title, item.checked, item.read_on) == (title, read, read_on)
