"""What stands under an item is its note, unless there is something to read in it."""

import pytest

from recall.formats.markdown.reader import parse


@pytest.mark.parametrize(
    ("text", "note"),
    [
        ("- [One](http://a)\n  - good on *nets*\n  - too long", "good on nets\ntoo long"),
        ("- [One](http://a)\n\n  A paragraph\n  of mine.", "A paragraph\nof mine."),
        ("- [One](http://a)\n  > a quote", "a quote"),
        ("- [ ] Dune\n  - good\n    - very", "good\nvery"),
        ("- [x] [One](http://a)\n  - good\n  - [Two](http://b)", "good"),
        ("- [x] [One](http://a)\n  - good #ml ✅ 2024-05-01", "good"),
        ("- [One](http://a)", None),
        ("- [x] [One](http://a)\n  very clear", "very clear"),
        ("- [One](http://a) #ml ✅ 2024-05-01\n  very clear", "very clear"),
        ("- [One](http://a) - about nets\n  and more", None),
        ("- [One](http://a)\n  :LOGBOOK:\n  CLOCK: [2024-05-01 Wed]\n  :END:", None),
        ("- [One](http://a)\n  id:: 65-a\n  - good\n    collapsed:: true", "good"),
        ("- [One](http://a)\n\nNo note of it.", None),
        ("- [One](http://a)\n\n\n  Tell me of others.\n", None),
        ("- [One](http://a)\n\n\n  A note.\n- [Two](http://b)", "A note."),
        ("[One](http://a)\nA note\nof mine.\n\n[Two](http://b) goes\non.", "A note\nof mine."),
        ("**[One](http://a)**\nA note.", "A note."),
        ("## One\n- **Link:** http://a\n- **Authors:** Ann\n- Status: ✅ read", "Authors: Ann"),
    ],
)
def test_what_stands_under_an_item_is_its_note(text: str, note: str | None) -> None:
    found = parse(text)
    assert found.items[0].note == note
    assert found.skipped == ()
    assert all(item.note is None for item in found.items[1:])


def test_a_box_of_its_own_counts_more_than_a_state_below_it() -> None:
    (item,) = parse("- [ ] [One](http://a)\n  - Status: read\n").items
    assert not item.checked


def test_what_stands_under_a_heading_in_a_list_is_no_note() -> None:
    found = parse("- Group\n  - words\n  - [One](http://a)")
    assert [item.note for item in found.items] == [None]
    assert [skipped.text for skipped in found.skipped] == ["words"]


@pytest.mark.parametrize(
    ("text", "description"),
    [
        ("- **Fine Oaks** by Ann Lee ([Shop](http://a), [errata](http://b))", "by Ann Lee"),
        ("- *Fine Oaks*, Ann Lee, 2020 [pdf](http://a)", "Ann Lee, 2020"),
        ("- [A fine page](http://a) by Ann Lee. I like it.", "by Ann Lee. I like it"),
        ("- **Paging** - Memory for serving. [[paper](http://a)]", "Memory for serving"),
        ("- **A Fine Paper** - on memory [[paper](http://a)]", "on memory"),
        ("- **A Fine Paper**. *Ann Lee*. NAACL 2019. Paper: http://a", "Ann Lee. NAACL 2019"),
        ("- **A Fine Paper** [[paper](http://a)]", None),
        ("**Now:** [A Fine Page](http://a) by Ann Lee", "by Ann Lee"),
        ("[A Fine Page](http://a) *by Ann Lee*\nIt is short.", "by Ann Lee It is short"),
        ("[A Fine Page](http://a)\nIt speaks of [oaks](http://b).", "It speaks of oaks"),
        ("- *A Tool* by Ann Lee | [pdf](http://a) | 310 pp.", "by Ann Lee | 310 pp"),
        ("- A Fine Paper, NAACL 2019 [[paper](http://a)]", "NAACL 2019"),
        (
            "- [A Tool](http://a) is a part of the [Suite](http://b) framework that grows.",
            "is a part of the Suite framework that grows",
        ),
        (
            "- [A Tool](http://a) grows oaks. It goes with the online [Elm](http://b), a globe.",
            "grows oaks. It goes with the online Elm, a globe",
        ),
        ("- [A Tool](http://a) with [code](http://b) - What it is.", "What it is"),
        (
            "- **Optional | talk**\n  Lee, A. *The Art*. U Press, 1996. [Shop](http://a)",
            "U Press, 1996. Optional | talk",
        ),
    ],
)
def test_what_follows_a_title_is_its_description(text: str, description: str | None) -> None:
    assert [item.description for item in parse(text).items] == [description]
