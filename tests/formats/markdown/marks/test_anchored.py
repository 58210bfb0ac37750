"""A box with a link to a heading is that of the work which the heading names."""

import pytest

from recall.formats.markdown.reader import parse

NOTHING = "no link and no checkbox"
BELOW = (
    "<a name='nets'></a>\n### [Fine Nets](http://a/1)\nWords.\n\n### Oak: A Tree\n"
    "[paper](http://a/2)\n\n## Elms {#kinds}\n- [One](http://a/3)"
)


@pytest.mark.parametrize(
    ("box", "read", "reasons"),
    [
        ("- [x] [Fine Nets](#1)", ["Fine Nets"], []),
        ("- [x] [Oaks, 2nd edition](#oak-a-tree)", ["Oak: A Tree"], []),
        ("- [ ] [Fine Nets](#fine-nets)\n- [x] [Oak: A Tree](#o)", ["Oak: A Tree"], []),
        ("- [x] [Elms](#elms)", [], ["an in-page anchor"]),
        ("- [x] [Words](#words)\n\n## Words\n- oak\n\n## Oaks", ["Words"], [NOTHING]),
        ("- [x] [Ash](#ash)", ["Ash"], []),
        ("- [x] [My Nets](#nets)", ["Fine Nets"], []),
        ("- [x] [Kinds](#kinds)\n  - [x] [Elms](#elms)", [], ["an in-page anchor"] * 2),
        ("- [Fine Nets](#fine-nets)", [], ["an in-page anchor"]),
    ],
)
def test_a_box_belongs_to_the_work_below(box: str, read: list[str], reasons: list[str]) -> None:
    found = parse(f"# Trees\n{box}\n\n{BELOW}")
    works = [item.title for item in found.items if item.url]
    assert works == ["Fine Nets", "Oak: A Tree", "One"]
    assert [item.title for item in found.items if item.checked] == read
    assert [line.reason for line in found.skipped] == reasons


def test_a_box_of_its_own_counts_more() -> None:
    found = parse("- [x] [Oaks](#oaks)\n\n## Oaks\n- [ ] [Oaks](http://a/1)").items
    assert [(item.title, item.checked, item.box) for item in found] == [("Oaks", False, 4)]
