"""`recall import -`: a list that is piped in."""

from io import BytesIO, TextIOWrapper
from pathlib import Path

import pytest

from testing.commands.command_line import CommandLine

LINKS = "https://example.org/a | A title\n\nhttps://example.org/b\n"


class Typed(BytesIO):
    """What a person types."""

    def isatty(self) -> bool:
        return True


@pytest.fixture
def pipe(monkeypatch: pytest.MonkeyPatch) -> "Pipe":
    return Pipe(monkeypatch)


class Pipe:
    """Gives text to the next command on its standard input."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self._monkeypatch = monkeypatch

    def __call__(self, data: bytes | str) -> None:
        stream = data if isinstance(data, bytes) else data.encode()
        self.typed(BytesIO(stream))

    def typed(self, stream: BytesIO) -> None:
        self._monkeypatch.setattr("sys.stdin", TextIOWrapper(stream))


def test_a_whole_library_is_piped_in(one: CommandLine, pipe: Pipe, tmp_path: Path) -> None:
    pipe(one.ok("export", "-", "--format", "json").out)
    (tmp_path / "new").mkdir()
    other = CommandLine(tmp_path / "new")
    assert "brought back 1 resource, 0 reviews, 1 action of " in other.ok("import", "-").out


def test_a_list_is_piped_in_and_the_same_again_changes_nothing(
    fresh: CommandLine, pipe: Pipe
) -> None:
    pipe(LINKS)
    assert fresh.ok("import", "-").out.splitlines()[:2] == [
        "standard input: 2 new (0 read)",
        "  new:",
    ]
    pipe(LINKS)
    out = fresh.ok("import", "-").out
    assert out.startswith("standard input: nothing changed")


def test_what_else_is_piped_in_is_a_list_of_its_own(fresh: CommandLine, pipe: Pipe) -> None:
    pipe(LINKS)
    fresh.ok("import", "-")
    pipe("https://example.org/c\n")
    out = fresh.ok("import", "-").out
    assert "1 new" in out
    assert "gone" not in out
    titles = [one["title"] for one in fresh.ok("list", "--json").json["resources"]]
    assert titles == ["A title", "example.org/b", "example.org/c"]


def test_a_piped_list_of_a_file_is_an_edit_of_that_list(
    fresh: CommandLine, pipe: Pipe, tmp_path: Path
) -> None:
    path = tmp_path / "links.txt"
    path.write_text(LINKS, encoding="utf-8")
    pipe(LINKS)
    fresh.ok("import", "-")
    assert "nothing changed" in fresh.ok("import", str(path)).out


def test_its_format_is_known_by_its_content_or_named(fresh: CommandLine, pipe: Pipe) -> None:
    pipe("x 2024-05-01 Dune +books\n")
    fresh.ok("import", "-")
    pipe("@book{a, title={Solaris}}\n")
    fresh.ok("import", "-", "--format", "bibtex")
    titles = [one["title"] for one in fresh.ok("list", "--json").json["resources"]]
    assert titles == ["Dune", "Solaris"]


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7", b"\xff\x00\xfe"])
def test_what_is_no_list_is_refused_in_one_line(
    fresh: CommandLine, pipe: Pipe, data: bytes
) -> None:
    pipe(data)
    outcome = fresh("import", "-")
    assert outcome.code == 1
    assert outcome.err.startswith("recall: standard input: ")
    assert len(outcome.err.splitlines()) == 1


def test_a_closed_standard_input_is_an_empty_one(
    fresh: CommandLine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", None)
    assert "an empty file" in fresh("import", "-").err


def test_who_types_a_list_is_told_how_to_end_it(fresh: CommandLine, pipe: Pipe) -> None:
    pipe.typed(Typed(LINKS.encode()))
    outcome = fresh("import", "-", "--dry-run")
    assert outcome.err.splitlines()[0].startswith("reading what you type or paste; end it with")
