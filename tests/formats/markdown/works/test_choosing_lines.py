"""Which link is the work, where a heading, a bullet or a paragraph has several lines."""

import pytest

from recall.formats.markdown.reader import parse
from testing.lists.marked_links import told, written

CASES = [
    # A link in small letters, or with a particle after it, is in a sentence about the first.
    (
        "**Day 4:** [Fine Oaks](PAGE). So short. There is a [nice film](OTHER) by her too.",
        ["Fine Oaks > PAGE | page nice film OTHER"],
    ),
    (
        "[Fine Oaks](PAGE), Ann Lee, 1964. Two parts, [the second is here](OTHER).",
        ["Fine Oaks > PAGE | page the second is here OTHER"],
    ),
    (
        "[Feine Eichen](PAGE), Ulm. Es gibt eine [längere Fassung](OTHER).",
        ["Feine Eichen > PAGE | page längere Fassung OTHER"],
    ),
    (
        "- [Fine Oaks](PAGE) | Ann Lee | [글 버전](OTHER)도 있음",
        ["Fine Oaks > PAGE | page 글 버전 OTHER"],
    ),
    (
        "- [the oak](PAGE), [the elm](OTHER), [the fir](THIRD)",
        ["the oak > PAGE", "the elm > OTHER", "the fir > THIRD"],
    ),
    (
        "Ann Lee, Bob Ray:  \nFine Trees: On Oaks. CoRR abs/1712.07557 (2017)  \nPAGE",
        ["Fine Trees: On Oaks > PAGE"],
    ),
    # Of citations, each has its own address or none; one below them may have that below it.
    (
        "Lee, A., 2019. A study of oaks. J 8. PAGE\nRay, B., 2018. A study of elms. J 9.\n"
        "Poe, C., 2017. A study of woods. J 7. OTHER",
        ["A study of oaks > PAGE", "A study of woods > OTHER"],
    ),
    (
        "Ray, B., 2018. A study of elms. J 9.\nPoe, C., 2017. A study of woods. J 7.\nOTHER",
        ["A study of woods > OTHER"],
    ),
    (
        "<div>Ray, B., n.d. A study of elms. J 9.</div>\n<span title='x'></span>\n"
        "<div>Poe, C., 2017. A study of woods. J 7. <a href='OTHER'>OTHER</a></div>",
        ["A study of woods > OTHER"],
    ),
    ("Fine Team, A Firm:\nFine trees at scale. 2017\nPAGE", ["Fine trees at scale > PAGE"]),
    (
        "- 论文标题：Attention Is All You Need\n  论文地址：PAPER\n  代码地址：REPO",
        ["Attention Is All You Need > PAPER | code  REPO"],
    ),
    (
        "- **A Fine Paper**<br>*Ann Lee, Bob Ray*<br>[[Paper]](PAPER) [[Code]](REPO)",
        ["A Fine Paper > PAPER | code Code REPO"],
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
        "### A Fine Paper\n\n[paper](PAPER) | [code](REPO)\n\nWords.",
        ["A Fine Paper > PAPER | code code REPO"],
    ),
    (
        "- [Alpha One](PAGE)\n  [Beta Two](OTHER)",
        ["Alpha One > PAGE", "Beta Two > OTHER"],
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
        "- [A Title](PAGE)  \n  *Author* — Summary text with [a link](OTHER).",
        ["A Title > PAGE | page a link OTHER"],
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
        "🟢 [Alpha](PAGE) — a tool\n🔴 [Beta](REPO)\n✅ [Gamma](OTHER)",
        ["Alpha > PAGE", "Beta > REPO", "Gamma > OTHER"],
    ),
    (
        "1. Nets\n   a. [Alpha](PAPER)\n   b. [Beta](PAPER2)",
        ["Alpha > PAPER", "Beta > PAPER2"],
    ),
    (
        "## 2. Oaks\n\n**Oaks: How They Grow in Woods**\nBy: Lee et al.\nLink: PAPER\nWhy: fun"
        "\n\n## 3. Elms\n\n**Elms: How They Grow in Woods**\nBy: Ray et al.\nLink: PAPER2\nWhy: ok",
        ["Oaks: How They Grow in Woods > PAPER", "Elms: How They Grow in Woods > PAPER2"],
    ),
    (
        "- **A Fine Study of Oaks** · OSDI 2001 · [pdf](PAPER) · [NB](OTHER)",
        ["A Fine Study of Oaks > PAPER | page NB OTHER"],
    ),
    (
        "- **Fine Oaks** [pdf](PAPER), [ELM](PAPER2)",
        ["Fine Oaks > PAPER", "ELM > PAPER2"],
    ),
    ("- [2020] Fine oaks in the woods (ECCV) [[논문](PAPER)]", ["Fine oaks in the woods > PAPER"]),
    ("- Fine oaks in the woods (NeurIPS) PAPER", ["Fine oaks in the woods > PAPER"]),
    ("- Fine oaks in the woods (FOREST) PAPER", ["Fine oaks in the woods (FOREST) > PAPER"]),
    (
        '- Lee, A., & Ray, B. (2016). "Why oaks?": How they grow. In *Proceedings of Trees*. PAPER',
        ['"Why oaks?": How they grow > PAPER'],
    ),
    (
        "- Lee, A. (2016). “Do trees talk?”: What we know. *A Journal, 12*(3). PAPER",
        ["“Do trees talk?”: What we know > PAPER"],
    ),
    ('- Ann Lee, "Fine oaks," *A Journal*, 2016. PAPER', ["Fine oaks > PAPER"]),
    (
        "- [🔥 A Fine Post](PAGE)\n- [🔥](OTHER)",
        ["A Fine Post > PAGE", "🔥 > OTHER"],
    ),
    ("- Lee, A. (2019) 'A leaf's life', Trees, 12. [pdf](PAPER)", ["A leaf's life > PAPER"]),
    ("- Fine Oaks (A. Lee). ISBN 978-1593273880. PAGE", ["Fine Oaks (A. Lee) > PAGE"]),
    ("- [x] **2017-06** Fine Oaks, *Lee et al.* ([arXiv](PAPER))", ["Fine Oaks > PAPER"]),
    ("- **The Fine Oaks** (Lee, 7th ed.) [A Shop](PAGE)", ["The Fine Oaks > PAGE"]),
    ('- PMID: 29073412 – "Fine Oaks" [PMC](PAPER)', ["Fine Oaks > PAPER"]),
    ("- *Oaks*, A. Lee, [solutions](PAPER)", ["Oaks > PAPER"]),
    ("- *Oaks* (Lee), [notes by Ann](PAPER)", ["Oaks > PAPER"]),
    ("- **Oaks** PAPER ｜ 目标：树 ｜ 2026-09-29", ["Oaks > PAPER"]),
    ("- Fine Oaks PAGE | goal: to see trees", ["Fine Oaks > PAGE"]),
    ("- 2.17 Oaks（ICLR 2023）：[论文](PAPER)", ["Oaks > PAPER"]),
    ("🟢 [Fine Oaks](PAPER)\n🔴 [Ex](PAGE) (spec)", ["Fine Oaks > PAPER", "Ex > PAGE"]),
    (
        "《一本书》，[豆瓣](PAGE)\n《另一本书》李明 著 [豆瓣](OTHER)",
        ["《一本书》 > PAGE", "《另一本书》 > OTHER"],
    ),
]


@pytest.mark.parametrize(("text", "items"), CASES, ids=range(len(CASES)))
def test_the_work_of_several_lines_is_what_a_reader_would_say(text: str, items: list[str]) -> None:
    assert told(parse(written(text))) == items
