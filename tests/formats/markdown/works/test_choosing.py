"""Which link of a line is the work: shapes of public lists, and their neighbors."""

import pytest

from recall.formats.markdown.reader import parse
from testing.lists.marked_links import told, written

CASES = [
    (
        "- A. Lee, B. C. Ray. FineNet 2.0: a paper on nets. OSDI 2004. [pdf](PAPER)",
        ["FineNet 2.0: a paper on nets > PAPER"],
    ),
    ("- A. Lee and B. Ray: A Fine Paper [pdf](PAPER)", ["A Fine Paper > PAPER"]),
    (
        "- U.S. Fine Policy. New Papers and More [pdf](PAPER)",
        ["U.S. Fine Policy. New Papers and More > PAPER"],
    ),
    (
        "- Lee A, Ray B, et al. A fine paper on nets[C]//CVPR. 2016: 770-778. [[PDF]](PAPER)",
        ["A fine paper on nets > PAPER"],
    ),
    (
        "- 李明, 王芳. 一篇关于网络的论文[J]. 计算机学报, 2020. [链接](PAPER)",
        ["一篇关于网络的论文 > PAPER"],
    ),
    ("- 2021-CVPR - A Fine Paper [[Paper](PAPER)]", ["A Fine Paper > PAPER"]),
    ("- GAN — Lee et al. — NeurIPS 2014 — [arxiv:1](PAPER)", ["GAN > PAPER"]),
    ("- [CVPR 2022] A Fine Paper. Ann Lee, Bob Ray. [pdf](PAPER)", ["A Fine Paper > PAPER"]),
    ("- A Fine System. A. B. Lee and K. Ray. 1974. PAPER", ["A Fine System > PAPER"]),
    ("- Who Reads? Ann Lee, Bob Ray [pdf](PAPER)", ["Who Reads? > PAPER"]),
    ("- A Fine Paper. Part Two and more [pdf](PAPER)", ["A Fine Paper. Part Two and more > PAPER"]),
    ("- Lec 2: *A fine lecture* — [video](VIDEO)", ["Lec 2: A fine lecture > VIDEO"]),
    (
        '**[2]** Lee, Ann, and Bob Ray. "**A Fine Paper**." Neural computation 18.7 (2006):'
        " 1527-1554. [[pdf]](PAPER)**(Fine Eve)** :star::star::star:",
        ["A Fine Paper > PAPER"],
    ),
    (
        '- Lee, Ann, and Bob Ray. "A Fine Paper." Nets (2006): Special issue. [[pdf]](PAPER)',
        ["A Fine Paper > PAPER"],
    ),
    (
        "- Lee, Ann, and Bob Ray. A Fine Paper. Nets 18.7 (2006): 1527-1554. [[pdf]](PAPER)",
        ["Lee, Ann, and Bob Ray. A Fine Paper. Nets 18.7 (2006): 1527-1554 > PAPER"],
    ),
    ("- *A Fine Book* by Ann Lee and Bob Ray (PAGE)", ["A Fine Book > PAGE"]),
    ("- *A Fine Book* by Ann Lee [link](PAGE)", ["A Fine Book > PAGE"]),
    ("- *A Fine Book* bytes PAGE", ["A Fine Book bytes > PAGE"]),
    ("- «A Fine Book», Ann Lee (PAGE)", ["A Fine Book > PAGE"]),
    ("- 『A Fine Book』 Ann Lee PAGE", ["A Fine Book > PAGE"]),
    ("- 『A Fine Book』を読む PAGE", ["『A Fine Book』を読む > PAGE"]),
    (
        "- Talk about Y [slides](SLIDES) [video](VIDEO)",
        ["Talk about Y > VIDEO | slides slides SLIDES"],
    ),
    (
        "- Lecture 1: Intro [[slides](SLIDES)] [[notes](PAGE)] [[video](VIDEO)]",
        ["Lecture 1: Intro > VIDEO | slides slides SLIDES | page notes PAGE"],
    ),
    (
        "- [A Fine Book](PAGE) - Ann Lee (PDF, HTML) ([EPUB](OTHER))",
        ["A Fine Book > PAGE | paper EPUB OTHER"],
    ),
    (
        "- [A Fine Book](PAGE) ([中文版](OTHER))",
        ["A Fine Book > PAGE | page 中文版 OTHER"],
    ),
    (
        "- A Fine Book [English](PAGE) [中文](OTHER)",
        ["A Fine Book > PAGE | page 中文 OTHER"],
    ),
    (
        "- A Fine Book. [Goodreads](https://goodreads.com/book/1) [Amazon](https://amazon.com/dp/1)",
        ["A Fine Book > https://goodreads.com/book/1 | page Amazon https://amazon.com/dp/1"],
    ),
    (
        "- [Read the Docs](https://readthedocs.org) - hosting for manuals",
        ["Read the Docs > https://readthedocs.org"],
    ),
    (
        "- [GitHub](https://github.com/) - where code lives",
        ["GitHub > https://github.com/"],
    ),
    (
        "- [[pdf]](PAPER) [A Fine Paper](PAGE)",
        ["A Fine Paper > PAGE | paper pdf PAPER"],
    ),
    (
        '- Vaswani et al. "Attention is all you need." [[NIPS 2017]](PAGE) [[arXiv:17.3]](PAPER)',
        ["Attention is all you need > PAGE | paper arXiv:17.3 PAPER"],
    ),
    (
        "- 李沐：[动手学深度学习](PAGE)，[视频](VIDEO)，[课件](SLIDES)",
        ["动手学深度学习 > PAGE | video 视频 VIDEO | slides 课件 SLIDES"],
    ),
    (
        "- Книга о чём-то [Обзор](PAGE)",
        ["Книга о чём-то > PAGE"],
    ),
    (
        "- 很好的影片 [影片](VIDEO)",
        ["很好的影片 > VIDEO"],
    ),
    (
        "- Buen articulo [enlace](PAGE)",
        ["Buen articulo > PAGE"],
    ),
    (
        "- PAGE — Some Title",
        ["Some Title > PAGE"],
    ),
    (
        "- Read this: [Deep Work](PAGE).",
        ["Deep Work > PAGE"],
    ),
    (
        "- [Alpha One](PAGE). [Code](REPO). [Slides](SLIDES).",
        ["Alpha One > PAGE | code Code REPO | slides Slides SLIDES"],
    ),
    (
        "- [A Fine Post](PAGE), via [Ann's blog](https://ann.dev/x)",
        ["A Fine Post > PAGE | page Ann's blog https://ann.dev/x"],
    ),
    (
        "- [A Fine Course](PAGE): [syllabus](OTHER), [lecture videos](VIDEO)",
        ["A Fine Course > PAGE | page syllabus OTHER | video lecture videos VIDEO"],
    ),
    (
        "- 2021-05-04 [A Fine Post](PAGE)",
        ["A Fine Post > PAGE"],
    ),
    (
        "- [A Fine Post](PAGE) OTHER",
        ["A Fine Post > PAGE | page  OTHER"],
    ),
    (
        "- The [Alpha One](PAGE) paper introduces [Beta Two](OTHER).",
        ["Alpha One > PAGE | page Beta Two OTHER"],
    ),
    (
        "- Vaswani, A. et al. (2017) Attention is all you need. [doi:10.1/x](https://doi.org/10.1/x)",
        ["Attention is all you need > https://doi.org/10.1/x"],
    ),
    (
        "- `ICML` A Fine Paper. [[OpenReview](https://openreview.net/forum?id=1)] [[Talk](VIDEO)]",
        ["ICML A Fine Paper > https://openreview.net/forum?id=1 | video Talk VIDEO"],
    ),
    (
        "- **A Fine Book** by Alex Petrov [[Amazon](PAGE)] [[O'Reilly](OTHER)]",
        ["A Fine Book > PAGE | page O'Reilly OTHER"],
    ),
    (
        "- A Fine Course ([course page](PAGE), [lectures on YouTube](VIDEO), [labs](OTHER))",
        ["A Fine Course > PAGE | video lectures on YouTube VIDEO | page labs OTHER"],
    ),
    (
        "- Talk: [A Fine Talk](PAGE) by Rich Hickey ([transcript](OTHER))",
        ["A Fine Talk > PAGE | page transcript OTHER"],
    ),
    (
        "- El pragmático [enlace](PAGE) / [resumen](OTHER)",
        ["El pragmático > PAGE | page resumen OTHER"],
    ),
    (
        "- Лекция 1. Введение — [видео](VIDEO), [слайды](SLIDES), [конспект](PAGE)",
        ["Лекция 1. Введение > VIDEO | slides слайды SLIDES | page конспект PAGE"],
    ),
    (
        "- 深層学習入門 [動画](VIDEO) [スライド](SLIDES)",
        ["深層学習入門 > VIDEO | slides スライド SLIDES"],
    ),
    (
        "- Rust async series: [1](PAGE), [2](OTHER), [3](THIRD)",
        ["Rust async series > PAGE | page 2 OTHER | page 3 THIRD"],
    ),
    (
        "- A Specialization (Andrew Ng): [C1](PAGE) [C2](OTHER)",
        ["A Specialization > PAGE | page C2 OTHER"],
    ),
    (
        "- 李宏毅《导论》：[课程主页](PAGE)，[视频](VIDEO)",
        ["李宏毅《导论》 > PAGE | video 视频 VIDEO"],
    ),
    (
        "- [A Fine Post](PAGE) - See the [website](OTHER) and the [second part of it](THIRD).",
        ["A Fine Post > PAGE | page website OTHER | page second part of it THIRD"],
    ),
    (
        "* [Foo](PAGE) ([docs](OTHER), [wiki](THIRD), [repo](REPO)).",
        ["Foo > PAGE | page docs OTHER | page wiki THIRD | code repo REPO"],
    ),
    (
        "1. [Chapter 1: Intro](PAGE) - [Video](VIDEO) - [Exercises](OTHER)",
        ["Chapter 1: Intro > PAGE | video Video VIDEO | page Exercises OTHER"],
    ),
    (
        "- **A Title**: [link](PAGE)",
        ["A Title > PAGE"],
    ),
    (
        "- [A Title](PAGE) ← must read",
        ["A Title > PAGE"],
    ),
    (
        "- [PAGE](PAGE)",
        ["ex.com/page > PAGE"],
    ),
    (
        "- [A Title](PAGE): [OTHER](OTHER)",
        ["A Title > PAGE | page  OTHER"],
    ),
    (
        "- [x] 2020.01.02 [A Fine Post](PAGE)",
        ["A Fine Post > PAGE"],
    ),
    (
        "- PAGE 一个很好的讲解。",
        ["一个很好的讲解 > PAGE"],
    ),
    (
        '- 11/05 — "Notes on structure" (PAGE)',
        ["Notes on structure > PAGE"],
    ),
    (
        "- 《图解HTTP》 豆瓣：PAGE",
        ["《图解HTTP》 > PAGE"],
    ),
    (
        "- [CS 61C](PAGE) **Great Ideas in Architecture** *UC Berkeley*",
        ["CS 61C Great Ideas in Architecture > PAGE"],
    ),
    (
        "- **第 01 讲：甲乙** [查看文章](PAGE)\n- [>> The Book Online](OTHER)",
        ["第 01 讲：甲乙 > PAGE", "The Book Online > OTHER"],
    ),
    (
        "- [ ] **(2중 1택)** 각 설명을 하는가?\n\n### A fine text\n\n- URL: [記事を読む](PAGE)",
        ["각 설명을 하는가? > None", "A fine text > PAGE"],
    ),
    (
        "- PAGE （“技术学习”部分包含很多）",
        ["ex.com/page > PAGE"],
    ),
    (
        "- **[MIT 6.5840:](PAGE) Distributed Systems**",
        ["MIT 6.5840: Distributed Systems > PAGE"],
    ),
    (
        "- Machine Learning [recent](PAGE) / [new](OTHER)",
        ["Machine Learning > PAGE | page new OTHER"],
    ),
    (
        "- [CS 179](PAGE) GPU Programming - a course on CUDA",
        ["CS 179 GPU Programming > PAGE"],
    ),
    (
        "- [Scrum Level](https://scrumlevel.com/a.pdf) - Ann Lee (PDF) [(EPUB)](OTHER)",
        ["Scrum Level > https://scrumlevel.com/a.pdf | paper (EPUB) OTHER"],
    ),
    (
        "- <OTHER> (clocks)",
        ["clocks > OTHER"],
    ),
    (
        '- Ann, "A Fine Text" (translation of [Ann\'s blog](OTHER)) [[link](PAGE)]',
        ["A Fine Text > PAGE | page Ann's blog OTHER"],
    ),
]


@pytest.mark.parametrize(("text", "items"), CASES, ids=range(len(CASES)))
def test_the_work_of_a_line_is_what_a_reader_would_say(text: str, items: list[str]) -> None:
    assert told(parse(written(text))) == items


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("- A Fine Work [[paper]](PAGE)", "paper"),
        ("- A Fine Work\n  论文：PAGE", "paper"),
        ("- A Fine Work [video](PAGE)", "video"),
        ("- A Fine Work [[pdf]](PAGE)", None),
        ("- A Fine Work [[book pdf]](PAGE)", None),
        ("- [A Fine Work](PAGE)", None),
        ("- A Fine Work [[paper]](VIDEO)", None),
        ("|Title|Paper|\n|--|--|\n|A Fine Work|[link](PAGE)|", None),
        ("|Title|Recording|\n|--|--|\n|A Fine Work|[link](PAGE)|", "video"),
        ("|Title|arXiv|\n|--|--|\n|A Fine Work|[link](PAGE)|", "paper"),
    ],
)
def test_what_a_link_is_called_is_its_kind_where_its_address_does_not_tell(
    text: str, kind: str | None
) -> None:
    assert parse(written(text)).items[0].kind == kind
