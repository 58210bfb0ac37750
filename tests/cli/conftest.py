"""What tests of commands have: a command line with no library, an empty one, the shipped one."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from testing.command_line import CommandLine


@pytest.fixture
def fresh(tmp_path: Path) -> CommandLine:
    """Nothing was ever done: there is no library."""
    return CommandLine(tmp_path)


@pytest.fixture(scope="session")
def shipped_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A library made from the shipped catalog; it is copied, not used."""
    recall = CommandLine(tmp_path_factory.mktemp("shipped"))
    recall.ok("init")
    return recall.library


@pytest.fixture(scope="session")
def empty_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A library with nothing in it; it is copied, not used."""
    recall = CommandLine(tmp_path_factory.mktemp("empty"))
    recall.ok("init", "--empty")
    return recall.library


@pytest.fixture
def shipped(fresh: CommandLine, shipped_file: Path) -> CommandLine:
    """A library made from the shipped catalog."""
    shutil.copy(shipped_file, fresh.library)
    return fresh


@pytest.fixture
def empty(fresh: CommandLine, empty_file: Path) -> CommandLine:
    """A library with nothing in it."""
    shutil.copy(empty_file, fresh.library)
    return fresh


@pytest.fixture(scope="session")
def one_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A library with one article in it; it is copied, not used."""
    recall = CommandLine(tmp_path_factory.mktemp("one"))
    recall.ok("add", "https://example.org/a", "--title", "An article", "--minutes", "20")
    return recall.library


@pytest.fixture
def one(fresh: CommandLine, one_file: Path) -> CommandLine:
    """A library with one article in it, ID 1."""
    shutil.copy(one_file, fresh.library)
    return fresh


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder that a user without rights can look into; pytest keeps its own to one user."""
    with TemporaryDirectory(prefix="recall-") as name:
        folder = Path(name)
        folder.chmod(0o755)
        yield folder
