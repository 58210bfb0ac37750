"""Files that a browser sent, in their private folder."""

from contextlib import suppress
from datetime import timedelta
from io import BytesIO
from pathlib import Path

import pytest

from recall.errors import BadFile, BadInput
from recall.web.uploads import MOST_KEPT, Uploads, shown_name
from testing.libraries.factories import NOW


@pytest.fixture
def uploads(tmp_path: Path) -> Uploads:
    return Uploads(tmp_path / "state" / "web-uploads")


def keep(uploads: Uploads, content: bytes = b"- [x](https://x.org)", minutes: int = 0) -> str:
    return uploads.keep(BytesIO(content), NOW + timedelta(minutes=minutes))


def is_there(uploads: Uploads, key: str) -> bool:
    try:
        with uploads.opened(key):
            return True
    except BadInput:
        return False


def test_what_was_sent_comes_back_as_it_was(uploads: Uploads) -> None:
    content = bytes(range(256)) * 99
    with uploads.opened(keep(uploads, content)) as file:
        assert file.read() == content


def test_nobody_else_can_open_the_folder(uploads: Uploads, tmp_path: Path) -> None:
    keep(uploads)
    assert (tmp_path / "state" / "web-uploads").stat().st_mode & 0o077 == 0


def test_a_file_that_is_dropped_is_gone(uploads: Uploads, tmp_path: Path) -> None:
    key = keep(uploads)
    uploads.drop(key)
    uploads.drop(key)
    assert not is_there(uploads, key)
    assert list((tmp_path / "state" / "web-uploads").iterdir()) == []


def test_a_file_is_kept_for_an_hour(uploads: Uploads) -> None:
    key = keep(uploads)
    keep(uploads, minutes=59)
    assert is_there(uploads, key)
    keep(uploads, minutes=61)
    assert not is_there(uploads, key)


def test_the_oldest_of_too_many_goes(uploads: Uploads) -> None:
    keys = [keep(uploads, minutes=number) for number in range(MOST_KEPT + 2)]
    assert [is_there(uploads, key) for key in keys] == [False] * 2 + [True] * MOST_KEPT


@pytest.mark.parametrize(
    "key",
    ["", "x", "../web-devices.json", "/etc/passwd", "a" * 32 + "/..", "a" * 32 + "\n", "a" * 32],
)
def test_no_other_file_is_opened_or_removed(uploads: Uploads, tmp_path: Path, key: str) -> None:
    beside = tmp_path / "state" / "web-devices.json"
    beside.parent.mkdir()
    beside.write_text("{}")
    assert not is_there(uploads, key)
    with suppress(BadInput):
        uploads.drop(key)
    assert beside.exists()


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "web-uploads").touch()
    with pytest.raises(BadFile, match="cannot be written"):
        keep(Uploads(tmp_path / "web-uploads"))


@pytest.mark.parametrize(
    ("sent", "name"),
    [
        ("list.md", "list.md"),
        ("../../etc/passwd", "passwd"),
        ("C:\\Users\\me\\list.csv", "list.csv"),
        ("..", "list"),
        ("", "list"),
        ("/", "list"),
        ("\u202egpj.md", "gpj.md"),
        ("a\x00b\n.md", "ab .md"),
        ("x" * 500 + ".md", "x" * 117 + ".md"),
    ],
)
def test_a_name_is_shown_without_folders_and_hidden_characters(sent: str, name: str) -> None:
    assert shown_name(sent) == name
