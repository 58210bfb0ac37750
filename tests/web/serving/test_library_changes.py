"""The page while its library is replaced under it, or its disk is full."""

import os
import shutil
from contextlib import suppress
from pathlib import Path

import pytest

from testing.commands.command_line import CommandLine
from testing.faults.kills.filled import small_disk
from testing.web.browser import Browser


@pytest.fixture(autouse=True)
def careless_files() -> None:
    """Keep the journal in a file, which needs room on a disk, as recall does."""


def fill(path: Path) -> None:
    """Write until the disk has no room."""
    with suppress(OSError), path.open("wb", buffering=0) as file:
        while file.write(bytes(4096)):
            pass


def test_a_library_that_is_replaced_is_seen_at_the_next_request(
    browser: Browser, tmp_path: Path
) -> None:
    library, before = browser.recall.library, browser.recall.library.with_suffix(".before")
    page = browser.get("/session/1/grades").text
    (tmp_path / "other").mkdir()
    other = CommandLine(tmp_path / "other")
    other.ok("add", "https://example.org/other", "--title", "Of another library")
    library.rename(before)
    shutil.copy(other.library, library)
    assert "Of another library" in browser.get("/r/1").text
    answer = browser.submit(page, "/visit/1/grade", rating="good")
    assert answer.status_code == 409  # it is another thing than the one that was shown
    assert browser.recall.ok("show", "1", "--json").json["log"] == []
    os.replace(before, library)
    assert browser.submit(page, "/visit/1/grade", rating="good").status_code == 200


@pytest.mark.parametrize("instead", [b"", b"no library", b"SQLite format 3\0" + bytes(2000)])
def test_what_is_no_library_is_told_and_left_as_it_is(browser: Browser, instead: bytes) -> None:
    library, before = browser.recall.library, browser.recall.library.with_suffix(".before")
    page = browser.get("/session/1/grades").text
    library.rename(before)
    library.write_bytes(instead)
    for answer in (browser.get("/"), browser.submit(page, "/visit/1/grade", rating="good")):
        assert answer.status_code == 503
        assert library.name in answer.text
    assert library.read_bytes() == instead
    os.replace(before, library)
    assert browser.submit(page, "/visit/1/grade", rating="good").status_code == 200


@pytest.mark.slow
def test_on_a_full_disk_it_can_be_looked_at_and_nothing_is_half_done(
    planned: CommandLine, tmp_path: Path
) -> None:
    folder = tmp_path / "disk"
    folder.mkdir()
    with small_disk(folder) as is_small:
        if not is_small:
            pytest.skip("only root may make a small disk")
        recall = CommandLine(folder)
        shutil.copy(planned.library, recall.library)
        browser = Browser(recall)
        assert browser.get("/").status_code == 200
        page = browser.get("/session/1/grades").text
        log = recall.ok("show", "1", "--json").json["log"]
        filler = folder / "filler"
        fill(filler)
        answer = browser.submit(page, "/visit/1/grade", rating="good", note="a thought")
        assert answer.status_code == 503
        assert "full" in answer.text
        assert "a thought" in answer.text
        assert browser.get("/session/1").status_code == 200
        assert recall.ok("show", "1", "--json").json["log"] == log
        filler.unlink()
        assert browser.submit(page, "/visit/1/grade", rating="good").status_code == 200
        assert recall("doctor").code == 0
