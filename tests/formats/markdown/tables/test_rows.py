"""Tables: what their columns are, and which work each row is."""

import pytest

from recall.formats.markdown.reader import parse
from testing.lists.marked_tables import shown, table

CASES = [
    (
        ["论文|代码|权重", "甲网|✅ [官方](gh/a/b)|✅ HF", "乙网|✅ [官方](gh/a/c)|[HF](ex/u1)"],
        ["甲网 > gh/a/b", "乙网 > ex/u1 | code 官方 gh/a/c"],
    ),
    (
        ["paper|源码", "[B Fine Paper](ex/u1)|-", "[A Fine Paper]()|[code](gh/a/b)"],
        ["B Fine Paper > ex/u1", "A Fine Paper > gh/a/b"],
    ),
    (
        ["Time|Title|Video", "09:00|One Talk|[▶️](ex/v1)", "10:30|Two Talk|[▶️](ex/v2)"],
        ["One Talk > ex/v1", "Two Talk > ex/v2"],
    ),
    (
        [
            "Title|Paper|Code",
            "A Fine Paper|[pdf](ex/u1)|[fine-repo](gh/a/fine-repo)",
            "B Fine Paper|[pdf](ex/u2)|[fine-repo](gh/a/fine-repo)",
        ],
        [
            "A Fine Paper > ex/u1 | code fine-repo gh/a/fine-repo",
            "B Fine Paper > ex/u2 | code fine-repo gh/a/fine-repo",
        ],
    ),
    (
        [
            "Title|Code|Paper",
            "A Fine Paper|[fine-repo](gh/a/fine-repo)|[arXiv](ex/u1)",
            "B Paper|[b](gh/a/b)|",
        ],
        ["A Fine Paper > ex/u1 | code fine-repo gh/a/fine-repo", "B Paper > gh/a/b"],
    ),
    (
        [
            "Talk|Speaker|Recorded|Slides|Video",
            "A Talk|[Ann](https://ann.dev)|✅|[pdf](ex/s1)|[yt](ex/v1)",
            "B Talk|Bob|✅|[pdf](ex/s2)|",
        ],
        ["A Talk > ex/v1 | slides pdf ex/s1 | person Ann https://ann.dev", "B Talk > ex/s2"],
    ),
    (
        [
            "Title|Discussion",
            "[A Post](ex/u1)|[chat](https://discord.gg/a)",
            "[B Post](ex/u2)|[chat](https://discord.gg/b)",
        ],
        [
            "A Post > ex/u1 | discussion chat https://discord.gg/a",
            "B Post > ex/u2 | discussion chat https://discord.gg/b",
        ],
    ),
    (
        [
            "Lecture|Date|Slides|Video|Readings",
            "Lecture 1: Intro|Sep 1|[slides](ex/s1)|[video](ex/v1)|[Alpha](ex/p1), [Beta](ex/p2)",
            "Lecture 2: More|Sep 8|[slides](ex/s2)|[video](ex/v2)|[Gamma](ex/p3)",
        ],
        [
            "Lecture 1: Intro > ex/v1 | slides slides ex/s1",
            "Alpha > ex/p1",
            "Beta > ex/p2",
            "Lecture 2: More > ex/v2 | slides slides ex/s2",
            "Gamma > ex/p3",
        ],
    ),
    (
        [
            "论文|代码|时间",
            "[Attention](ex/u1)|[code](ex/c1)|2017",
            "[BERT](ex/u2)|[code](ex/c2)|2018",
        ],
        ["Attention > ex/u1 | code code ex/c1", "BERT > ex/u2 | code code ex/c2"],
    ),
    (
        [
            "Model|Paper|Code",
            "BERT|[BERT: Pre-training of Deep](ex/u1)|[google/bert](gh/google/bert)",
            "GPT|[Improving Language Understanding](ex/u2)|",
        ],
        [
            "BERT: Pre-training of Deep > ex/u1 | code google/bert gh/google/bert",
            "Improving Language Understanding > ex/u2",
        ],
    ),
    (
        [
            "Title & Authors|Introduction|Links",
            "[![Star](https://img.shields.io/x)](gh/a/b) <br> **A Very Fine Paper** <br> Ann Lee|"
            "<img src=x.png>|[Github](gh/a/b) <br> [Paper](ex/u1)",
        ],
        ["A Very Fine Paper > ex/u1 | code Star gh/a/b"],
    ),
    (
        [
            "Course|University|Link",
            "Deep Learning|Stanford|[link](ex/u1)",
            "Databases|CMU|[Course page](ex/u2)",
        ],
        ["Deep Learning > ex/u1", "Databases > ex/u2"],
    ),
    (
        ["Title|Link", "Whisper deep dive|[YouTube video](https://youtu.be/a)", "Other|ex/b"],
        ["Whisper deep dive > https://youtu.be/a", "Other > ex/b"],
    ),
    (
        [
            "A|B",
            "[One thing](ex/u1)|[Two thing](ex/u2)",
            "[Three thing](ex/u3)|[Four thing](ex/u4)",
        ],
        ["One thing > ex/u1", "Two thing > ex/u2", "Three thing > ex/u3", "Four thing > ex/u4"],
    ),
    (
        ["[One thing](ex/u1)|[Two thing](ex/u2)", "[Three thing](ex/u3)|[Four thing](ex/u4)"],
        ["One thing > ex/u1", "Two thing > ex/u2", "Three thing > ex/u3", "Four thing > ex/u4"],
    ),
    (
        [
            "Week|Topic|Resources",
            "1|Attention|[The Illustrated Transformer](ex/u1)",
            "2|RNN|[Understanding LSTMs](ex/u2), [colah](gh/colah)",
        ],
        [
            "The Illustrated Transformer > ex/u1",
            "Understanding LSTMs > ex/u2 | person colah gh/colah",
        ],
    ),
    (
        [
            "Lecture|Materials",
            "Lecture 1|[slides](ex/s1)",
            "|[video](ex/v1)",
            "Lecture 2|[slides](ex/s2)",
        ],
        ["Lecture 1 > ex/s1 | video video ex/v1", "Lecture 2 > ex/s2"],
    ),
    (
        ["Book|Author|Price|Available", "[A Book](ex/u1)|[Ann Lee](https://ann.dev)|$10|✅"],
        ["A Book > ex/u1 | person Ann Lee https://ann.dev"],
    ),
    (
        [
            "Paper|Code|Video",
            "[A Fine Paper](ex/u1)|[PyTorch](gh/a/b) [TF](gh/a/c)|[talk by Ann](https://youtu.be/x)",
        ],
        [
            "A Fine Paper > ex/u1 | code PyTorch gh/a/b | code TF gh/a/c | video talk by Ann https://youtu.be/x"
        ],
    ),
    (
        [
            "Project|Maintainer|Docs",
            "[Proj one](gh/a/one)|[@ann](gh/ann)|[docs](https://one.dev/docs)",
        ],
        ["Proj one > gh/a/one | page docs https://one.dev/docs | person @ann gh/ann"],
    ),
    (
        [
            "Company|Papers",
            "Google|[MapReduce paper](ex/u1), [GFS paper](ex/u2)",
            "Amazon|[Dynamo paper](ex/u3)",
        ],
        ["MapReduce paper > ex/u1", "GFS paper > ex/u2", "Dynamo paper > ex/u3"],
    ),
    (
        [
            "Title|Venue|Year|Links",
            "A Fine Paper|NeurIPS|2020|[[paper]](ex/u1) [[code]](gh/a/b) [[video]](https://youtu.be/x)",
        ],
        ["A Fine Paper > ex/u1 | code code gh/a/b | video video https://youtu.be/x"],
    ),
    (
        ["🎓|📄|💻", "Course one here|[notes](ex/u1)|[repo](gh/a/b)"],
        ["Course one here > ex/u1 | code repo gh/a/b"],
    ),
    (
        [
            "Date|Topic|Slides|Notes|Video|Quiz",
            "1/17|Basics|[PDF](ex/s1) [html](ex/h1)|[<i></i>](ex/n1)|[<i></i>](ex/v1)|[](ex/q)",
            "1/22|Relational data|[PDF](ex/s2)|[notes](ex/n2)|",
        ],
        [
            "Basics > ex/v1 | slides PDF ex/s1 | slides html ex/h1 | page  ex/n1 | page  ex/q",
            "Relational data > ex/s2 | page notes ex/n2",
        ],
    ),
    (
        [
            "Week|Topic|Readings",
            "1|Basic|Ann, *Cell*, 1970 [DOI](ex/p1) [PDF](ex/p2)<br>Bob, *Cell*, 2016 [DOI](ex/p3)",
            "2|Models|Cy, *Cell*, 1990 [DOI](ex/p4)",
        ],
        [
            "Ann, Cell, 1970 > ex/p1 | paper PDF ex/p2 (Bob, Cell, 2016)",
            "Bob, Cell, 2016 > ex/p3",
            "Cy, Cell, 1990 > ex/p4",
        ],
    ),
    (
        ["Subject|Reading|Link", "Clocks|A Fine Paper|<ex/p1>", "Clocks|B Paper|<ex/p2>"],
        ["A Fine Paper > ex/p1", "B Paper > ex/p2"],
    ),
    (
        ["URL|Notes", "<https://ex.org/a>|on chips", "<https://ex.org/b>|", "<https://ex.org/c>|c"],
        [
            "ex.org/a > https://ex.org/a (on chips)",
            "ex.org/b > https://ex.org/b",
            "ex.org/c > https://ex.org/c (c)",
        ],
    ),
    (
        [
            "论文|原文|中文版",
            "A Fine Work|[paper](ex/p1)|[paper_zh](ex/z1)",
            "B Work|[paper](ex/p2)|",
        ],
        ["A Fine Work > ex/p1 | paper paper_zh ex/z1", "B Work > ex/p2"],
    ),
    (
        [
            "Name|Homepage|GitHub|Twitter",
            "Foo Tool|[foo.dev](https://foo.dev)|[foo/foo](gh/foo/foo)|[@foo](https://twitter.com/foo)",
        ],
        [
            "Foo Tool > https://foo.dev | code foo/foo gh/foo/foo | person @foo https://twitter.com/foo"
        ],
    ),
]


@pytest.mark.parametrize(("rows", "items"), CASES, ids=[rows[0] for rows, _ in CASES])
def test_a_row_is_what_a_reader_would_say(rows: list[str], items: list[str]) -> None:
    found = [line.replace("https://ex.com/", "ex/") for line in shown(parse(table(rows)))]
    assert [line.replace("https://github.com/", "gh/") for line in found] == items
