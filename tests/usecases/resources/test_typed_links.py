"""What a person gives `recall add` becomes links that can be opened."""

from pathlib import Path

import pytest

from recall.errors import BadInput
from recall.usecases.resources.typed_links import TypedLink, of_the_web, refuse_all, typed

HERE = Path("/nowhere")


def links(*lines: str, folder: Path = HERE) -> list[TypedLink]:
    found = typed(lines, folder)
    assert found.not_taken == ()
    return list(found.links)


@pytest.mark.parametrize(
    ("text", "url"),
    [
        ("https://example.org/a", "https://example.org/a"),
        ("github.com/a/b", "https://github.com/a/b"),
        ("www.example.org", "https://www.example.org"),
        ("2309.06180", "https://arxiv.org/abs/2309.06180"),
        ("arXiv:2309.06180v2", "https://arxiv.org/abs/2309.06180"),
        ("10.1145/3600006.3613165", "https://doi.org/10.1145/3600006.3613165"),
        ("file:///tmp/gone.pdf", "file:///tmp/gone.pdf"),
        ("[T](github.com/a/b)", "https://github.com/a/b"),
    ],
)
def test_short_forms_are_written_out(text: str, url: str) -> None:
    (link,) = links(text)
    assert link.url == url


def test_a_file_is_named_by_its_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    folder = tmp_path / "papers"
    folder.mkdir()
    (folder / "注意 力.pdf").touch()
    url = (folder / "注意 力.pdf").as_uri()
    assert "%20" in url
    for text in ("~/papers/注意 力.pdf", "./注意 力.pdf", "../papers/注意 力.pdf"):
        assert links(text, folder=folder) == [TypedLink(url, "注意 力")]
    assert links(str(folder / "注意 力.pdf")) == [TypedLink(url, "注意 力")]
    (folder / "a.pdf").touch()
    assert links("a.pdf", folder=folder)[0].url == (folder / "a.pdf").as_uri()


def test_an_address_wins_over_a_file_that_is_called_the_same(tmp_path: Path) -> None:
    (tmp_path / "example.org").mkdir()
    (tmp_path / "example.org" / "a").touch()
    assert links("example.org/a", folder=tmp_path)[0].url == "https://example.org/a"


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("~/gone.pdf", "there is no file '~/gone.pdf'"),
        ("gone.pdf", "there is no file 'gone.pdf'"),
        ("/", "'/' is a folder; name a file"),
        ("~nobody-of-that-name/a.pdf", "there is no file"),
        ("x" * 5_000, "…' is not a URL"),
        ("./" + "x" * 5_000, "there is no file './xxx"),
        ("nonsense", "'nonsense' is not a URL; give an https:// address, github.com/a/b, an arXiv"),
        ("a\x1b[31mb", r"'a\x1b[31mb' is not a URL"),
        ("javascript:alert(1)", "is not a URL"),
        ("ftp://example.org/a", "is not a URL"),
        ("https://", "names no place"),
        ("[T](mailto:a@example.org)", "is not a URL"),
        ("Node.js in action", "there is no address in 'Node.js in action'"),
    ],
)
def test_what_is_no_link_is_said_in_one_line(text: str, reason: str) -> None:
    found = typed(["", text], HERE)
    assert found.links == ()
    (one,) = found.not_taken
    assert (one.line, one.text) == (2, text)
    assert reason in one.reason
    assert one.reason.isprintable()


def test_the_others_are_taken() -> None:
    found = typed(["x", "- [x] https://example.org/a", "y z"], HERE)
    assert [link.url for link in found.links] == ["https://example.org/a"]
    assert ([one.line for one in found.not_taken], found.ticked) == ([1, 3], 1)


def test_nothing_at_all_is_refused_with_what_to_give() -> None:
    assert "nothing to add: give an https:// address" in str(refuse_all(()))
    wrong = typed(["x", "y"], HERE).not_taken
    assert str(refuse_all(wrong)).endswith(" (and 1 more like it)")
    assert "more" not in str(refuse_all(wrong[:1]))


@pytest.mark.parametrize(
    ("text", "url"),
    [
        ("https://example.org/a", "https://example.org/a"),
        ("HTTPS://example.org/a", "HTTPS://example.org/a"),
        ("github.com/a/b", "https://github.com/a/b"),
        ("2309.06180", "https://arxiv.org/abs/2309.06180"),
    ],
)
def test_an_address_of_the_web_has_the_same_short_forms(text: str, url: str) -> None:
    assert of_the_web(text).url == url


@pytest.mark.parametrize(
    "text",
    [
        "",
        "nothing",
        "file:///etc/passwd",
        "~/.ssh/id_rsa",
        "/etc/passwd",
        "paper",
        "javascript:alert(1)",
        "data:text/html,x",
        "ftp://example.org",
        "https://",
        "https://example.org/a https://example.org/b",
    ],
)
def test_a_browser_adds_no_files_and_nothing_else(text: str) -> None:
    with pytest.raises(BadInput):
        of_the_web(text)
