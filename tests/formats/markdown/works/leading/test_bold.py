"""The title in bold where a short name stands before it, or only a year after it."""

import pytest

from recall.formats.markdown.reader import parse


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (
            "BERT **BERT: Fine nets and trees**, 2018, [Paper](https://a/1)",
            "BERT: Fine nets and trees",
        ),
        ('T5 **"Fine nets"**. *Ann Lee et al.* JMLR 2019. [[Paper](https://a/1)]', "Fine nets"),
        ('GPT-3 **"Fine nets"**. NeurIPS 2020. [Paper](https://a/1)', "Fine nets"),
        ('PaLM 2: **"PaLM 2 Report"**. 2023. [Tech.Report](https://a/1)', "PaLM 2 Report"),
        ('Alpha: **"Cards for nets"**. 2023. [Model Card](https://a/1)', "Cards for nets"),
        ("UniLM **Fine nets**, 2019. [Paper](https://a/1)", "Fine nets"),
        ("**Pajama**, 2023. [Repo](https://a/1)", "Pajama"),
        ("**Pricing**, OpenAI. [Blog Post](https://a/1)", "Pricing"),
        (
            "Ann J.C. Lee - **Nets, Oaks, and Elms (2003)** [Paper](https://a/1)",
            "Nets, Oaks, and Elms (2003)",
        ),
        ("`[lee2019]` **Alpha-LM**, A. Lee et al., 2019 — [Paper](https://a/1)", "Alpha-LM"),
        ("**Alpha**, a net for trees. [Paper](https://a/1)", "Alpha, a net for trees"),
        ("**Book:** *Fine Nets* by Ann Lee — [site](https://a/1)", "Fine Nets"),
        ("**Report:** Fine Nets <https://a/1>", "Fine Nets"),
        ("Learn **fine nets** first [Paper](https://a/1)", "Learn fine nets first"),
        (
            "`Survey` **Fine nets** — Ann Lee et al. *PRMVAI 2026*. [[Paper]](https://a/1)",
            "Fine nets",
        ),
        (
            "`Survey` **Nets**: on trees — Ann Lee. *A Venue 2026*. [[Paper]](https://a/1)",
            "Nets: on trees",
        ),
        ("`nets` and **fine trees** [Paper](https://a/1)", "nets and fine trees"),
        ("**《一本书》**：很好读 [Paper](https://a/1)", "《一本书》"),
        ("**目标检测**：从甲入手 → [甲的笔记](https://a/1) | [乙的笔记](https://a/2)", "目标检测"),
        ("[ ] **目标检测**：从甲入手", "目标检测"),
        ("**alpha-x**：一个用来学习的框架。项目地址：https://a/1", "alpha-x"),
        ("**alpha-x**: what it is. Project: https://a/1", "alpha-x: what it is"),
        ("[ ] **Alpha 1**: fine nets", "Alpha 1: fine nets"),
    ],
)
def test_a_title_in_bold_stands_beside_a_name_or_a_year(text: str, title: str) -> None:
    (item,) = parse(f"- {text}").items
    assert item.title == title
