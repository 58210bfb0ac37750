"""Changes of a list are proved, and one that cannot be is left out alone."""

from collections.abc import Sequence

import pytest

from recall.domain.library.catalog import ReadOptions
from recall.formats.markdown.editing.changes import Change, Rewritten
from recall.formats.markdown.editing.new_lines import NewReading
from recall.formats.markdown.editing.proof import Added
from recall.formats.markdown.editing.text import text_of
from recall.formats.markdown.editing.writing import ListEditor
from recall.formats.markdown.reader import parse

LIST = """\
# S

- [ ] [One](https://a.org/1)
- [ ] Course
  - [Two](https://a.org/2)
  - [Three](https://a.org/3)
- [ ] [Four](https://a.org/4)
"""


def changed(text: str, changes: Sequence[Change]) -> Rewritten:
    parsed = parse(text)
    return ListEditor(text_of(text.encode(), "list.md"), parsed, ReadOptions()).changed(changes)


def tick(*indexes: int) -> Change:
    return Change(frozenset(indexes), ticked=True)


def test_nothing_to_change_is_no_change() -> None:
    assert changed(LIST, []).text.data() == LIST.encode()


def test_a_change_that_would_change_more_is_left_out_and_the_others_are_made() -> None:
    """The box of a course, ticked for one part alone, would tick the other part too."""
    titles = [item.title for item in parse(LIST).items]
    assert titles == ["One", "Two", "Three", "Four"]
    found = changed(LIST, [tick(0), tick(1), tick(3)])
    assert found.text.shown == LIST.replace("[ ] [One]", "[x] [One]").replace(
        "[ ] [Four]", "[x] [Four]"
    )
    assert (found.done, found.failed) == ((tick(0), tick(3)), (tick(1),))
    assert "[x] Course" in changed(LIST, [tick(1, 2)]).text.shown


def test_what_cannot_be_said_in_a_line_is_left_out() -> None:
    two = Change(added=Added(NewReading("A title", "https://a.org/1", ticked=False), ("S",)))
    lone = Change(added=Added(NewReading("\u20ac\ud800", "https://a.org/9", ticked=False), ("S",)))
    odd = Change(
        added=Added(NewReading("Five", "https://a.org/5", ticked=False), ("S",), "- nothing")
    )
    found = changed(LIST, [two, lone, odd, tick(0)])
    assert found.failed == (lone, odd)
    assert found.done == (two, tick(0))


def test_a_box_that_is_not_there_cannot_be_set() -> None:
    found = changed("- ~~[One](https://a.org/1)~~\n- [Two](https://a.org/2) ✅\n", [tick(0)])
    assert found.failed == (tick(0),)


def test_a_box_before_a_book_has_its_space() -> None:
    found = changed("- [ ] 《一本书》\n-《二本书》[豆瓣](https://a.org/1)\n", [tick(1)])
    assert found.text.shown.splitlines()[1] == "- [x] 《二本书》[豆瓣](https://a.org/1)"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("- [x] [One](https://a.org/1)", "- [ ] [One](https://a.org/1)"),
        (
            "- [] [Two](https://a.org/2)\n- [x] [One](https://a.org/1)",
            "- [] [Two](https://a.org/2)\n- [] [One](https://a.org/1)",
        ),
        ("- ✅ [One](https://a.org/1)", "- ⬜ [One](https://a.org/1)"),
        ("- ☑ [One](https://a.org/1)", "- ☐ [One](https://a.org/1)"),
        ("- [One](https://a.org/1) ✅", "- [One](https://a.org/1)"),
        (
            "| t | Read |\n|---|---|\n| [One](https://a.org/1) | yes |",
            "| t | Read |\n|---|---|\n| [One](https://a.org/1) | no |",
        ),
    ],
)
def test_a_tick_is_cleared_as_the_list_writes_open_boxes(before: str, after: str) -> None:
    index = next(at for at, one in enumerate(parse(before).items) if one.title == "One")
    found = changed(before, [Change(frozenset({index}), ticked=False)])
    assert found.text.shown == after
