"""Private files: nobody but the person may read them."""

import os
import sys
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest

from recall.files import private

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="files have no such rights there")


@pytest.fixture(autouse=True)
def no_mask() -> Iterator[None]:
    before = os.umask(0)
    yield
    os.umask(before)


def mode(path: Path) -> int:
    return path.stat().st_mode & 0o777


def test_all_that_is_private_is_made_so(tmp_path: Path) -> None:
    folder = tmp_path / "state" / "recall"
    private.put(folder / "text", "text")
    private.keep(folder / "sent", BytesIO(b"sent"))
    private.put_program(folder / "program", "#!/bin/sh\n")
    private.appending(folder / "log").close()
    assert {one.name: mode(one) for one in folder.iterdir()} == {
        "text": 0o600,
        "sent": 0o600,
        "program": 0o700,
        "log": 0o600,
    }
    assert mode(folder) == 0o700


def test_a_log_that_others_could_read_becomes_private_and_goes_on(tmp_path: Path) -> None:
    log = tmp_path / "remind.log"
    log.write_text("one\n")
    log.chmod(0o666)
    with private.appending(log) as file:
        file.write("two\n")
    assert (log.read_text(), mode(log)) == ("one\ntwo\n", 0o600)


def test_a_text_that_is_lent_is_gone_afterwards(tmp_path: Path) -> None:
    with private.lent("text") as path:
        assert (path.read_text(), mode(path)) == ("text", 0o600)
        path.unlink()  # as some editors do, before they write a new one
    assert not path.exists()
    with pytest.raises(KeyError), private.lent("text") as path:
        raise KeyError
    assert not path.exists()
