"""Headings over sentences and one address, of which they are the titles."""

import pytest

from recall.formats.markdown.reader import parse
from testing.lists.marked_links import told, written


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("## Fine nets\nThey are fine.\nPAGE\n## B", ["Fine nets > PAGE"]),
        ("## - Fine nets\nThey are fine.\nLink: PAGE\nSeen: May", ["Fine nets > PAGE"]),
        ("## Fine nets\nThey are fine. [Listen here.](PAGE)", ["Fine nets > PAGE"]),
        ("## Fine nets\nThey are fine.\n\n<PAGE>\n\n- And tall.", ["Fine nets > PAGE"]),
        ("## Netze\nEin Buch.\n\n🔗 [Bei Amazon ansehen](PAGE)", ["Netze > PAGE"]),
        (
            "## Ash\nA tree.\nPAGE\n## Elm\nA tree.\nOTHER\n## Oak\nThe third\nREPO",
            ["Ash > PAGE", "Elm > OTHER", "Oak > REPO"],
        ),
        ("## Ash\nA tree.\nPAGE\n## Oak\nThe third\nREPO", ["Ash > PAGE", "The third > REPO"]),
        ("## Nets\nLee, A. Fine nets. 2015.\nPAGE\n## B", ["Fine nets > PAGE"]),
        ("## Nets\nFine.\nPAGE\n\nTrees\nOTHER", ["Fine > PAGE", "Trees > OTHER"]),
        ("## Nets\nFine.\nPAGE\n\n---\n\n- [Trees](OTHER)", ["Fine > PAGE", "Trees > OTHER"]),
        (
            "## Fine nets\nThey are fine.\n\nResenhas: [A blog](OTHER)\n\nComprar: [Amazon](PAGE)",
            ["Fine nets > OTHER | page Amazon PAGE"],
        ),
        ("## Fine nets\n**Hosts:** Ann Lee, Bob Ray\nPAGE\n\nWords.", ["Fine nets > PAGE"]),
        ("## Week 1\nFine.\nPAGE", ["Fine > PAGE"]),
    ],
)
def test_a_heading_is_the_title_of_the_address_that_sentences_lead_to(
    text: str, expected: list[str]
) -> None:
    assert told(parse(written(text))) == expected


def test_the_words_around_the_address_are_the_note() -> None:
    (item,) = parse("# L\n## Oaks\nThey are tall.\nhttp://a/1\nSeen: May\n\nAnd old.").items
    assert (item.section, item.note) == (("L",), "They are tall.\nSeen: May\nAnd old.")
