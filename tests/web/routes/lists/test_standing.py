"""The lists: how they stand, and bringing them in step, shown before it is done."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from testing.commands.command_line import CommandLine
from testing.web.browser import Browser

LIST = """\
# Papers <script>alert(1)</script>

- [ ] [One](https://example.org/one)
- [ ] [Two & <b>bold</b>](https://example.org/two)
"""


@pytest.fixture
def list_file(tmp_path: Path) -> Path:
    file = tmp_path / "list.md"
    file.write_text(LIST, encoding="utf-8")
    return file


@pytest.fixture
def listed(empty: CommandLine, list_file: Path) -> Browser:
    """A library with a list and its file, of which the first thing is read since."""
    empty.ok("import", str(list_file))
    empty.ok("read", "1", "good")
    return Browser(empty)


def test_each_list_stands_there_with_its_file(listed: Browser, list_file: Path) -> None:
    page = listed.get("/lists").text
    assert "list.md" in page
    assert str(list_file) in page
    assert "never synced" in page


def test_a_sync_is_shown_first_and_then_done(listed: Browser, list_file: Path) -> None:
    shown = listed.post("/lists/1/sync")
    assert shown.status_code == 200
    assert "+- [x] [One](https://example.org/one)" in shown.text
    assert list_file.read_text(encoding="utf-8") == LIST
    page = listed.submit(shown.text, "/lists/1/sync")
    assert list_file.read_text(encoding="utf-8") == LIST.replace("- [ ] [One]", "- [x] [One]")
    assert "in step" in page.text
    assert "Take back" in page.text


def test_a_line_that_stays_has_the_spaces_of_the_file(listed: Browser, list_file: Path) -> None:
    list_file.write_text(f"{LIST}\t- x  y <i>\n", encoding="utf-8")
    assert '<span class="same"> \t- x  y &lt;i&gt;\n' in listed.post("/lists/1/sync").text


def test_a_sync_is_taken_back_by_one_button(listed: Browser, list_file: Path) -> None:
    page = listed.submit(listed.post("/lists/1/sync").text, "/lists/1/sync")
    answer = listed.submit(page.text, "/undo")
    assert answer.url.path == "/lists"
    assert list_file.read_text(encoding="utf-8") == LIST


def test_what_changed_after_it_was_shown_is_shown_again(listed: Browser, list_file: Path) -> None:
    shown = listed.post("/lists/1/sync")
    edited = f"{LIST}- [ ] [Three](https://example.org/three)\n"
    list_file.write_text(edited, encoding="utf-8")
    again = listed.submit(shown.text, "/lists/1/sync")
    assert again.status_code == 409
    assert "changed meanwhile" in again.text
    assert "Three" in again.text
    assert list_file.read_text(encoding="utf-8") == edited
    listed.submit(again.text, "/lists/1/sync")
    assert "- [x] [One]" in list_file.read_text(encoding="utf-8")


def test_a_list_that_is_in_step_is_not_asked_about(listed: Browser) -> None:
    listed.submit(listed.post("/lists/1/sync").text, "/lists/1/sync")
    answer = listed.post("/lists/1/sync")
    assert answer.url.path == "/lists"
    assert "last in step" in answer.text


def test_a_file_that_is_gone_is_told_beside_its_list(listed: Browser, list_file: Path) -> None:
    list_file.unlink()
    assert "the file is gone" in listed.get("/lists").text
    answer = listed.post("/lists/1/sync")
    assert answer.status_code == 409
    assert 'role="alert"' in answer.text
    assert "is gone" in answer.text


def test_a_list_that_is_not_there_is_told(listed: Browser) -> None:
    answer = listed.post("/lists/99/sync")
    assert answer.status_code == 422
    assert "no list is called" in answer.text
    assert listed.post("/lists/99/forget").status_code == 422


@pytest.mark.parametrize("path", ["/lists/1/sync", "/lists/1/forget"])
def test_a_damaged_library_is_no_fault_of_the_list(listed: Browser, path: str) -> None:
    with closing(sqlite3.connect(listed.recall.library)) as file:
        file.execute("DROP TABLE list_file")
    answer = listed.post(path)
    assert (answer.status_code, "brings a backup back" in answer.text) == (503, True)


def test_the_file_of_a_list_can_be_forgotten(listed: Browser, list_file: Path) -> None:
    page = listed.post("/lists/1/forget").text
    assert "It has no file on this computer." in page
    assert list_file.exists()
    assert len(listed.recall.ok("list", "--json").json["resources"]) == 2


def test_what_is_no_longer_ticked_can_be_taken(listed: Browser, list_file: Path) -> None:
    listed.submit(listed.post("/lists/1/sync").text, "/lists/1/sync")
    list_file.write_text(LIST, encoding="utf-8")
    shown = listed.post("/lists/1/sync", take_unticks="1")
    assert "unread again" in shown.text
    listed.submit(shown.text, "/lists/1/sync")
    (one,) = [one for one in listed.recall.ok("list", "--json").json["resources"] if one["id"] == 1]
    assert one["status"] == "unread"


def test_titles_and_headings_of_a_list_are_text(listed: Browser) -> None:
    for answer in (listed.get("/lists"), listed.post("/lists/1/sync")):
        assert answer.text.count("<script") == 1
        assert "<b>bold" not in answer.text


def test_an_empty_library_has_no_lists(empty: CommandLine) -> None:
    page = Browser(empty).get("/lists").text
    assert "There are no lists yet." in page
    assert 'href="/lists/import"' in page


def test_in_chinese_the_states_are_told_too(listed: Browser) -> None:
    listed.recall.configure('language = "zh"')
    assert "还没有同步过" in listed.get("/lists").text
    page = listed.submit(listed.post("/lists/1/sync").text, "/lists/1/sync").text
    assert "打勾 1" in page


def test_in_chinese_the_list_of_what_was_added_by_hand_is_named(listed: Browser) -> None:
    listed.recall.ok("add", "https://example.org/three", "--title", "Three")
    listed.recall.configure('language = "zh"')
    assert "<bdi>手动添加</bdi>" in listed.get("/lists").text


def test_what_stays_in_the_file_after_a_sync_is_taken_back_is_told(
    listed: Browser, list_file: Path
) -> None:
    page = listed.submit(listed.post("/lists/1/sync").text, "/lists/1/sync")
    mine = LIST.replace("- [ ] [One]", "- [x] [The first]").replace("/one", "/one?mine")
    list_file.write_text(mine.replace("[x]", "[X]"), encoding="utf-8")
    answer = listed.submit(page.text, "/undo")
    assert answer.status_code == 200
    assert "of list.md stays, as you have changed it" in answer.text
