"""Which links of a line are works, where there are several of them."""

import pytest

from recall.formats.markdown.reader import parse
from testing.lists.marked_links import told, written

CASES = [
    (
        "- [Alpha One](PAGE), [Beta Two](OTHER) and [Gamma Three](SLIDES)",
        ["Alpha One > PAGE", "Beta Two > OTHER", "Gamma Three > SLIDES"],
    ),
    (
        "- [Alpha One](PAGE), 2nd Edition and [Beta Two](OTHER)",
        ["Alpha One > PAGE", "Beta Two > OTHER"],
    ),
    (
        "- Nets → [How fine nets grow](PAGE)",
        ["How fine nets grow > PAGE"],
    ),
    (
        "- Fine nets → [my nets](PAGE) | [your nets](OTHER)",
        ["Fine nets > PAGE | page your nets OTHER"],
    ),
    ("- 机器学习的课[张三](PAGE)[李四](OTHER)", ["机器学习的课 > PAGE | page 李四 OTHER"]),
    (
        "- [Alpha One](PAGE) | [Beta Two](OTHER)",
        ["Alpha One > PAGE", "Beta Two > OTHER"],
    ),
    (
        "- [Alpha One](PAGE) | [errata and extra material](OTHER)",
        ["Alpha One > PAGE | page errata and extra material OTHER"],
    ),
    ("- [Alpha One](PAGE), [bonus](OTHER)", ["Alpha One > PAGE | page bonus OTHER"]),
    (
        "- [Alpha One](PAGE) / [Beta Two](OTHER)",
        ["Alpha One > PAGE", "Beta Two > OTHER"],
    ),
    (
        "- [Alpha One](PAGE)、[Beta Two](OTHER)和[Gamma Three](SLIDES)",
        ["Alpha One > PAGE", "Beta Two > OTHER", "Gamma Three > SLIDES"],
    ),
    (
        "- [Alpha One](PAGE) (Ann, 2019), [Beta Two](OTHER) (Bob, 2020)",
        ["Alpha One > PAGE", "Beta Two > OTHER"],
    ),
    (
        "- [X, part 1](PAGE) | [part 2](OTHER)",
        ["X, part 1 > PAGE", "X, part 2 > OTHER"],
    ),
    (
        "- [Intro to X (Part 1)](PAGE), [Part 2](OTHER), [Part 3](SLIDES)",
        [
            "Intro to X (Part 1) > PAGE",
            "Intro to X (Part 2) > OTHER",
            "Intro to X (Part 3) > SLIDES",
        ],
    ),
    (
        "- 图解X [上](PAGE) [下](OTHER)",
        ["图解X（上） > PAGE", "图解X（下） > OTHER"],
    ),
    (
        "- BERT paper: PAPER, GPT paper: PAPER2",
        ["BERT paper > PAPER", "GPT paper > PAPER2"],
    ),
    (
        "- Read [Deep Work](PAGE) and then [Dune](OTHER)",
        ["Deep Work > PAGE", "Dune > OTHER"],
    ),
    (
        "- Title A [pdf](PAPER), Title B [pdf](PAPER2)",
        ["Title A > PAPER", "Title B > PAPER2"],
    ),
    (
        "- [Alpha One](PAGE) - desc; [Beta Two](OTHER) - desc",
        ["Alpha One > PAGE", "Beta Two > OTHER"],
    ),
    (
        "- Posts by Ann: [Alpha One](PAGE), [Beta Two](OTHER)",
        ["Alpha One > PAGE", "Beta Two > OTHER"],
    ),
    (
        "- [Alpha One](PAGE) [Beta Two](OTHER)",
        ["Alpha One > PAGE", "Beta Two > OTHER"],
    ),
    (
        "- [One](PAGE) · [Two](OTHER) · [Three](SLIDES)",
        ["One > PAGE", "Two > OTHER", "Three > SLIDES"],
    ),
    (
        "|Topic|Links|\n|-|-|\n"
        "|Oaks|[slide](a.pdf), Youtube([part1](VIDEO), [part2](VIDEO2)), B站([上集](VIDEO3))|",
        ["Oaks > VIDEO | video part2 https://youtu.be/abc2 | video 上集 https://youtu.be/abc3"],
    ),
    (
        "- Semantic HTML: [part 1](PAGE) & [part 2](OTHER)",
        ["Semantic HTML, part 1 > PAGE", "Semantic HTML, part 2 > OTHER"],
    ),
    (
        "- 強化学習（[上](PAGE)・[下](OTHER)）",
        ["強化学習（上） > PAGE", "強化学習（下） > OTHER"],
    ),
    (
        "- [ ] [Foo Bar](PAGE) → [Bar Baz](OTHER) → [Baz Foo](THIRD)",
        ["Foo Bar > PAGE", "Bar Baz > OTHER", "Baz Foo > THIRD"],
    ),
    (
        "- Talk A ([slides](SLIDES), [video](VIDEO)), Talk B ([slides](PAGE), [video](OTHER))",
        ["Talk A > VIDEO | slides slides SLIDES", "Talk B > OTHER | slides slides PAGE"],
    ),
    (
        "- Title A: [pdf](PAPER). Title B: [pdf](PAPER2).",
        ["Title A > PAPER", "Title B > PAPER2"],
    ),
    (
        "- [Alpha One](PAGE) + [Beta Two](OTHER)",
        ["Alpha One > PAGE", "Beta Two > OTHER"],
    ),
    (
        "- [Alpha One](PAGE) vs [Beta Two](OTHER)",
        ["Alpha One > PAGE", "Beta Two > OTHER"],
    ),
    (
        "- see [Alpha One](PAGE) or [Beta Two](OTHER).",
        ["Alpha One > PAGE", "Beta Two > OTHER"],
    ),
    (
        "- [CS 179](PAGE), [CS 180](OTHER)",
        ["CS 179 > PAGE", "CS 180 > OTHER"],
    ),
    (
        "- [How it works: part-1](PAGE), [2](OTHER), [3](THIRD)",
        [
            "How it works: part-1 > PAGE",
            "How it works: part-2 > OTHER",
            "How it works: part-3 > THIRD",
        ],
    ),
    (
        "- [Trees I](PAGE) & [II](OTHER), [CS 101](THIRD), [102](PAPER)",
        ["Trees I > PAGE", "Trees II > OTHER", "CS 101 > THIRD", "CS 102 > PAPER"],
    ),
    (
        "- [Fine Trees](PAGE); film: [Fine Oaks](VIDEO)",
        ["Fine Trees > PAGE", "Fine Oaks > VIDEO"],
    ),
    (
        "- [Fine Oaks](https://fineoaks.org/notes), [Elm](https://elm.org/all), [Notes](PAGE)",
        ["Fine Oaks > https://fineoaks.org/notes", "Elm > https://elm.org/all | page Notes PAGE"],
    ),
    (
        "- A talk on caches by Ann Lee - [Part 1](PAGE), [Part 2](OTHER)",
        [
            "A talk on caches, Part 1 > PAGE",
            "A talk on caches, Part 2 > OTHER",
        ],
    ),
    (
        "- [Fine Trees](PAGE) told by Ann. It has much on leaves ([lecture 1](OTHER) and "
        "[lecture 2](VIDEO)) and an [introduction](THIRD) of roots",
        [
            "Fine Trees > PAGE | page lecture 1 OTHER | video lecture 2 VIDEO"
            " | page introduction THIRD"
        ],
    ),
    ("- [Fine Trees](PAGE). [Литрес](OTHER).", ["Fine Trees > PAGE | page Литрес OTHER"]),
    ("[Fine Trees](PAGE). [Литрес](OTHER).", ["Fine Trees > PAGE | page Литрес OTHER"]),
    ("[Fine Trees](PAGE). [Rust](OTHER) too.", ["Fine Trees > PAGE", "Rust > OTHER"]),
    ("- [Fine Trees](PAGE) — [Литрес](OTHER)", ["Fine Trees > PAGE | page Литрес OTHER"]),
    ("- **Fine Trees**. [Литрес](OTHER)", ["Fine Trees > OTHER"]),
    (
        "## A\n[Oaks](PAGE) were grown in [Elm Town](OTHER) and [Ash Town](THIRD) with care",
        ["Oaks > PAGE | page Elm Town OTHER | page Ash Town THIRD"],
    ),
    ("- [Oaks](PAGE): [the Oaks](OTHER) grow", ["Oaks > PAGE | page the Oaks OTHER"]),
    ("- [Alpha](PAGE). [Beta](OTHER).", ["Alpha > PAGE", "Beta > OTHER"]),
    ("- [Fine Trees](PAGE). [Fine Elms](OTHER).", ["Fine Trees > PAGE", "Fine Elms > OTHER"]),
]


@pytest.mark.parametrize(("text", "items"), CASES, ids=range(len(CASES)))
def test_the_works_of_a_line_are_what_a_reader_would_say(text: str, items: list[str]) -> None:
    assert told(parse(written(text))) == items
