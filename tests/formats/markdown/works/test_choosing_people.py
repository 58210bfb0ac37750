"""Which link of a line is the work, where people and talk about it stand beside it."""

import pytest

from recall.formats.markdown.reader import parse
from testing.lists.marked_links import told, written

CASES = [
    (
        "- [Ann Lee](https://en.wikipedia.org/wiki/Ann_Lee) - *[A Tree](PAGE)*",
        ["A Tree > PAGE | person Ann Lee https://en.wikipedia.org/wiki/Ann_Lee"],
    ),
    ("- A fine talk - [Ann Lee](https://ex.edu/staff/al1)\n- [Oaks](PAGE)", ["Oaks > PAGE"]),
    (
        "- Professor [Ann Lee](https://ex.edu/people/ann)\n- [A Fine Page](PAGE)",
        ["A Fine Page > PAGE"],
    ),
    (
        "|Page|About|\n|-|-|\n|[A Fine Page](PAGE)|-|\n|[Oaks](https://discord.com/invite/a)|-|",
        ["A Fine Page > PAGE"],
    ),
    ("- [Trees in woods](https://patreon.com/ann)", ["Trees in woods > https://patreon.com/ann"]),
    ("- [树木团队网站](https://github.com/fine)", ["树木团队网站 > https://github.com/fine"]),
    (
        "- [A Fine Page](PAGE)\n- [Follow me on GitHub](https://github.com/ann)",
        ["A Fine Page > PAGE"],
    ),
    (
        "- [A Fine Post](PAGE) - [Ann Lee](https://medium.com/@ann)",
        ["A Fine Post > PAGE | person Ann Lee https://medium.com/@ann"],
    ),
    ("- In an article by [Lee and Ray (1943)](PAPER), trees grow.", ["Lee and Ray (1943) > PAPER"]),
    ("- [《树》](https://github.com/fine)", ["《树》 > https://github.com/fine"]),
    ("[My Tree profile](PAGE)\n\n- [One](OTHER)", ["One > OTHER"]),
    (
        "### [Alpha](PAGE)\n\n很好用的工具，点击 [Alpha](OTHER) 尝试：",
        ["Alpha > PAGE | page Alpha OTHER"],
    ),
    ("- [关于好树的仓库](https://github.com/fine)", ["关于好树的仓库 > https://github.com/fine"]),
    ("- Words used by [A Fine Tool](PAGE)", ["A Fine Tool > PAGE"]),
    (
        "- [Alpha](PAGE) - a solver. [GitHub](https://github.com/fine)",
        ["Alpha > PAGE | code GitHub https://github.com/fine"],
    ),
    (
        "* Ann Lee | Trees | growing a fine oak\nVIDEO",
        ["Ann Lee | Trees | growing a fine oak > VIDEO"],
    ),
    (
        "- It is time to grow\n  - PAGE\n  - https://www.reddit.com/r/a/comments/1/b",
        ["It is time to grow > PAGE | discussion  https://www.reddit.com/r/a/comments/1/b"],
    ),
    (
        "- [Prof. Ann Lee](PAGE) on [A Fine Talk](VIDEO)",
        ["A Fine Talk > VIDEO | person Prof. Ann Lee PAGE"],
    ),
    (
        "[A Fine Paper](PAPER)\n\nAuthors: [Ann Lee](PAGE), [Bob Ray](OTHER)",
        ["A Fine Paper > PAPER"],
    ),
    (
        "- [Alpha One](PAGE) by [Ann](OTHER)",
        ["Alpha One > PAGE | person Ann OTHER"],
    ),
    (
        "- [Alpha One](PAGE) by [Ann](ANN) and [Bob](BOB)",
        ["Alpha One > PAGE | person Ann ANN | person Bob BOB"],
    ),
    (
        "- [Ann](ANN) - [blog](PAGE)",
        ["Ann > PAGE | person Ann ANN"],
    ),
    (
        "- [Alpha](https://github.com/alpha) - A cloud platform",
        ["Alpha > https://github.com/alpha"],
    ),
    (
        "- [Fine ALPHA](https://github.com/alpha-nc) - A framework",
        ["Fine ALPHA > https://github.com/alpha-nc"],
    ),
    ("- [Alpha](PAGE)\n- inspired by [@ann](https://github.com/ann/alpha)", ["Alpha > PAGE"]),
    ("- [iPlug](https://github.com/iPlug) - A framework", ["iPlug > https://github.com/iPlug"]),
    (
        "- [A Tree](PAGE) - [Traducción al Español](OTHER)",
        ["A Tree > PAGE | page Traducción al Español OTHER"],
    ),
    ("- [@IT の記事](PAGE)\n- [@ann](OTHER)", ["@IT の記事 > PAGE"]),
    (
        "- [Alpha](PAGE)\n- Discussion lead: [Ann Lee](https://annlee.org)",
        ["Alpha > PAGE"],
    ),
    (
        "- The [Alpha/Beta](https://github.com/alphabeta) conversion is fine",
        ["Alpha/Beta > https://github.com/alphabeta"],
    ),
    (
        "- https://github.com/alpha [device trees of Alpha]",
        ["device trees of Alpha > https://github.com/alpha"],
    ),
    (
        "- [Ann](https://github.com/ann) - wrote [A Fine Post](PAGE)",
        ["A Fine Post > PAGE | person Ann ANN"],
    ),
    (
        "- [A Fine Post](PAGE) (@[ann](https://github.com/a/b/issues/3))",
        ["A Fine Post > PAGE | person ann https://github.com/a/b/issues/3"],
    ),
    (
        "- [x] [Ann](ANN)",
        ["Ann > ANN"],
    ),
    (
        "- [ ] [Join us](CHAT)",
        ["Join us > CHAT"],
    ),
    (
        "- Cards: PAGE (thanks [@bob](https://github.com/bob))",
        ["Cards > PAGE | person @bob https://github.com/bob"],
    ),
    (
        "- [@ann](https://twitter.com/ann)'s [thread on deep things](https://x.com/ann/status/1)",
        [
            "thread on deep things > https://x.com/ann/status/1 | person @ann https://twitter.com/ann"
        ],
    ),
    (
        "- A Fine Talk [HN](THREAD)",
        ["A Fine Talk > THREAD"],
    ),
    (
        "- [A Fine Post](PAGE) ([discussion](THREAD), [HN](THREAD))",
        ["A Fine Post > PAGE | discussion discussion THREAD"],
    ),
    (
        "- [A Fine Post](PAGE) [HN](THREAD)",
        ["A Fine Post > PAGE | discussion HN THREAD"],
    ),
    (
        "- ⭐ [A Fine Paper](PAPER) · [Ann Lee](ANN) · 2020",
        ["A Fine Paper > PAPER | person Ann Lee ANN"],
    ),
    (
        "- [A Fine Paper](PAPER) | [@ann](https://twitter.com/ann) | [Join chat](CHAT)",
        ["A Fine Paper > PAPER | person @ann https://twitter.com/ann | discussion Join chat CHAT"],
    ),
    (
        "We like [Deep Work](PAGE), thanks to [Ann](ANN).",
        ["Deep Work > PAGE | person Ann ANN"],
    ),
    (
        "- [A Fine Course](PAGE) - [Ann Lee](https://ann.dev) (Stanford)",
        ["A Fine Course > PAGE | person Ann Lee https://ann.dev"],
    ),
    (
        "- [Bret Victor](http://worrydream.com/) – [A Fine Talk](VIDEO)",
        ["A Fine Talk > VIDEO | person Bret Victor http://worrydream.com/"],
    ),
    (
        "- Estructuras de datos, por [Ana García](https://anagarcia.es) [PDF](PAPER)",
        ["Estructuras de datos > PAPER | person Ana García https://anagarcia.es"],
    ),
    (
        "- [A Fine Guide](PAGE), de [Ana García](https://ana.es), por fin",
        ["A Fine Guide > PAGE | person Ana García https://ana.es"],
    ),
    (
        "- [A Fine Guide](PAGE)[GitBook](OTHER)",
        ["A Fine Guide > PAGE | page GitBook OTHER"],
    ),
    (
        "- [A Fine Guide](PAGE) par [Marie](https://marie.fr)",
        ["A Fine Guide > PAGE | person Marie https://marie.fr"],
    ),
    (
        "- We thank [Ann](ANN). [A Fine Post](PAGE)",
        ["A Fine Post > PAGE | person Ann ANN"],
    ),
    (
        "- [A Title](PAGE) (Author, 2020) [Discussion](THREAD)",
        ["A Title > PAGE | discussion Discussion THREAD"],
    ),
    (
        "- [Deep Nets](PAGE) by [Ian G](http://i.g), [Yo B](http://y.b) and [Al C](http://a.c)",
        [
            "Deep Nets > PAGE | person Ian G http://i.g | person Yo B http://y.b | person Al C http://a.c"
        ],
    ),
    (
        "- A talk on nets, [Ann Lee](ANN), [slides](SLIDES)",
        ["A talk on nets > SLIDES | person Ann Lee ANN"],
    ),
    ("- Elm courses: https://github.com/elm", ["Elm courses > https://github.com/elm"]),
    ("- [A](PAGE)\n- Ann Lee: https://github.com/ann", ["A > PAGE"]),
    ("- [A](PAGE)\n- Code: https://github.com/ann", ["A > PAGE"]),
    (
        "- [Professor Lee's Tips on Trees](PAGE) as told by [Professor Ann Lee](OTHER)",
        ["Professor Lee's Tips on Trees > PAGE | person Professor Ann Lee OTHER"],
    ),
]


@pytest.mark.parametrize(("text", "items"), CASES, ids=range(len(CASES)))
def test_the_work_of_a_line_is_what_a_reader_would_say(text: str, items: list[str]) -> None:
    assert told(parse(written(text))) == items


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("- [Ann](ANN)", "a person, not a reading"),
        ("Maintained by [Ann](ANN).", "a person, not a reading"),
        ("- [Join us](CHAT)", "a place to talk or to meet, not a reading"),
        ("Instructor: [Ann Lee](PAGE)", "a person, not a reading"),
        ("Organizers: [Ann Lee](PAGE)", "a person, not a reading"),
        ("助教：[Ann Lee](PAGE)", "a person, not a reading"),
        ("### Notes (courtesy of [Ann Lee of CMU](PAGE))", "a person, not a reading"),
        ("It is a course. Its lectures are given by [Ann Lee](PAGE).", "a person, not a reading"),
        (
            "- [![arXiv](https://img.shields.io/badge/arXiv-1.svg)](PAPER)",
            "a badge or counter, not a reading",
        ),
        (
            "# Things [![Awesome](https://cdn.rawgit.com/a/media/badge.svg)]"
            "(https://github.com/sindresorhus/awesome)",
            "a badge or counter, not a reading",
        ),
    ],
)
def test_a_link_that_nobody_reads_is_told(text: str, reason: str) -> None:
    found = parse(written(f"{text}\n\n- [One](PAGE)"))
    assert told(found) == ["One > PAGE"]
    assert [skipped.reason for skipped in found.skipped] == [reason]


@pytest.mark.parametrize(
    ("text", "titles", "reasons"),
    [
        (
            "# Fine\n- [A Fine Page](PAGE)\n## People\n- [Ann Lee](http://ann.org/)\n"
            "- [Bob Ray](https://cs.edu/~bob/)\n- [Fine Talk](https://ex.com/talk)\n",
            ["A Fine Page", "Fine Talk"],
            ["a person, not a reading"] * 2,
        ),
        ("## People\n- [Ann Lee](http://ann.org/)\n", ["Ann Lee"], []),
        (
            "**Organizers:** [Ann](http://ann.org), [Bob](http://bob.org)\n\n- [A Fine Page](PAGE)",
            ["A Fine Page"],
            ["a person, not a reading"] * 2,
        ),
        (
            "# A\n- [A Fine Page](PAGE)\n## People\n- [x] [Ann Lee](http://ann.org/)\n",
            ["A Fine Page", "Ann Lee"],
            [],
        ),
        (
            "# L\n- [Fine Things](https://github.com/a/b#fine-things)\n## Fine Things\n"
            "- [A Fine Page](PAGE)\n- [Other](https://github.com/a/b#other)\n",
            ["A Fine Page", "Other"],
            ["an in-page anchor"],
        ),
        (
            "# L\n- [A Fine Page](PAGE)\n## 知名学者及团队\n- [王小明](http://xm.org/) 好\n"
            "- [Ann Lee](https://en.wikipedia.org/wiki/Ann_Lee)\n- [Oaks](PAGE2)\n",
            ["A Fine Page", "Oaks"],
            ["a person, not a reading"] * 2,
        ),
        (
            "# L\n[English](https://github.com/a/b/blob/main/README_EN.md) | 简体中文\n\n"
            "## A\n- [A Fine Page](PAGE)\n- [English](PAGE2)\n",
            ["A Fine Page", "English"],
            ["a translation of the list, not a reading"],
        ),
        (
            "- [Ann Lee](https://cs.edu/~ann/) on [A Fine Talk](VIDEO)\n",
            ["A Fine Talk"],
            [],
        ),
        (
            "- The official [Ann Lee](https://en.wikipedia.org/wiki/Ann_Lee) [box set](PAGE)\n",
            ["box set"],
            [],
        ),
        (
            "- The fine [Ann Lee](https://en.wikipedia.org/wiki/Ann_Lee) set:\n"
            "  * [A Fine Page](PAGE)\n  * [Oaks](PAGE2)\n",
            ["A Fine Page", "Oaks"],
            ["a person, not a reading"],
        ),
        (
            "- Read [Ann Lee](https://en.wikipedia.org/wiki/Ann_Lee) and more\n",
            ["Ann Lee"],
            [],
        ),
    ],
)
def test_homes_of_people_and_links_to_the_list_are_no_readings(
    text: str, titles: list[str], reasons: list[str]
) -> None:
    parsed = parse(written(text))
    assert [item.title for item in parsed.items] == titles
    assert [line.reason for line in parsed.skipped] == reasons
