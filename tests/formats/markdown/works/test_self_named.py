"""Headings that are the link to a work: a section only if there is more to read below them."""

import pytest

from recall.formats.markdown.reader import parse

ALONE = "# Guides\n### [Fine guide](http://a/1)\nWords about it.\n### [Other guide](http://a/2)\nWords.\n"


@pytest.mark.parametrize(
    ("text", "sections"),
    [
        (ALONE, [("Guides",), ("Guides",)]),
        (f"{ALONE}- [One more](http://a/3)\n", [("Guides",), *[("Guides", "Other guide")] * 2]),
        (
            f"{ALONE}#### Parts\n- [One more](http://a/3)\n",
            [("Guides",), ("Guides", "Other guide"), ("Guides", "Other guide", "Parts")],
        ),
        (
            "# Guides\n### 1. Lee, A. B. (2024). [*Oaks*](http://a/1)\nWords.\n### [B](http://a/2)",
            [("Guides",), ("Guides",)],
        ),
        ("# Guides\n## Fine guide\n- [Fine guide](http://a/1)\n", [("Guides", "Fine guide")]),
        ("# [Fine guide](http://a/1)\n", [("Fine guide",)]),
    ],
)
def test_a_heading_that_is_a_work_is_a_section_only_with_more_below(
    text: str, sections: list[tuple[str, ...]]
) -> None:
    found = parse(text)
    assert [item.section for item in found.items] == sections
    assert found.sections == tuple(dict.fromkeys(sections))
