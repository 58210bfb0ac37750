"""Which link of a line is the work: shapes of public lists, and their neighbors."""

import pytest

from recall.formats.markdown.reader import parse
from testing.marked_links import told, written

CASES = [
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
        "- A Fine Paper. [[pdf]](PAPER) [[fine-repo]](REPO)",
        ["A Fine Paper > PAPER | code fine-repo REPO"],
    ),
    (
        "- A Fine Paper. [pdf](PAPER) [fine-repo](REPO)",
        ["A Fine Paper > PAPER | code fine-repo REPO"],
    ),
    (
        "- A Fine Paper [fine-repo](REPO) [[pdf]](PAPER)",
        ["A Fine Paper > PAPER | code fine-repo REPO"],
    ),
    (
        "- A Fine Paper. [[fine-repo]](REPO)",
        ["A Fine Paper > REPO"],
    ),
    (
        "- A Fine Paper ([arXiv](PAPER), [code](REPO))",
        ["A Fine Paper > PAPER | code code REPO"],
    ),
    (
        "- **A Fine Paper** [[Paper](PAPER)] [[Code](REPO)] [[Project](PAGE)]",
        ["A Fine Paper > PAPER | code Code REPO | page Project PAGE"],
    ),
    (
        "* [2023/05] **A Fine Paper** [[Paper]](PAPER)",
        ["A Fine Paper > PAPER"],
    ),
    (
        "* [2023/05] **A Fine Paper** | [[Project Page]](PAGE) [[Paper]](PAPER) [[Code]](REPO)",
        ["A Fine Paper > PAPER | page Project Page PAGE | code Code REPO"],
    ),
    (
        "- [A Fine Paper](PAPER). Ann Lee, Bob Ray. *CVPR 2020*. [[code]](REPO)",
        ["A Fine Paper > PAPER | code code REPO"],
    ),
    (
        "- [A Fine Paper](PAPER) [fine-repo](REPO)",
        ["A Fine Paper > PAPER | code fine-repo REPO"],
    ),
    (
        "- [A Fine Paper](PAPER), [fine-repo](REPO)",
        ["A Fine Paper > PAPER | code fine-repo REPO"],
    ),
    (
        "- [A Fine Paper](PAPER) ([code](REPO), [video](VIDEO), [slides](SLIDES))",
        ["A Fine Paper > PAPER | code code REPO | video video VIDEO | slides slides SLIDES"],
    ),
    (
        "- [fine-repo](REPO) - A library for fine things. [[paper]](PAPER)",
        ["fine-repo > REPO | paper paper PAPER"],
    ),
    (
        "- [fine-repo](REPO): based on [A Fine Paper](PAPER)",
        ["fine-repo > REPO | paper A Fine Paper PAPER"],
    ),
    (
        "- [vLLM](REPO) - Fast serving, see [PagedAttention](PAPER) and [another blog post](PAGE).",
        ["vLLM > REPO | paper PagedAttention PAPER | page another blog post PAGE"],
    ),
    (
        "- [Alpha One](PAGE), [Beta Two](OTHER) and [Gamma Three](SLIDES)",
        ["Alpha One > PAGE", "Beta Two > OTHER", "Gamma Three > SLIDES"],
    ),
    (
        "- [Alpha One](PAGE) | [Beta Two](OTHER)",
        ["Alpha One > PAGE", "Beta Two > OTHER"],
    ),
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
        "- Talk about Y [slides](SLIDES) [video](VIDEO)",
        ["Talk about Y > VIDEO | slides slides SLIDES"],
    ),
    (
        "- Lecture 1: Intro [[slides](SLIDES)] [[notes](PAGE)] [[video](VIDEO)]",
        ["Lecture 1: Intro > VIDEO | slides slides SLIDES | page notes PAGE"],
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
        "- [pdf](PAPER) - A Fine Paper",
        ["A Fine Paper > PAPER"],
    ),
    (
        "- [[pdf]](PAPER) [A Fine Paper](PAGE)",
        ["A Fine Paper > PAGE | paper pdf PAPER"],
    ),
    (
        "- [📄](PAPER) [💻](REPO) A Fine Paper",
        ["A Fine Paper > PAPER | code 💻 REPO"],
    ),
    (
        "- A Fine Paper [:page_facing_up:](PAPER) [:octocat:](REPO)",
        ["A Fine Paper > PAPER | code :octocat: REPO"],
    ),
    (
        "- Vaswani et al. [Attention is all you need](PAPER). NeurIPS 2017.",
        ["Attention is all you need > PAPER"],
    ),
    (
        '- Vaswani et al. "Attention is all you need." [[NIPS 2017]](PAGE) [[arXiv:17.3]](PAPER)',
        ["Attention is all you need > PAGE | paper arXiv:17.3 PAPER"],
    ),
    (
        "- 【ACL 2021】注意力是你所需要的一切 [[论文]](PAPER) [[代码]](REPO)",
        ["注意力是你所需要的一切 > PAPER | code 代码 REPO"],
    ),
    (
        "- 论文标题：Attention Is All You Need\n  论文地址：PAPER\n  代码地址：REPO",
        ["Attention Is All You Need > PAPER | code  REPO"],
    ),
    (
        "- **标题很好** - 作者 - [PDF](PAPER)",
        ["标题很好 > PAPER"],
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
        "- A Fine Paper: PAPER code: REPO",
        ["A Fine Paper > PAPER | code  REPO"],
    ),
    (
        "- BERT paper: PAPER, GPT paper: PAPER2",
        ["BERT paper > PAPER", "GPT paper > PAPER2"],
    ),
    (
        "- PAGE — Some Title",
        ["Some Title > PAGE"],
    ),
    (
        "- [A Fine Paper](PAPER) ![stars](https://img.shields.io/x)",
        ["A Fine Paper > PAPER"],
    ),
    (
        "- A Fine Paper [![arXiv](https://img.shields.io/a)](PAPER)"
        " [![Star](https://img.shields.io/b)](REPO)",
        ["A Fine Paper > PAPER | code Star REPO"],
    ),
    (
        "- [A Fine Paper](PAPER), Ann Lee, [Stanford University](https://stanford.edu)",
        ["A Fine Paper > PAPER | page Stanford University https://stanford.edu"],
    ),
    (
        "- Read [Deep Work](PAGE) and then [Dune](OTHER)",
        ["Deep Work > PAGE", "Dune > OTHER"],
    ),
    (
        "- Read this: [Deep Work](PAGE).",
        ["Deep Work > PAGE"],
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
        "- [Alpha One](PAGE). [Code](REPO). [Slides](SLIDES).",
        ["Alpha One > PAGE | code Code REPO | slides Slides SLIDES"],
    ),
    (
        "- [A Fine Paper](PAPER) - [Code](REPO) - [Video](VIDEO)",
        ["A Fine Paper > PAPER | code Code REPO | video Video VIDEO"],
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
        '- [Code](REPO) for "A Fine Paper" ([pdf](PAPER))',
        ["A Fine Paper > PAPER | code Code REPO"],
    ),
    (
        "- **A Fine Paper**<br>*Ann Lee, Bob Ray*<br>[[Paper]](PAPER) [[Code]](REPO)",
        ["A Fine Paper > PAPER | code Code REPO"],
    ),
    (
        "- A Fine Paper, *Ann Lee, Bob Ray*, CVPR 2020, [pdf](PAPER)",
        ["A Fine Paper > PAPER"],
    ),
    (
        "- A Fine Paper\n  Ann Lee, Bob Ray\n  [paper](PAPER) [code](REPO)",
        ["A Fine Paper > PAPER | code code REPO"],
    ),
    (
        "- A Fine Paper\n  - [pdf](PAPER)\n  - [fine-repo](REPO)",
        ["A Fine Paper > PAPER | code fine-repo REPO"],
    ),
    (
        "- A Fine Paper\n  - Paper: [link](PAPER)\n  - Code: REPO\n  - Video: [link](VIDEO)",
        ["A Fine Paper > PAPER | code  REPO | video link VIDEO"],
    ),
    (
        "- [A Fine Paper](PAPER)\n  - Code: [fine-repo](REPO)\n  - by [Ann](ANN)",
        ["A Fine Paper > PAPER | code fine-repo REPO | person Ann ANN"],
    ),
    (
        "- [ ] A Fine Paper\n  - [code](REPO)\n  - [paper](PAPER)",
        ["A Fine Paper > PAPER | code code REPO"],
    ),
    (
        "**A Fine Paper**\nAnn Lee, Bob Ray\n[paper](PAPER) [code](REPO)",
        ["A Fine Paper > PAPER | code code REPO"],
    ),
    (
        "**A Fine Paper**  \n*Ann Lee, Bob Ray*  \n[[Paper]](PAPER) [[Code]](REPO)\n\n"
        "**Another Paper**  \n*Cy*  \n[[Paper]](PAPER2)",
        ["A Fine Paper > PAPER | code Code REPO", "Another Paper > PAPER2"],
    ),
    (
        "[A Fine Paper](PAPER)\nCode: [fine-repo](REPO)",
        ["A Fine Paper > PAPER | code fine-repo REPO"],
    ),
    (
        "We like [Deep Work](PAGE), thanks to [Ann](ANN).",
        ["Deep Work > PAGE | person Ann ANN"],
    ),
    (
        "### A Fine Paper\n\n[paper](PAPER) | [code](REPO)\n\nWords.",
        ["A Fine Paper > PAPER | code code REPO"],
    ),
    (
        "### [A Fine Paper](PAPER) [[code]](REPO)",
        ["A Fine Paper > PAPER | code code REPO"],
    ),
    (
        "- [A Fine Post](PAGE), via [Ann's blog](https://ann.dev/x)",
        ["A Fine Post > PAGE | page Ann's blog https://ann.dev/x"],
    ),
    (
        "- [A Fine Course](PAGE) - [Ann Lee](https://ann.dev) (Stanford)",
        ["A Fine Course > PAGE | person Ann Lee https://ann.dev"],
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
        "- [Alpha One](PAGE) [Beta Two](OTHER)",
        ["Alpha One > PAGE", "Beta Two > OTHER"],
    ),
    (
        "- [Alpha One](PAGE)\n  [Beta Two](OTHER)",
        ["Alpha One > PAGE", "Beta Two > OTHER"],
    ),
    (
        "- [One](PAGE) · [Two](OTHER) · [Three](SLIDES)",
        ["One > PAGE", "Two > OTHER", "Three > SLIDES"],
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
        "### [A Fine Paper](PAPER)\n[code](REPO) · [annotated](PAGE)\n\nSee [a post](OTHER).",
        ["A Fine Paper > PAPER | code code REPO | page annotated PAGE", "a post > OTHER"],
    ),
    (
        "### BERT\n- Paper: PAPER\n- Code: REPO\n- Blog: [Open Sourcing BERT](PAGE)",
        ["BERT > PAPER | code  REPO | page Open Sourcing BERT PAGE"],
    ),
    (
        "### GPT-3\n\nTom B. Brown et al.\n\n[[Paper]](PAPER) [[GitHub]](REPO)",
        ["GPT-3 > PAPER | code GitHub REPO"],
    ),
    (
        "## Papers\n- [pdf](PAPER)\n- [code](REPO)",
        ["pdf > PAPER", "code > REPO"],
    ),
    (
        "1. Title: A Fine Paper\n   - Authors: Ann Lee\n   - Link: [arXiv](PAPER)",
        ["A Fine Paper > PAPER"],
    ),
    (
        "- ### Self-Instruct\n  - [paper](PAPER)\n  - [repo](REPO)",
        ["Self-Instruct > PAPER | code repo REPO"],
    ),
    (
        "- Semantic HTML: [part 1](PAGE) & [part 2](OTHER)",
        ["Semantic HTML, part 1 > PAGE", "Semantic HTML, part 2 > OTHER"],
    ),
    (
        "- **RAG** - *Retrieval for Tasks of Knowledge* - [arXiv:2005.11401](PAPER)",
        ["RAG - Retrieval for Tasks of Knowledge > PAPER"],
    ),
    (
        "- *A Fine Paper*, Hamilton et al., NIPS 2017. [[pdf](PAPER)] [[FineCode](REPO)]",
        ["A Fine Paper > PAPER | code FineCode REPO"],
    ),
    (
        "- (**GIN**) How Powerful are Nets? [[Paper](PAPER)] [[Official Code (PyTorch)](REPO)]",
        ["How Powerful are Nets? > PAPER | code Official Code (PyTorch) REPO"],
    ),
    (
        "- `NeurIPS'22` **A Fine Recipe for Nets** [PDF](PAPER), [CODE](REPO)",
        ["A Fine Recipe for Nets > PAPER | code CODE REPO"],
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
        "- [Bret Victor](http://worrydream.com/) – [A Fine Talk](VIDEO)",
        ["A Fine Talk > VIDEO | person Bret Victor http://worrydream.com/"],
    ),
    (
        "- Talk: [A Fine Talk](PAGE) by Rich Hickey ([transcript](OTHER))",
        ["A Fine Talk > PAGE | page transcript OTHER"],
    ),
    (
        "- Estructuras de datos, por [Ana García](https://anagarcia.es) [PDF](PAPER)",
        ["Estructuras de datos > PAPER | person Ana García https://anagarcia.es"],
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
        "- 強化学習（[上](PAGE)・[下](OTHER)）",
        ["強化学習（上） > PAGE", "強化学習（下） > OTHER"],
    ),
    (
        "- Haystack | [repo](REPO) | [docs](PAGE)",
        ["Haystack > REPO | page docs PAGE"],
    ),
    (
        "- Rust async series: [1](PAGE), [2](OTHER), [3](THIRD)",
        ["Rust async series > PAGE | page 2 OTHER | page 3 THIRD"],
    ),
    (
        "- A Specialization (Andrew Ng): [C1](PAGE) [C2](OTHER)",
        ["A Specialization (Andrew Ng) > PAGE | page C2 OTHER"],
    ),
    (
        "- [A Fine Guide](PAGE) par [Marie](https://marie.fr)",
        ["A Fine Guide > PAGE | person Marie https://marie.fr"],
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
        "- We thank [Ann](ANN). [A Fine Post](PAGE)",
        ["A Fine Post > PAGE | person Ann ANN"],
    ),
    (
        "- [A Title](PAGE) (Author, 2020) [Discussion](THREAD)",
        ["A Title > PAGE | discussion Discussion THREAD"],
    ),
    (
        "- [A Title](PAGE)  \n  *Author* — Summary text with [a link](OTHER).",
        ["A Title > PAGE | page a link OTHER"],
    ),
    (
        "* [Foo](PAGE) ([docs](OTHER), [wiki](THIRD), [repo](REPO)).",
        ["Foo > PAGE | page docs OTHER | page wiki THIRD | code repo REPO"],
    ),
    (
        "- [ ] [Foo Bar](PAGE) → [Bar Baz](OTHER) → [Baz Foo](THIRD)",
        ["Foo Bar > PAGE", "Bar Baz > OTHER", "Baz Foo > THIRD"],
    ),
    (
        "1. [Chapter 1: Intro](PAGE) - [Video](VIDEO) - [Exercises](OTHER)",
        ["Chapter 1: Intro > PAGE | video Video VIDEO | page Exercises OTHER"],
    ),
    (
        "- [Deep Nets](PAGE) by [Ian G](http://i.g), [Yo B](http://y.b) and [Al C](http://a.c)",
        [
            "Deep Nets > PAGE | person Ian G http://i.g | person Yo B http://y.b | person Al C http://a.c"
        ],
    ),
    (
        "- **A Title**: [link](PAGE)",
        ["A Title > PAGE"],
    ),
    (
        "- [[Paper](PAPER)] Title of the paper",
        ["Title of the paper > PAPER"],
    ),
    (
        "- Title of paper, [NeurIPS 2020](PAPER), [code](REPO)",
        ["Title of paper > PAPER | code code REPO"],
    ),
    (
        "- [A Title](PAGE) ← must read",
        ["A Title > PAGE"],
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
        "- [PAGE](PAGE)",
        ["ex.com/page > PAGE"],
    ),
    (
        "- [A Title](PAGE): [OTHER](OTHER)",
        ["A Title > PAGE | page  OTHER"],
    ),
    (
        "- A Fine Paper (ICML 2020) [`[pdf]`](PAPER) [`[code]`](REPO)",
        ["A Fine Paper (ICML 2020) > PAPER | code code REPO"],
    ),
    (
        '- <b>A Fine Paper</b> <a href="PAPER">[pdf]</a> <a href="REPO">[code]</a>',
        ["A Fine Paper > PAPER | code code REPO"],
    ),
    (
        "- [A Fine Paper](PAPER)<sup>[code](REPO)</sup>",
        ["A Fine Paper > PAPER | code code REPO"],
    ),
    (
        "- A Fine Paper | Ann Lee, Bob Ray | NeurIPS 2019 | [Paper](PAPER)",
        ["A Fine Paper > PAPER"],
    ),
    (
        "- [A Fine Paper](PAPER) | Ann Lee | NeurIPS 2019 | [fine-repo](REPO)",
        ["A Fine Paper > PAPER | code fine-repo REPO"],
    ),
    (
        "- Ann Lee, Bob Ray. **A Fine Paper**. In *NeurIPS*, 2019. [[pdf](PAPER)]",
        ["A Fine Paper > PAPER"],
    ),
    (
        "- Ann Lee and Bob Ray. *A Fine Paper.* NeurIPS, 2019. [pdf](PAPER), [code](REPO)",
        ["A Fine Paper > PAPER | code code REPO"],
    ),
    (
        "- [Lee et al., 2019] A Fine Paper, [pdf](PAPER)",
        ["A Fine Paper > PAPER"],
    ),
    (
        "- ⭐⭐⭐ **[A Fine Paper](PAPER)** *(must read)* [notes](PAGE)",
        ["A Fine Paper > PAPER | page notes PAGE"],
    ),
    (
        "- [x] 2020.01.02 [A Fine Post](PAGE)",
        ["A Fine Post > PAGE"],
    ),
    (
        "- [A Fine Paper](PAPER) [[unofficial code](REPO)] [[blog post by Ann](PAGE)]",
        ["A Fine Paper > PAPER | code unofficial code REPO | page blog post by Ann PAGE"],
    ),
    (
        "- [A Fine Paper](PAPER) @ [ICML](PAGE) 2020",
        ["A Fine Paper > PAPER | paper ICML PAGE"],
    ),
    (
        "- A talk on nets, [Ann Lee](ANN), [slides](SLIDES)",
        ["A talk on nets > SLIDES | person Ann Lee ANN"],
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
        "Alpha one [[pdf]](PAPER)\nBeta two [[pdf]](PAPER2)",
        ["Alpha one > PAPER", "Beta two > PAPER2"],
    ),
    (
        "[Alpha one](PAPER)\n[[pdf]](PAGE) [[code]](REPO)",
        ["Alpha one > PAPER | paper pdf PAGE | code code REPO"],
    ),
    (
        "- 🔥🔥 [**SP: Megatron LM**] Reducing Recomputation in Models [[pdf]](PAPER)",
        ["[SP: Megatron LM] Reducing Recomputation in Models > PAPER"],
    ),
    (
        "- [🔥 A Fine Post](PAGE)\n- [🔥](OTHER)",
        ["A Fine Post > PAGE", "🔥 > OTHER"],
    ),
    (
        "- PAGE 一个很好的讲解。",
        ["一个很好的讲解 > PAGE"],
    ),
    (
        '1. Deep-AI, 2024. *"A Fine Paper, and Efficient"*. [arXiv:2401.00001](PAPER)',
        ["A Fine Paper, and Efficient > PAPER"],
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
        "- [CS 179](PAGE) GPU Programming - a course on CUDA",
        ["CS 179 GPU Programming > PAGE"],
    ),
    (
        "- [GPT3](PAPER)。朝着 zero-shot 迈了一大步",
        ["GPT3 > PAPER"],
    ),
    (
        "- [CS 179](PAGE), [CS 180](OTHER)",
        ["CS 179 > PAGE", "CS 180 > OTHER"],
    ),
    (
        "- **PagedAttention** - Efficient memory management. [[paper](PAPER)] [[code](REPO)]",
        ["PagedAttention > PAPER | code code REPO"],
    ),
    (
        "- **BERT**: Pre-training of Deep Transformers [[paper](PAPER)]",
        ["BERT: Pre-training of Deep Transformers > PAPER"],
    ),
    (
        "- [Scrum Level](https://scrumlevel.com/a.pdf) - Ann Lee (PDF) [(EPUB)](OTHER)",
        ["Scrum Level > https://scrumlevel.com/a.pdf | paper (EPUB) OTHER"],
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
        "- A talk on caches by Ann Lee - [Part 1](PAGE), [Part 2](OTHER)",
        [
            "A talk on caches by Ann Lee, Part 1 > PAGE",
            "A talk on caches by Ann Lee, Part 2 > OTHER",
        ],
    ),
    (
        "- <OTHER> (clocks)",
        ["clocks > OTHER"],
    ),
    (
        "- A Fine Library (Python) [[link](fine.org)] [[paper](PAPER)]",
        ["A Fine Library (Python) > PAPER"],
    ),
    (
        '- Ann, "A Fine Text" (translation of [Ann\'s blog](OTHER)) [[link](PAGE)]',
        ["A Fine Text > PAGE | page Ann's blog OTHER"],
    ),
    (
        "- [A Fine Paper](file:///x/notes.md) [[arXiv](PAPER)]",
        ["A Fine Paper > PAPER | page A Fine Paper file:///x/notes.md"],
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
        ("- [Join us](CHAT)", "a place to talk, not a reading"),
        ("Instructor: [Ann Lee](PAGE)", "a person, not a reading"),
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
