"""Tasks of todo.txt."""

import pytest

from recall.domain.library.catalog import Item
from recall.errors import BadFile
from recall.formats.texts.todo_txt import looks_like, parse

A = "https://example.org/a"


def one(line: str) -> Item:
    (item,) = parse(f"\n{line}\n", "my file").items
    assert item.line == 2
    return item


@pytest.mark.parametrize(
    ("line", "checked", "read_on", "saved_on"),
    [
        (f"{A} x", False, None, None),
        (f"x {A}", True, None, None),
        (f"x 2024-05-02 {A}", True, "2024-05-02", None),
        (f"x 2024-05-02 2024-05-01 {A}", True, "2024-05-02", "2024-05-01"),
        (f"x (A) 2024-05-02 2024-05-01 {A}", True, "2024-05-02", "2024-05-01"),
        (f"2024-05-01 {A}", False, None, "2024-05-01"),
        (f"(B) 2024-05-01 {A}", False, None, "2024-05-01"),
        (f"x 2024-02-30 {A}", True, None, None),
        (f"X 2024-05-02 {A}", False, None, None),
        (f"xylophone {A}", False, None, None),
    ],
)
def test_a_task_says_when_it_was_written_and_done(
    line: str, *, checked: bool, read_on: str | None, saved_on: str | None
) -> None:
    item = one(line)
    assert (item.url, item.checked, item.read_on) == (A, checked, read_on)
    assert (item.saved_on and item.saved_on.isoformat()) == saved_on


@pytest.mark.parametrize(
    ("line", "title"),
    [
        (f"Read {A}", "example.org/a"),
        (f"Read The Warp Book {A}", "The Warp Book"),
        (f"Read the Attention paper {A}", "Attention paper"),
        ('Read "Attention is all you need"', "Attention is all you need"),
        ("Watch: a talk", "a talk"),
        ("Read the manual", "Read the manual"),
        ("Dune due:2024-06-01 t:2024-05-01", "Dune"),
        ("Dune: a novel", "Dune: a novel"),
        ("Dune +books @home", "Dune"),
        ("C++ for me@example.org", "C++ for me@example.org"),
        ("读《沙丘》", "读《沙丘》"),
    ],
)
def test_a_title_is_what_is_to_be_read(line: str, title: str) -> None:
    assert one(line).title == title


def test_the_first_project_is_the_section_and_the_rest_are_labels() -> None:
    item = one(f"Dune {A} +books +fiction @home @phone +fiction")
    assert (item.section, item.labels) == (("books",), ("fiction", "home", "phone"))
    assert one("Dune").section == ()


def test_a_task_is_one_reading_with_all_its_links() -> None:
    item = one(f"Dune {A} and Solaris https://example.org/b")
    assert (item.title, item.url) == ("Dune", A)
    assert [link.url for link in item.links] == ["https://example.org/b"]


def test_a_text_without_tasks_is_refused() -> None:
    with pytest.raises(BadFile, match="my file: no tasks"):
        parse(" \n+books\n", "my file")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"x 2024-05-02 {A}\n", True),
        (f"(A) Dune\n{A} +books\n", True),
        ("2024-05-01 Dune\nx Solaris\n", True),
        (f"Dune {A} +books\n", False),
        ("2024-05-01 Dune\nSolaris\nEden\n", False),
        (f"# Papers\nx 2024-05-02 {A}\n", False),
        (f"- x\nx 2024-05-02 [A]({A})\n", False),
        (f"x 2024-05-02 {A}\n  indented\n", False),
        ("2024-05-01\n2024-05-02\n", False),
    ],
)
def test_most_lines_are_tasks_and_one_has_a_sure_sign(text: str, *, expected: bool) -> None:
    assert looks_like(text) is expected
