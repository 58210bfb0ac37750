"""Labels of an entry."""

import pytest

from recall.formats.markdown.marks.labels import take_labels
from recall.formats.markdown.reader import parse


@pytest.mark.parametrize(
    ("text", "labels", "rest"),
    [
        (" #ml #nets/rnn good", ("ml", "nets/rnn"), "good"),
        (" #标签 #ml", ("标签", "ml"), ""),
        (" tags:: a, b c", ("a", "b c"), ""),
        (" Tags: #a #b", ("a", "b"), ""),
        (" [tags:: nets, vision]", ("nets", "vision"), ""),
        (" 标签：网络、视觉", ("网络", "视觉"), ""),
        (" #a #a", ("a",), ""),
        (" C# and #3", (), "C# and #3"),
        ("see page#part", (), "see page#part"),
        (" by #load(name)", (), "by #load(name)"),
        ("a # b", (), "a # b"),
        ("Topics: nets, vision", (), "Topics: nets, vision"),
        ("tags: " + "x" * 50, (), "tags: " + "x" * 50),
    ],
)
def test_labels_are_taken_out_of_a_text(text: str, labels: tuple[str, ...], rest: str) -> None:
    found, left = take_labels(text)
    assert (found, left.strip()) == (labels, rest)


@pytest.mark.parametrize(
    ("text", "title", "labels"),
    [
        ("- [One](http://a) #ml #nets", "One", ("ml", "nets")),
        ("- [ ] Dune #scifi", "Dune", ("scifi",)),
        ("- [ ] #scifi Dune", "Dune", ("scifi",)),
        ("- [One](http://a)\n  tags:: ml, nets", "One", ("ml", "nets")),
        ("- [One](http://a)\n  - #ml", "One", ("ml",)),
        ("- [Learn C#](http://a)", "Learn C#", ()),
    ],
)
def test_an_item_has_its_labels(text: str, title: str, labels: tuple[str, ...]) -> None:
    (item,) = parse(text).items
    assert (item.title, item.labels, item.note) == (title, labels, None)
