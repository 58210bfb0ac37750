"""Bullets and lines below a work that are remarks about it, and those that are works."""

import pytest

from recall.formats.markdown.reader import parse
from testing.lists.marked_links import told, written

WORK = "- [A Fine Book](PAGE)\n"
OAKS = "A Fine Book > PAGE"


@pytest.mark.parametrize(
    ("below", "link"),
    [
        ("  - best so far. my notes: [site](OTHER)", "page site OTHER"),
        ("  - I stopped early, see [this critique](OTHER)", "page this critique OTHER"),
        ("  - Better told in [the authors' report](OTHER)", "page the authors' report OTHER"),
        ("  - also on tape: OTHER", "page  OTHER"),
        ("  - 有中文版 <OTHER>", "page  OTHER"),
        ("  - 很难，参考 [Oak 推导](OTHER)", "page Oak 推导 OTHER"),
        ("  - mi reseña está en OTHER", "page  OTHER"),
        ("  - reler antes! ver o [Arquivo Lima](OTHER)", "page Arquivo Lima OTHER"),
        ("\n  Known to all. Its course is [Oaks 15](OTHER).", "page Oaks 15 OTHER"),
        ("\n  英文版 [Elms](OTHER) 更好，中文也不错。", "page Elms OTHER"),
        ("  代码看这个 OTHER", "page  OTHER"),
    ],
)
def test_a_single_bullet_or_line_below_a_work_speaks_of_it(below: str, link: str) -> None:
    assert told(parse(written(WORK + below))) == [f"{OAKS} | {link}"]


@pytest.mark.parametrize(
    ("below", "titles"),
    [
        ("  - Week 1: [Old Elms at home](OTHER)", ["Old Elms at home"]),
        ("  - Ann Lee: [Old Elms](OTHER)", ["Old Elms"]),
        ("  - **Old Elms** [pdf](OTHER)", ["Old Elms"]),
        ('  - "Old Elms", [pdf](OTHER)', ["Old Elms"]),
        ("  - See also [Old Elms](OTHER) by her", ["Old Elms"]),
        ("  - [Old Elms](OTHER)", ["Old Elms"]),
        ("  - Old Elms: OTHER\n  - Old Firs: THIRD", ["Old Elms", "Old Firs"]),
        ("  - [ ] read [Old Elms](OTHER)", ["Old Elms"]),
    ],
)
def test_a_bullet_with_a_title_below_a_work_is_a_work(below: str, titles: list[str]) -> None:
    found = parse(written(WORK + below)).items
    assert [item.title for item in found] == ["A Fine Book", *titles]


@pytest.mark.parametrize(
    ("text", "items"),
    [
        (
            f"{WORK}  - took a month, [our notes](OTHER)\n  - there is a [talk](THIRD) as well",
            [f"{OAKS} | video talk THIRD | page our notes OTHER"],
        ),
        (
            "- [ ] Old Elms\n- [ ] A Fine Book\n  - read Lima first! see the [Lima files](OTHER)",
            ["Old Elms > None", "A Fine Book > None | page Lima files OTHER"],
        ),
        (
            "- A Fine Book\n  - Ann Lee, Ulm 1992\n  - PAGE\n  - told by somebody else: OTHER",
            [f"{OAKS} | page  OTHER"],
        ),
        (
            "## Trees\n\n### [A Fine Book](PAGE)\n\n*Ann Lee*\n\n- good\n- code at REPO",
            [f"{OAKS} | code  REPO"],
        ),
        ("- PAGE\n  - Elms at home OTHER", ["ex.com/page > PAGE", "Elms at home > OTHER"]),
        (
            "- A Fine Book PAGE\n  Old Elms OTHER",
            [OAKS, "Old Elms > OTHER"],
        ),
        (
            "- [@ann](https://twitter.com/ann)\n  See her [Old Elms](OTHER)",
            ["Old Elms > OTHER"],
        ),
        (
            "- **Paper:** [A Fine Book](PAGE)\n- **By:** Ann\n"
            "- **Notes:** [pdf](OTHER), see also her [blog post](THIRD)",
            [f"{OAKS} | paper pdf OTHER | page blog post THIRD"],
        ),
        (
            "- [ ] A Fine Book\n  - PAGE\n  - 教材：森の本\n  - 笔记参考 OTHER",
            [f"{OAKS} | page  OTHER"],
        ),
        (
            "- [x] 『A Fine Book』（Ann Lee 著、A press）\n  - PAGE\n  - 輪読会のメモ: OTHER",
            [f"{OAKS} | page  OTHER"],
        ),
        (
            "- [ ] A Fine Book\n  - PAGE\n  - [サンプルコード](REPO)\n"
            "  - Course page: [Oaks 15](OTHER)",
            [f"{OAKS} | code サンプルコード REPO | page Oaks 15 OTHER"],
        ),
        (
            "- Elms\n  - THIRD\n- Firs\n  - VIDEO\n"
            "- A Fine Book\n  - UP：Ann\n  - PAGE\n  - 主页 OTHER",
            ["Elms > THIRD", "Firs > VIDEO", f"{OAKS} | page  OTHER"],
        ),
        (
            "- A Fine Book\n  - PAGE\n  - 讲义下载 OTHER",
            [f"{OAKS} | slides  OTHER"],
        ),
        (
            "- Elms\n  - PAGE\n  - Ann Lee: OTHER",
            ["ex.com/page > PAGE", "Ann Lee > OTHER"],
        ),
        (
            "- [ ] Trees\n  - PAGE\n  - 《好书》 OTHER",
            ["ex.com/page > PAGE", "《好书》 > OTHER"],
        ),
        ("- [ ] Trees\n  - PAGE\n  - OTHER", ["ex.com/page > PAGE", "ex.com/other > OTHER"]),
        (
            "- [ ] Trees\n  - PAGE\n  - Lecture 2: OTHER",
            ["ex.com/page > PAGE", "Lecture 2 > OTHER"],
        ),
        (
            "- Paper: [A Fine Book](PAGE)\n- Notes: [Old Elms at home](OTHER), 2 pages",
            [OAKS, "Old Elms at home > OTHER"],
        ),
    ],
)
def test_remarks_belong_to_the_work_above(text: str, items: list[str]) -> None:
    assert told(parse(written(text))) == items
