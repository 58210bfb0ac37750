"""Titles and links in shapes that lists of a few people have."""

import pytest

from recall.formats.markdown.reader import parse
from testing.lists.marked_links import told, written


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "- A view: When does it end? In *ICML 2018*. [[pdf](PAPER)]",
            ["A view: When does it end? > PAPER"],
        ),
        (
            "- Equations and flows of nets: Basics. In *JMLR 2019*. [[pdf](PAPER)]",
            ["Equations and flows of nets: Basics > PAPER"],
        ),
        (
            "- **Alpha: Generation of Formal\n  Programs by Nets.** *Lee et al.* [[paper](PAPER)]",
            ["Alpha: Generation of Formal Programs by Nets > PAPER"],
        ),
        ("- *Oaks* - Introduction ([Electronic Reserves](PAGE))", ["Oaks - Introduction > PAGE"]),
        ("- Lee, Jr., Ann. 1963. ``A Fine Letter.'' ([Read](PAGE))", ["A Fine Letter > PAGE"]),
        (
            '- *Fine Oaks*, Part 2 - "Leaves" ([L](PAGE))\n- **Elms**, Chapters 2-3 [pdf](PAPER)',
            ["Fine Oaks, Part 2 > PAGE", "Elms, Chapters 2-3 > PAPER"],
        ),
        ("- The speed of oaks is from the\n  PAGE", ["The speed of oaks is from the > PAGE"]),
        ("- The speed of oaks from PAGE (in May)", ["The speed of oaks > PAGE"]),
        ("- Oaks: see [here](PAGE)\n- 榆树，参见 [这篇](PAPER)", ["Oaks > PAGE", "榆树 > PAPER"]),
        ("- **2026-02-14** — *Fine Oaks*, Ann Lee. 4/5. <PAGE>", ["Fine Oaks > PAGE"]),
        ("- [ ] A Fine Paper\n  - talk: VIDEO (30 min)", ["A Fine Paper > VIDEO"]),
        (
            "- `make` guide: [makeguide.org](https://makeguide.org)",
            ["make guide > https://makeguide.org"],
        ),
        ("- talk: VIDEO (30 min)", ["youtu.be/abc > VIDEO"]),
        ("- Fine Trees, *OSDI 2024* [pdf](PAPER)", ["Fine Trees > PAPER"]),
        ("- Oak, *OSDI 2024*: [pdf](PAPER)", ["Oak > PAPER"]),
        ("- *Fine Oaks* by Ann Lee | [free draft](PAGE) | 310 pp.", ["Fine Oaks > PAGE"]),
        (
            "**[Oaks](PAGE)** (12 min)\nIt speaks of [leaves](REPO).",
            ["Oaks > PAGE | code leaves REPO"],
        ),
        ("- Lee, *Science*, 1970 [pdf](PAPER)", ["Lee, Science, 1970 > PAPER"]),
        (
            "- MIT 6.1 Fine Trees 👉 PAGE (slides: [PDF](PAPER))",
            ["MIT 6.1 Fine Trees > PAGE | slides PDF PAPER"],
        ),
        ("- Oaks: Fine Trees - *OSDI 2024* - A School - PAPER", ["Oaks: Fine Trees > PAPER"]),
        ("- Trees of a fine kind, USENIX ATC '23 [Link](PAPER)", ["Trees of a fine kind > PAPER"]),
        ("- Trees of a fine kind (SOSP 2023) [Link](PAPER)", ["Trees of a fine kind > PAPER"]),
        ("- 🔥 [OSDI'24] **Oaks**: Fine Trees [[Paper](PAPER)]", ["Oaks: Fine Trees > PAPER"]),
        ("- Finish *Fine Oaks* (Lee) ch. 1-5 PAGE", ["Fine Oaks > PAGE"]),
        ('- Watch "Fine oaks" [yt](VIDEO)', ["Fine oaks > VIDEO"]),
        (
            '- [@ann](https://ann.org) – "Fine Trees" ([post](PAGE))',
            ["Fine Trees > PAGE | person @ann https://ann.org"],
        ),
        ("- [Raft] *Fine Oaks*, Lee & Ray, CACM '74 — PAGE", ["Fine Oaks > PAGE"]),
        (
            "- Ann Lee, « Fine Oaks? », *A Review*, vol. 8, 1974, p. 4 ([pdf](PAPER)).",
            ["Fine Oaks? > PAPER"],
        ),
        ("- A Fine Book ★★★★☆ PAGE", ["A Fine Book > PAGE"]),
        ("- Sendung „Gute Eichen“: [anhören](PAGE)", ["Sendung „Gute Eichen“ > PAGE"]),
        ("- **Sep 12** — *Fine Oaks*, Ann Lee [[pdf](PAPER)]", ["Fine Oaks > PAPER"]),
        ("- **Week 5 (Oct 1)** Fine Oaks [[pdf](PAPER)]", ["Fine Oaks > PAPER"]),
        (
            "- **Lecture 2**: [slides](SLIDES), [video](VIDEO)",
            ["Lecture 2 > VIDEO | slides slides SLIDES"],
        ),
        ("- Lee, *Fine Oaks*, [ch. 8](PAPER)", ["Fine Oaks > PAPER"]),
        ("- **Fine Oaks** (novel!) by Ann Lee — [Orbit](PAGE)", ["Fine Oaks > PAGE"]),
        ("- **Fine Oaks** by Ann Lee, [chapters 1–5](PAGE) ⏱ 3h", ["Fine Oaks > PAGE"]),
        ("- Lecture notes by Ann Lee - [Oaks](PAGE)", ["Oaks > PAGE"]),
        ("##A Fine Book\n\n    PAGE", ["A Fine Book > PAGE"]),
        ("- Oaks | Ann Lee | A School | [Paper](PAPER)", ["Oaks > PAPER"]),
        ("- *Fine Oaks*, Ann Lee - [A Press](PAGE)", ["Fine Oaks > PAGE"]),
        ("- Fine Oaks: free online [here](PAGE)", ["Fine Oaks > PAGE"]),
        ("- Lee P. Fine oaks. A Journal. 2015;58(12):75-84. PAPER", ["Fine oaks > PAPER"]),
        (
            "- [Oaks](PAGE): fine trees | [docs](https://docs.oaks.dev)",
            ["Oaks > PAGE | page docs https://docs.oaks.dev"],
        ),
        ("- A fine oak (Ann Lee): [Shop](PAGE)", ["A fine oak > PAGE"]),
        ("- 🎧 Radio 2: Ann on oaks → PAGE", ["Radio 2: Ann on oaks > PAGE"]),
        ("Blogs\nPAGE A Fine Oak\n\n- [One](OTHER)", ["A Fine Oak > PAGE", "One > OTHER"]),
        ("- [One](PAGE)\n- <sub>[+ 150 more in this section →](OTHER)</sub>", ["One > PAGE"]),
        ("[![Our banner](./b.png)](OTHER)\n\n- [One](PAGE)", ["One > PAGE"]),
        ('[<img src="a/logo.png">](OTHER)\n\n- [One](PAGE)', ["One > PAGE"]),
        ('# Oaks\n# [<img src="a/b.png">](OTHER)\n\n- [One](PAGE)', ["One > PAGE"]),
        ("- *Oaks*. Podcast with Ann. (PAGE)", ["Oaks > PAGE"]),
        ("- **Oaks**, *pour les arbres*\n<PAGE>", ["Oaks > PAGE"]),
        ('- [Lee & Ray, A Journal 2013](PAPER): "Fine oaks." Short.', ["Fine oaks > PAPER"]),
        ("- All of fine oaks. (2016). Woodcamp. PAGE", ["All of fine oaks > PAGE"]),
        (
            "From around\nA fine oak: PAGE\nA fair elm\nA fine ash: OTHER",
            ["A fine oak > PAGE", "A fine ash > OTHER"],
        ),
        ("## A\nPAGE are fine for oaks\n\n- [One](OTHER)", ["ex.com/page > PAGE", "One > OTHER"]),
        ("- [S2](https://github.com/ann/s2) - Fine trees.", ["S2 > https://github.com/ann/s2"]),
        ("- Oaks. (2010). In A. Lee, _A book_ (pp. 1-2). [pdf](PAPER)", ["Oaks > PAPER"]),
        (
            "- Lee, A. B., Gil-L´opez, S., and Ray, F. (2020). A tree. Oaks, 8:82. (PAPER)",
            ["A tree > PAPER"],
        ),
        (
            "- **Fine Oaks and Open Wood: A Story of Trees** - OSDI, Ulm - [video](VIDEO)",
            ["Fine Oaks and Open Wood: A Story of Trees > VIDEO"],
        ),
        (
            "For those who want to know more, I recommend the [Oaks](PAGE) or [Elms](OTHER).",
            ["Oaks > PAGE", "Elms > OTHER"],
        ),
        ("- The Oak\n  - [Source](PAGE) | [notes](OTHER)", ["The Oak > PAGE | page notes OTHER"]),
        ("- The Oak\n  - | [Source](PAGE) | Progress: `3/9` |", ["The Oak > PAGE"]),
        (
            "- Oaks: Trees in woods. A. Lee et al. *IEEE S&P 2019*. [[p]](PAPER)",
            ["Oaks: Trees in woods > PAPER"],
        ),
        ("- Oaks: Trees in woods. *IEEE S&P* 2019. [[p]](PAPER)", ["Oaks: Trees in woods > PAPER"]),
        ("- Trees in woods, Lee et al., *Oakland 2019* [p](PAPER)", ["Trees in woods > PAPER"]),
        ('- Oct 15 - "Fine trees" (Lee, Ray - CIDR 2022) PAPER', ["Fine trees > PAPER"]),
        ("- Fine trees / Ann Lee / Trees 49 / PAPER", ["Fine trees > PAPER"]),
        ("- 图解树｜李明｜[PDF](PAPER)", ["图解树 > PAPER"]),
        ("- HotCloud 16 -- A fine paper](PAGE)", ["A fine paper > PAGE"]),
        ("- 📖 **Fine nets** [Lee et al., 2025]：讲得很清楚。[$REF](PAPER)", ["Fine nets > PAPER"]),
        ("- 📖 **Alpha** [Lee et al., 2025]：讲得很清楚。[$REF](PAPER)", ["Alpha > PAPER"]),
        ("- **alpha/beta** — A net. Stars: 12. Owner: alpha. URL: REPO", ["alpha/beta > REPO"]),
        ("- A fine paper. [{{link}}](PAPER)", ["A fine paper > PAPER"]),
        ("- A Fine Net (draft)\n  [Link of CVPR (2016)](PAPER)", ["A Fine Net (draft) > PAPER"]),
        ("- A Fine Book - Ann Lee [练习题代码](REPO)", ["A Fine Book > REPO"]),
        ("- **A Fine Net**: [Google Drive Link](PAPER)", ["A Fine Net > PAPER"]),
        ("- [A Fine Net](./net.md) ACL 2018. *Ann Lee* ([paper](PAPER))", ["A Fine Net > PAPER"]),
        ("- A Fine Net on Trees. arxiv 2019. [论文地址](PAPER)", ["A Fine Net on Trees > PAPER"]),
        ("1. 一门好课（免费）:\n介绍基础；课程易懂，并有作业\nPAGE", ["一门好课（免费） > PAGE"]),
        (
            "1. **A Book** by A Firm\n   - *A note*\n   - [Free Online](PAGE)",
            ["A Book > PAGE"],
        ),
        (
            "- **A Fine Course on Nets**: It is good. [Videos](VIDEO)",
            ["A Fine Course on Nets > VIDEO"],
        ),
        (
            "**一门好课**\n\nPAGE\n\n讲义： OTHER\n\n代码： REPO",
            ["一门好课 > PAGE | slides  OTHER | code  REPO"],
        ),
        ("- [@article@A Fine Page](PAGE)", ["A Fine Page > PAGE"]),
        (
            "- A Fine Course, Fall 2014\n  - [Course Website](PAGE)\n  - [Youtube Playlist](VIDEO)",
            ["A Fine Course, Fall 2014 > PAGE | video Youtube Playlist VIDEO"],
        ),
        ("- Ash - [Oaks & Elms](PAGE)", ["Oaks & Elms > PAGE"]),
        ("- [A Fine Page](example.com)", ["A Fine Page > http://example.com"]),
        (
            "- Growing by Planting Seeds (Lee et al.) [[pdf]](PAPER)",
            ["Growing by Planting Seeds > PAPER"],
        ),
        ("- [A Fine Net](PAPER) - [Coq proof](REPO)", ["A Fine Net > PAPER | code Coq proof REPO"]),
        ("- Ann Lee's [online book](PAGE)", ["Ann Lee's online book > PAGE"]),
        ("- [Trees: PAGE]", ["Trees > PAGE"]),
        ("SICP\nPAGE | Interactive SICP", ["Interactive SICP > PAGE"]),
        ("🔥[A fine page]()\n\n[Two](PAGE)", ["A fine page > None", "Two > PAGE"]),
        ("- 2016-06-15 A Magazine: _Fine nets_ – [interview](PAGE)", ["Fine nets > PAGE"]),
        ("- 2016-06-15 Fine nets. PAGE", ["Fine nets > PAGE"]),
        (
            "- *[Fine nets](PAGE)*. A Press. Fortran code by Ann Lee [here](OTHER)",
            ["Fine nets > PAGE | code here OTHER"],
        ),
        (
            "- Fine nets ([publisher](PAGE), [google](https://www.google.com/search?q=nets))",
            ["Fine nets > PAGE | page google https://www.google.com/search?q=nets"],
        ),
        (
            '# A\n\n## B\n\n!!! note "Lee"\n\n    Lee, A., and Ray, B. **Nets.** [doi](PAPER)\n'
            "\n    [Elms](PAGE)\n\nWords\n\n    [Oaks](OTHER)",
            ["Nets > PAPER", "Elms > PAGE"],
        ),
        ("- ICML 2022 oral, The **speed** of nets, [pdf](PAPER)", ["The speed of nets > PAPER"]),
        ("- arXiv 2023.10, **Alpha**: fine nets, [arXiv](PAPER)", ["Alpha: fine nets > PAPER"]),
        (
            "- **Growing by Planting Seeds.** *Lee*. [pdf](PAPER)",
            ["Growing by Planting Seeds > PAPER"],
        ),
        ("- Fine nets by Lee et al: [ADS link](PAGE)", ["Fine nets > PAGE"]),
        ("- .NET Rocks: PAGE", [".NET Rocks > PAGE"]),
        ("# Papers of [Zek Ulm](http://ulm.com/)\n- [Trees](PAGE)", ["Trees > PAGE"]),
        (
            "**We write of trees, and of all that stands and grows there.**\n\n- [Trees](PAGE)",
            ["Trees > PAGE"],
        ),
        (
            "- Fine nets in woods [\\[Lee, IROS '14\\]](PAPER) [\\[Project\\]](PAGE)",
            ["Fine nets in woods > PAPER | page Project PAGE"],
        ),
        ("#### *Check out our [leaderboard](PAGE) of nets!*", ["leaderboard > PAGE"]),
        ("- A Fine Net: github.com/ann/nets", ["A Fine Net > http://github.com/ann/nets"]),
        ("- Fine nets: [Video en Loom](https://loom.com/a)", ["Fine nets > https://loom.com/a"]),
        (
            "- https://a.org/x\n  - https://a.org/y\n  - https://a.org/z",
            [f"a.org/{each} > https://a.org/{each}" for each in "xyz"],
        ),
        (
            "- Detect, Distill and Update: A net (SIGMOD 2023) [code](REPO)",
            ["Detect, Distill and Update: A net > REPO"],
        ),
        (
            "[A page](PAGE)\n[stack exchange](https://b.stackexchange.com/c)",
            ["A page > PAGE", "stack exchange > https://b.stackexchange.com/c"],
        ),
        ("| Capa | Livro | Link |\n|-|-|-|\n| - | Árvores | [Compre](PAGE) |", ["Árvores > PAGE"]),
        ("- PAGE by Ann Lee", ["ex.com/page > PAGE"]),
        ("- A Fine Book, on [Website](PAGE)", ["A Fine Book > PAGE"]),
        ("- A Fine Net —Lee et al PAPER", ["A Fine Net > PAPER"]),
        ("- A Fine Net by Dr. Ann Lee, Prof. Bob Ray [[pdf]](PAPER)", ["A Fine Net > PAPER"]),
        ("- 一本好书 by 周志华教授 [[Chinese]](PAGE)", ["一本好书 > PAGE"]),
        ("- **A Fine Net** (2009) / [원문](PAPER)", ["A Fine Net > PAPER"]),
        (
            "21.Fine Nets in Woods<br>\n论文链接：PAPER<br>源码链接：REPO<br><br>\n20.Fine Nets to"
            " Grow Trees with Branches and Leaves<br>\n作者：Ann Lee<br>\n论文链接：PAPER2",
            [
                "Fine Nets in Woods > PAPER | code  REPO",
                "Fine Nets to Grow Trees with Branches and Leaves > PAPER2",
            ],
        ),
        ("* [x] [什么是网络？](../net) — 网络解读\n  - 原文：PAGE", ["什么是网络？ > PAGE"]),
        ("- [ ] [A fine page](../net) - about nets", ["A fine page > None"]),
        (
            "- Ann Lee. Fine nets. (OSDI 2004, **best award**) [[pdf](PAPER)]",
            ["Fine nets > PAPER"],
        ),
        ("- [{{A fine paper}}](PAPER)", ["A fine paper > PAPER"]),
        ("- van Lee, A., & Ray, B. (2001). Fine nets. Press. [pdf](PAPER)", ["Fine nets > PAPER"]),
        ("## A fine paper\n\n[Originalquelle](PAPER)\n\nAnn Lee", ["A fine paper > PAPER"]),
        (
            "## A fine paper\n\n([paper](PAPER), [code](REPO), [dataset for the parts](OTHER))",
            ["A fine paper > PAPER | code code REPO | page dataset for the parts OTHER"],
        ),
        (
            "[One](PAGE)\n[Medium](https://medium.com)",
            ["One > PAGE", "Medium > https://medium.com"],
        ),
        ("1. [One](PAGE)\n1.[Two](OTHER)", ["One > PAGE", "Two > OTHER"]),
        ("- [A fine page]()\n- [Two](PAGE)\n- []()", ["A fine page > None", "Two > PAGE"]),
        ("- [A fine page]() [pdf](PAPER)", ["A fine page > PAPER"]),
        ("(A fine page)[PAGE]", ["A fine page > PAGE"]),
        (
            "- [A fine talk](PAGE) with [accompanying materials](REPO) and a [slidedeck](OTHER)",
            ["A fine talk > PAGE | code accompanying materials REPO | slides slidedeck OTHER"],
        ),
        ("- 《一本书》王爽著 [链接](PAGE)", ["《一本书》 > PAGE"]),
        ("- 《A Book》Ann Lee [链接](PAGE)", ["《A Book》 > PAGE"]),
        ("- Trees (by Ann Lee, Bob Ray)\nPAGE", ["Trees > PAGE"]),
        (" * *Oaks or Elms?*\n\n   **Ann Hill**\n\n   PAGE", ["Oaks or Elms? > PAGE"]),
        ("- *Trees*\n  **Ann Hill**\n  PAGE", ["Trees > PAGE"]),
        ("- *Ann Hill*\n  **Bob Lee**\n  PAGE", ["Ann Hill > PAGE"]),
        ("- A fine manual \\[[a-fine-manual-of-trees.pdf](PAPER)\\]", ["A fine manual > PAPER"]),
        ("- [a-manual.pdf](PAPER)", ["a-manual.pdf > PAPER"]),
        ("- Fine Trees,\nOld and New\n : PAGE", ["Fine Trees, Old and New > PAGE"]),
        ("- The Oaks of\nOld Woods\nPAGE", ["The Oaks of Old Woods > PAGE"]),
        (
            "- Lists of trees compiled by [Ann Lee](http://ann.org/), by [CMU](https://cmu.edu/~a/)",
            ["Lists of trees > https://cmu.edu/~a/ | person Ann Lee http://ann.org/"],
        ),
        ("- Fine Trees:\n  Old and New\n  PAGE", ["Fine Trees: Old and New > PAGE"]),
        ("- Fine Trees,\n  Ann Lee, Bob Ray\n  PAGE", ["Fine Trees > PAGE"]),
        (
            "| Title | Link |\n|-|-|\n| Fine Trees: <br> How oaks grow | [pdf](PAPER) |",
            ["Fine Trees: How oaks grow > PAPER"],
        ),
        ("1. @ann\n 's PAGE for the basics", ["ex.com/page > PAGE"]),
        ("1. @ann\n 's Fine Trees PAGE", ["Fine Trees > PAGE"]),
        (
            "- Trees by Ann ([talk](VIDEO), [book via Shop](PAGE))",
            ["Trees by Ann > PAGE | video talk VIDEO"],
        ),
    ],
)
def test_the_title_is_told_from_what_stands_beside_it(text: str, expected: list[str]) -> None:
    assert told(parse(written(text))) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "- [A fine book](PAGE)\n  - [figures](OTHER)",
            ["A fine book > PAGE | page figures OTHER"],
        ),
        ("- [A fine book](PAGE)\n  - [data](OTHER)", ["A fine book > PAGE | page data OTHER"]),
        (
            "- [A fine book](PAGE)\n  - [appendix](OTHER)",
            ["A fine book > PAGE | page appendix OTHER"],
        ),
        ("- [A fine book](PAGE) [poster](SLIDES)", ["A fine book > PAGE | slides poster SLIDES"]),
        (
            "- [A fine book](PAGE)\n\n  [figures](OTHER)",
            ["A fine book > PAGE | page figures OTHER"],
        ),
    ],
)
def test_a_word_under_a_work_is_a_further_link(text: str, expected: list[str]) -> None:
    assert told(parse(written(text))) == expected


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("* Alpha\n  * [Alpha: Fine nets (ex.com)](PAGE)\n  * 说明", "Alpha: Fine nets (ex.com)"),
        (
            "* A fine model of nets\n  * [a/fine-repo: Official (github.com)](REPO)",
            "a/fine-repo: Official (github.com)",
        ),
    ],
)
def test_the_text_above_a_link_to_itself_is_no_section(text: str, title: str) -> None:
    (item,) = parse(written(f"# Nets\n\n{text}")).items
    assert (item.title, item.section) == (title, ("Nets",))


def test_a_text_above_another_work_is_a_section() -> None:
    (item,) = parse(written("# Reading\n\n* PL\n  * [2019 PL Winter School](PAGE)")).items
    assert item.section == ("Reading", "PL")


@pytest.mark.parametrize("text", ["TBD", "todo", "待补充", "N/A", "Coming soon…"])
def test_a_placeholder_with_a_box_is_no_reading(text: str) -> None:
    found = parse(written(f"- [ ] {text}\n- [ ] [One](PAGE)"))
    assert told(found) == ["One > PAGE"]
    assert [line.reason for line in found.skipped] == ["a placeholder, not a reading"]


@pytest.mark.parametrize(
    "text",
    [
        "整理编辑：[皮拉夫](https://www.jianshu.com/u/739b6)、[小海](https://juejin.cn/user/7825/posts)",
        "整理编辑：[Coder](https://ex.com/home)",
    ],
)
def test_who_put_a_list_together_is_no_reading(text: str) -> None:
    assert told(parse(written(f"## Blogs\n\n{text}\n\n1. [One](PAGE)"))) == ["One > PAGE"]
