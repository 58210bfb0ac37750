"""Tables: what a row tells beside its work, such as the box, the minutes, the date and a note."""

import pytest

from recall.formats.markdown.reader import parse
from testing.lists.marked_tables import shown, table

CASES = [
    (
        ["材料|形式", "A Work|[PDF · 1.9 MB](ex/u1)", "B Work|[官方链接](ex/u2)"],
        ["A Work > ex/u1", "B Work > ex/u2"],
    ),
    (
        [
            "Book|Status",
            "[A](ex/u1)|✅ Great intro",
            "[B](ex/u2)|done, loved it",
            "[C](ex/u3)|todo",
        ],
        ["A > ex/u1 (read; Great intro)", "B > ex/u2 (read; loved it)", "C > ex/u3"],
    ),
    (
        ["资料|说明|进度", "《一本书》|教材，[PDF](ex/u1)|3/12 章", "[乙](ex/u2)|很好|未开始"],
        ["《一本书》 > ex/u1 (begun; 教材，PDF)", "乙 > ex/u2 (很好)"],
    ),
    (
        [
            "Date|Title|Notes",
            "2012|[A Work](ex/u1)|In a fine town",
            "2011|Do oaks have envy?|With Ann. This was [published elsewhere](ex/u2) in *Oaks*.",
            "2010|B Work|Code: [here](ex/c)",
        ],
        [
            "A Work > ex/u1 (In a fine town)",
            "Do oaks have envy? > ex/u2 (in Oaks; With Ann. This was published elsewhere in Oaks.)",
            "B Work > ex/c",
        ],
    ),
    (
        ["Paper|Materials", "[A Work](ex/u1)|[code](ex/c), [notes](ex/n)"],
        ["A Work > ex/u1 | code code ex/c | page notes ex/n"],
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
            "文章名称|链接|阅读",
            "**甲的文章**|[进入](ex/u1)|✔",
            "**乙的文章**||✔",
            "**丙的文章**||❌",
        ],
        ["甲的文章 > ex/u1 (read)", "乙的文章 > None (read)", "丙的文章 > None"],
    ),
    (
        [
            "Book|Notes",
            "[A Book](ex/u1)|Complete!",
            "[B Book](ex/u2)|In progress",
            "[C Book](ex/u3)|Complete",
            "[D Book](ex/u4)|on the shelf",
        ],
        [
            "A Book > ex/u1 (read)",
            "B Book > ex/u2 (begun)",
            "C Book > ex/u3 (read)",
            "D Book > ex/u4 (on the shelf)",
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
            "Read?|Title|Author",
            "✅|[A Book](ex/u1)|Ann",
            "|[B Book](ex/u2)|Bob",
            "x|[C Book](ex/u3)|Cy",
        ],
        ["A Book > ex/u1 (read)", "B Book > ex/u2", "C Book > ex/u3 (read)"],
    ),
    # Beside ticks, and where no cell is blank, a cross says no.
    (
        ["书名|状态", "[甲](ex/u1)|√", "[乙](ex/u2)|x", "|"],
        ["甲 > ex/u1 (read)", "乙 > ex/u2"],
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
        ["书名|结束时间|进度%", "[甲](ex/u1)|2019.2.28|", "[乙](ex/u2)||85", "[丙](ex/u3)||"],
        ["甲 > ex/u1 (read; 2019-02-28)", "乙 > ex/u2 (begun)", "丙 > ex/u3"],
    ),
    (
        ["Title|Read on", "[A one](ex/u1)|2024-05-01", "[B two](ex/u2)|"],
        ["A one > ex/u1 (read; 2024-05-01)", "B two > ex/u2"],
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
            "Title|Author|Status",
            "[A Book](ex/u1)|Ann|Reading",
            "[B Book](ex/u2)|Bob|Finished ✅",
            "[C Book](ex/u3)|Bob|✅ 2024-05-01",
        ],
        ["A Book > ex/u1 (begun)", "B Book > ex/u2 (read)", "C Book > ex/u3 (read; 2024-05-01)"],
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
            "零基础多图详解 图神经网络 > ex/p1 (67 min; （GNN/GCN）)",
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
        ["Topic|Reading|Due", "Oaks|[A Work](ex/u1)|Essay ([prompt](ex/u2))", "Elms|Lee, ch. 1|"],
        ["A Work > ex/u1 | page prompt ex/u2"],
    ),
    (
        ["What|Who|Where", "A Fine Tree|Ann Lee|[web](ex/u1)", "B Work|Bob|book"],
        ["A Fine Tree > ex/u1"],
    ),
    (
        ["Title|URL|Finished", "A Work|https://ex.com/1|March 3, 2024", "B Work|https://ex.com/2|"],
        ["A Work > ex/1 (read; 2024-03-03)", "B Work > ex/2"],
    ),
    (
        ["|Title|Started|Finished", "📖|A Work|2024-01-02|", "✔️|B Work|2024-01-02|2024-01-20"],
        ["A Work > None (begun)", "B Work > None (read; 2024-01-20)"],
    ),
    (
        ["书|状态", "[一本书](ex/u1)|已读✅", "[两本书](ex/u2)|未读", "[三本书](ex/u3)|à moitié"],
        ["一本书 > ex/u1 (read)", "两本书 > ex/u2", "三本书 > ex/u3 (begun)"],
    ),
    (
        ["Book|Done", "Dune|✅", "Deep Work|"],
        ["Dune > None (read)", "Deep Work > None"],
    ),
    (
        ["Book|Status", "[Dune](ex/u1)|📝", "[Deep Work](ex/u2)|⏳"],
        ["Dune > ex/u1 (begun)", "Deep Work > ex/u2"],
    ),
    (["Book|Status", "[](ex/u1)|"], ["ex.com/u1 > ex/u1"]),
    (
        ["Book|State", "[Dune](ex/u1)|✅", "[Deep Work](ex/u2)|⏳"],
        ["Dune > ex/u1 (read)", "Deep Work > ex/u2 (begun)"],
    ),
]


@pytest.mark.parametrize(("rows", "items"), CASES, ids=[rows[0] for rows, _ in CASES])
def test_a_row_is_what_a_reader_would_say(rows: list[str], items: list[str]) -> None:
    found = [line.replace("https://ex.com/", "ex/") for line in shown(parse(table(rows)))]
    assert [line.replace("https://github.com/", "gh/") for line in found] == items
