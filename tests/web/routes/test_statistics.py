"""The page of statistics, and that of the coming days."""

import xml.etree.ElementTree as ET
from datetime import timedelta

import pytest

from recall.domain.text.wording import percent
from testing.commands.command_line import CommandLine
from testing.web.browser import Browser

SVG = "{http://www.w3.org/2000/svg}"


def pictures(page: str) -> dict[str, ET.Element]:
    """Return the pictures of a page by the names of their figures, each read as XML."""
    found = {}
    for figure in page.split('<figure class="picture" id="')[1:]:
        name, inside = figure.split('"', 1)
        if '<svg role="img"' in inside:
            begin = inside.index('<svg role="img"')
            end = inside.index("</svg>", begin) + len("</svg>")
            found[name] = ET.fromstring(inside[begin:end])
    return found


def lived(planned: CommandLine) -> Browser:
    """A library in which three things were graded, some of them twice."""
    planned.ok("grade", "1", "good", "--minutes", "5")
    planned.ok("grade", "2", "again")
    planned.now += timedelta(1)
    planned.ok("read", "4", "good", "--minutes", "12")
    return Browser(planned)


def test_the_page_shows_what_stats_prints(planned: CommandLine) -> None:
    browser = lived(planned)
    page, printed = browser.get("/statistics").text, planned.ok("stats", "--json").json
    assert percent(printed["recalled"]["share"]) in page
    for line in planned.ok("stats").out.splitlines()[1:3]:
        assert line.split("  ")[-1].split(".")[0] in page
    for picture in pictures(page).values():
        assert picture.find("title") is not None
        assert picture.get("aria-labelledby", "").endswith("-title")


def test_each_picture_has_its_numbers_as_a_table(planned: CommandLine) -> None:
    page = lived(planned).get("/statistics").text
    assert set(pictures(page)) == {"recall", "calibration", "minutes", "year"}
    assert page.count("<table>") == 4
    assert page.count('scope="col"') > page.count("<table>")


def test_the_columns_are_as_many_as_the_days_with_minutes(planned: CommandLine) -> None:
    days = planned.ok("stats", "--json").json["by_day"]
    drawn = pictures(Browser(planned).get("/statistics").text)["minutes"]
    columns = [one for one in drawn.findall("rect") if one.get("class") in ("spent", "guessed")]
    assert len(columns) == sum(day["minutes"] > 0 for day in days)


@pytest.mark.parametrize(
    ("weeks", "title"), [("26", "Recall by week"), ("53", "Recall by month"), ("x", "by week")]
)
def test_the_time_can_be_chosen(planned: CommandLine, weeks: str, title: str) -> None:
    page = Browser(planned).get(f"/statistics?weeks={weeks}").text
    assert title in page
    chosen = page.partition('class="spans"')[2].partition("</nav>")[0]
    assert chosen.count('aria-current="true"') == 1


def test_an_empty_library_leads_to_an_import(empty: CommandLine) -> None:
    page = Browser(empty).get("/statistics")
    assert page.status_code == 200
    assert 'href="/lists/import"' in page.text
    assert "<figure" not in page.text


def test_right_after_an_import_it_says_what_is_to_come(shipped: CommandLine) -> None:
    page = Browser(shipped).get("/statistics").text
    assert "nothing was revisited yet; the first revisit is due today" in page
    assert pictures(page) == {}
    assert page.count("Nothing was read or graded yet.") == 2
    assert "20 of 82 on the list, 24 %" in page


def test_one_review_is_enough_for_pictures(shipped: CommandLine) -> None:
    shipped.ok("grade", "1", "good")
    assert set(pictures(Browser(shipped).get("/statistics").text)) == {"minutes", "year"}


def test_the_coming_days_are_those_of_the_forecast(shipped: CommandLine) -> None:
    page, printed = Browser(shipped).get("/coming").text, shipped.ok("forecast", "--json").json
    drawn = pictures(page)["forecast"]
    columns = [one for one in drawn.findall("rect") if one.get("class") == "spent"]
    assert len(columns) == sum(day["revisit_minutes"] > 0 for day in printed["days"])
    assert "The list is read by about" in page


def test_an_empty_library_has_no_coming_days(empty: CommandLine) -> None:
    page = Browser(empty).get("/coming").text
    assert pictures(page) == {}
    assert "Nothing is left to read." in page


@pytest.mark.parametrize("path", ["/statistics", "/coming"])
def test_in_chinese_nothing_is_english_but_names(planned: CommandLine, path: str) -> None:
    browser = lived(planned)
    planned.configure('language = "zh"')
    page = browser.get(path).text
    assert "统计" in page
    for word in ("revisit", "minutes", "recalled", "week", "Nothing"):
        assert f">{word}" not in page
        assert f"{word} " not in page.split("<main")[1].replace('class="', "")
