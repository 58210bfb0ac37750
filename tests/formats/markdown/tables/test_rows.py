"""Tables: what their columns are, and which work each row is."""

import pytest

from recall.domain.library.catalog import Item, ParsedList
from recall.formats.markdown.reader import parse
from testing.marked_links import told

CASES = [
    (
        ["Time|Title|Video", "09:00|One Talk|[▶️](ex/v1)", "10:30|Two Talk|[▶️](ex/v2)"],
        ["One Talk > ex/v1", "Two Talk > ex/v2"],
    ),
    (
        [
            "Work|By|Done",
            "[A Work](ex/u1)|[@Ann](https://x.com/ann)|✅",
            "[B Work](ex/u2)|[@Bob](https://x.com/bob)|",
        ],
        [
            "A Work > ex/u1 | person @Ann https://x.com/ann (read)",
            "B Work > ex/u2 | person @Bob https://x.com/bob",
        ],
    ),
    (
        [
            "||",
            "[A Work](ex/u1)|[@Ann](https://x.com/ann)|✅",
            "[B Work](ex/u2)|[@Bob](https://x.com/bob)|",
        ],
        [
            "A Work > ex/u1 | person @Ann https://x.com/ann (read)",
            "B Work > ex/u2 | person @Bob https://x.com/bob",
        ],
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
            "#|标题|作者|链接|状态",
            "1|注意力|李沐|[链接](ex/u1)|已读",
            "2|残差|何恺明|[链接](ex/u2)|未读",
            "3|贝叶斯|某|[链接](ex/u3)|在读",
        ],
        ["注意力 > ex/u1 (read)", "残差 > ex/u2", "贝叶斯 > ex/u3 (begun)"],
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
            "Title|Duration|Rating|Notes|Tags",
            "[A Talk](ex/u1)|1:20:38|5/5|great on caches|db, cache",
            "[B Talk](ex/u2)|45 min|⭐⭐⭐||",
        ],
        [
            "A Talk > ex/u1 (81 min; Rating: 5/5 / great on caches; db, cache)",
            "B Talk > ex/u2 (45 min; Rating: ⭐⭐⭐)",
        ],
    ),
    (
        [
            "Name|Description|Supported",
            "[A Tool](ex/u1)|does things|✅",
            "[B Tool](ex/u2)|more things|✅",
        ],
        ["A Tool > ex/u1 (does things)", "B Tool > ex/u2 (more things)"],
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
            "Date|keywords|Institute|Paper|Publication",
            "2017-06|Transformers|Google|[Attention Is All You Need](ex/u1)|![c](https://img.shields.io/x)",
            "2018|GPT 1.0|OpenAI|[Improving Language](ex/u2)|  ",
        ],
        [
            "Attention Is All You Need > ex/u1 (Transformers)",
            "Improving Language > ex/u2 (GPT 1.0)",
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
            "Read?|Title|Author",
            "✅|[A Book](ex/u1)|Ann",
            "|[B Book](ex/u2)|Bob",
            "x|[C Book](ex/u3)|Cy",
        ],
        ["A Book > ex/u1 (read)", "B Book > ex/u2", "C Book > ex/u3 (read)"],
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
            "题目|视频|课件|时长",
            "[第一讲 导论](ex/u1)|[B站](ex/BV1)|[ppt](ex/s1)|1:20:38",
            "[第二讲 线性回归](ex/u2)|[B站](ex/BV2)|[ppt](ex/s2)|45:00",
        ],
        [
            "第一讲 导论 > ex/u1 | video B站 ex/BV1 | slides ppt ex/s1 (81 min)",
            "第二讲 线性回归 > ex/u2 | video B站 ex/BV2 | slides ppt ex/s2 (45 min)",
        ],
    ),
    (
        [
            "Status|Title|Link",
            "[x]|A Paper|[pdf](ex/u1)",
            "[ ]|B Paper|[pdf](ex/u2)",
            "[-]|C Paper|[pdf](ex/u3)",
        ],
        ["A Paper > ex/u1 (read)", "B Paper > ex/u2", "C Paper > ex/u3 (dropped)"],
    ),
    (
        ["Title|Progress", "[A](ex/u1)|100%", "[Bcd](ex/u2)|50%", "[C def](ex/u3)|0%"],
        ["A > ex/u1 (read)", "Bcd > ex/u2 (begun)", "C def > ex/u3"],
    ),
    (
        ["Title|Read on", "[A one](ex/u1)|2024-05-01", "[B two](ex/u2)|"],
        ["A one > ex/u1 (read; 2024-05-01)", "B two > ex/u2"],
    ),
    (
        [
            "Project|Maintainer|Docs",
            "[Proj one](gh/a/one)|[@ann](gh/ann)|[docs](https://one.dev/docs)",
        ],
        ["Proj one > gh/a/one | page docs https://one.dev/docs | person @ann gh/ann"],
    ),
    (
        ["Paper|Reading", "[A one](ex/u1)|✅", "[B two](ex/u2)|"],
        ["A one > ex/u1 (read)", "B two > ex/u2"],
    ),
    (
        ["视频|时长|已读", "[讲解一下](ex/BV1)|12:00|✅", "[再讲一下](ex/BV2)|13:00|"],
        ["讲解一下 > ex/BV1 (read; 12 min)", "再讲一下 > ex/BV2 (13 min)"],
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
            "Title|Author|Status",
            "[A Book](ex/u1)|Ann|Reading",
            "[B Book](ex/u2)|Bob|Finished ✅",
            "[C Book](ex/u3)|Bob|✅ 2024-05-01",
        ],
        ["A Book > ex/u1 (begun)", "B Book > ex/u2 (read)", "C Book > ex/u3 (read; 2024-05-01)"],
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
            "标题|时长",
            "零基础多图详解 [图神经网络](ex/p1)（GNN/GCN）|66:19",
            "[Transformer](ex/p2) 逐段精读<br>（视频）|87:05",
            "9年后重读深度学习奠基作之一：[AlexNet](ex/p3)|19:59",
            "[残差网络](ex/p4)，何恺明|",
            "论文：[预训练模型](ex/p5)|",
        ],
        [
            "零基础多图详解 图神经网络 > ex/p1 (67 min)",
            "Transformer 逐段精读 > ex/p2 (88 min)",
            "9年后重读深度学习奠基作之一：AlexNet > ex/p3 (20 min)",
            "残差网络 > ex/p4 (何恺明)",
            "预训练模型 > ex/p5",
        ],
    ),
    (
        [
            "Title|Rating",
            "[Fine Post](https://fine.dev/a)|5",
            "[Team Topologies](https://teamtopologies.com/b)|",
        ],
        [
            "Fine Post > https://fine.dev/a (Rating: 5)",
            "Team Topologies > https://teamtopologies.com/b",
        ],
    ),
    (
        [
            "Week|Topic|Readings",
            "1|Basic|Ann, *Cell*, 1970 [DOI](ex/p1) [PDF](ex/p2)<br>Bob, *Cell*, 2016 [DOI](ex/p3)",
            "2|Models|Cy, *Cell*, 1990 [DOI](ex/p4)",
        ],
        [
            "Ann, Cell, 1970 > ex/p1 | paper PDF ex/p2",
            "Bob, Cell, 2016 > ex/p3",
            "Cy, Cell, 1990 > ex/p4",
        ],
    ),
    (
        ["资源|链接|说明", "分布式文档|[链接](ex/d1)|训练", "NCCL|[链接](ex/d2)|通信库"],
        ["分布式文档 > ex/d1 (训练)", "NCCL > ex/d2 (通信库)"],
    ),
    (
        ["Tema|Vídeo|Visto", "Búsqueda|[ver](ex/v1)|✅", "Juegos|[ver](ex/v2)|no"],
        ["Búsqueda > ex/v1 (read)", "Juegos > ex/v2"],
    ),
    (
        ["タイトル|リンク|読了", "深層学習入門|[動画](ex/v1)|済", "統計学|[PDF](ex/p1)|✗"],
        ["深層学習入門 > ex/v1 (read)", "統計学 > ex/p1"],
    ),
    (
        ["タイトル|リンク|既読", "深層学習入門|[動画](ex/v1)|◯", "統計学|[PDF](ex/p1)|未読"],
        ["深層学習入門 > ex/v1 (read)", "統計学 > ex/p1"],
    ),
    (
        ["Book|Done", "Dune|✅", "Deep Work|"],
        ["Dune > None (read)", "Deep Work > None"],
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


def table(rows: list[str]) -> str:
    """Return the text of a table; `ex/` and `gh/` stand for sites."""
    head, *others = (f"|{row}|" for row in rows)
    text = "\n".join([head, "|--" * (head.count("|") - 1) + "|", *others])
    return text.replace("ex/", "https://ex.com/").replace("gh/", "https://github.com/")


def shown(found: ParsedList) -> list[str]:
    lines = zip(told(found), found.items, strict=True)
    return [
        line.replace("REPO", "gh/a/fine-repo").replace("ANN", "gh/ann") + facts(item)
        for line, item in lines
    ]


def facts(item: Item) -> str:
    box = "read" if item.checked else "begun" if item.begun else "dropped" if item.dropped else ""
    minutes = f"{item.minutes} min" if item.minutes else ""
    note = (item.note or "").replace("\n", " / ")
    every = (box, minutes, item.description, note, ", ".join(item.labels), item.read_on)
    said = "; ".join(filter(None, every))
    return f" ({said})" if said else ""


@pytest.mark.parametrize(("rows", "items"), CASES, ids=[rows[0] for rows, _ in CASES])
def test_a_row_is_what_a_reader_would_say(rows: list[str], items: list[str]) -> None:
    found = [line.replace("https://ex.com/", "ex/") for line in shown(parse(table(rows)))]
    assert [line.replace("https://github.com/", "gh/") for line in found] == items
