"""Importing a list that the browser sends."""

import io
import zipfile
from typing import Any

import pytest

from testing.commands.command_line import CommandLine
from testing.web.browser import Browser

LIST = (
    "# A\n\n- [ ] [One](https://example.org/one)\n\n# B\n\n- [x] [Two](https://example.org/two)\n"
)


@pytest.fixture
def importing(empty: CommandLine) -> Browser:
    return Browser(empty)


def send(browser: Browser, content: bytes, name: str = "list.md", **fields: str) -> Any:
    return browser.client.post("/lists/upload", files={"file": (name, content)}, data=fields)


def titles(browser: Browser) -> list[str]:
    return [one["title"] for one in browser.recall.ok("list", "--json").json["resources"]]


def kept(browser: Browser) -> int:
    folder = browser.recall.library.with_name("web-uploads")
    return len(list(folder.iterdir())) if folder.is_dir() else 0


def test_the_report_comes_before_anything_is_kept(importing: Browser) -> None:
    shown = send(importing, LIST.encode())
    assert shown.status_code == 200
    assert "This is what list.md would bring." in shown.text
    assert "<bdi>One</bdi>" in shown.text
    assert titles(importing) == []
    page = importing.submit(shown.text, "/lists/upload/again", to="/lists/upload/keep")
    assert page.url.path == "/lists"
    assert titles(importing) == ["One", "Two"]
    assert kept(importing) == 0


def test_an_import_is_taken_back_by_one_button(importing: Browser) -> None:
    shown = send(importing, LIST.encode())
    page = importing.submit(shown.text, "/lists/upload/again", to="/lists/upload/keep")
    assert "list.md: 2 new, 0 updated, 0 gone" in page.text
    importing.submit(page.text, "/undo")
    assert titles(importing) == []


def test_a_file_that_is_not_wanted_is_removed(importing: Browser) -> None:
    shown = send(importing, LIST.encode())
    assert kept(importing) == 1
    importing.submit(shown.text, "/lists/upload/again", to="/lists/upload/drop")
    assert kept(importing) == 0
    assert titles(importing) == []


def test_choices_are_shown_anew_and_count_for_the_import(importing: Browser) -> None:
    shown = send(importing, LIST.encode())
    again = importing.submit(shown.text, "/lists/upload/again", sections="B")
    assert "<bdi>One</bdi>" not in again.text.split("lines that were not taken")[0]
    assert ">B</textarea>" in again.text
    importing.submit(again.text, "/lists/upload/again", to="/lists/upload/keep", sections="B")
    assert titles(importing) == ["Two"]


def test_a_wrong_choice_is_told_with_what_was_typed(importing: Browser) -> None:
    shown = send(importing, LIST.encode())
    wrong = importing.submit(shown.text, "/lists/upload/again", sections="Nothing <b>like</b> it")
    assert wrong.status_code == 422
    assert "no section of the list is called" in wrong.text
    assert "Nothing &lt;b&gt;like&lt;/b&gt; it</textarea>" in wrong.text
    right = importing.submit(wrong.text, "/lists/upload/again", sections="A")
    assert "<bdi>One</bdi>" in right.text


def test_a_list_that_is_there_already_has_nothing_to_import(importing: Browser) -> None:
    for _ in range(2):
        shown = send(importing, LIST.encode())
        importing.submit(shown.text, "/lists/upload/again", to="/lists/upload/keep")
    assert "the library has all of it" in send(importing, LIST.encode()).text


def test_without_a_file_the_form_asks_for_it(importing: Browser) -> None:
    for answer in (
        send(importing, b"", name=""),
        importing.post("/lists/upload", file="no file at all"),
    ):
        assert answer.status_code == 422
        assert "Choose a file." in answer.text


def zipped() -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("../../etc/list.md", LIST)
        archive.writestr("bomb.md", "- x\n" * 2_000_000)
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("content", "name"),
    [
        (b"", "empty.md"),
        (b"\x00\x01\x02" * 999, "noise.md"),
        (b"%PDF-1.7 \x00", "paper.md"),
        (b"PK\x03\x04" + b"\x00" * 99, "broken.zip"),
        (b'{"schema": 1, "library": {}}', "library.json"),
        (b"[" * 100_000, "deep.json"),
        (b"<?xml version='1.0'?><!DOCTYPE x [<!ENTITY a SYSTEM 'file:///etc/passwd'>]>", "x.opml"),
        (b"\xff\xfe\x00", "half.md"),
    ],
    ids=lambda one: one if isinstance(one, str) else "",
)
def test_a_file_that_is_no_list_is_refused_in_one_line(
    importing: Browser, content: bytes, name: str
) -> None:
    answer = send(importing, content, name)
    assert answer.status_code == 422
    assert answer.text.count('role="alert"') == 1
    assert name in answer.text
    assert titles(importing) == []


def test_a_zip_with_hostile_names_is_read_or_refused_and_writes_nothing(
    importing: Browser,
) -> None:
    assert send(importing, zipped(), "lists.zip").status_code in (200, 422)
    assert titles(importing) == []


@pytest.mark.parametrize(
    "name", ["../../../etc/passwd", "<script>alert(1)</script>.md", "\u202etxt.md", "a\"b'.md"]
)
def test_a_hostile_name_is_only_shown(importing: Browser, name: str) -> None:
    shown = send(importing, LIST.encode(), name)
    assert shown.text.count("<script") == 1
    assert "etc/" not in shown.text
    assert "\u202e" not in shown.text
    page = importing.submit(shown.text, "/lists/upload/again", to="/lists/upload/keep")
    assert page.status_code == 200
    assert titles(importing) == ["One", "Two"]


def test_hostile_titles_of_a_list_are_text(importing: Browser) -> None:
    hostile = (
        "- [ ] [<img src=x onerror=alert(1)>\"'](https://example.org/x)\n- <script>x</script>\n"
    )
    shown = send(importing, hostile.encode())
    assert "<img" not in shown.text
    assert shown.text.count("<script") == 1


@pytest.mark.parametrize("key", ["", "../web-devices.json", "/etc/passwd", "a" * 32])
@pytest.mark.parametrize("what", ["again", "keep"])
def test_a_file_that_was_not_sent_cannot_be_named(importing: Browser, what: str, key: str) -> None:
    answer = importing.post(f"/lists/upload/{what}", key=key, name="list.md")
    assert answer.status_code == 422
    assert "no longer kept" in answer.text


def test_a_file_that_is_too_large_is_refused(
    importing: Browser, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("recall.usecases.lists.reading_files.LARGEST_FILE_BYTES", 2**20)
    answer = send(importing, b"- [x](https://example.org)\n" * 50_000)
    assert answer.status_code == 422
    assert "is larger than 1 MiB" in answer.text


def test_a_request_that_is_too_long_is_cut_off(importing: Browser) -> None:
    def parts() -> object:
        yield b"x"

    headers = {"content-length": str(70 * 2**20), "content-type": "multipart/form-data; boundary=x"}
    answer = importing.client.post("/lists/upload", content=parts(), headers=headers)
    assert answer.status_code == 413


def test_a_form_that_is_broken_is_told(importing: Browser) -> None:
    kind = {"content-type": "multipart/form-data; boundary=x"}
    answer = importing.client.post("/lists/upload", content=b"--y\r\n\r\n", headers=kind)
    assert answer.status_code in (400, 422)
    assert "<h1>" in answer.text
