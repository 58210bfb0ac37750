"""An item without a link is named by its title; author, year and remarks describe it."""

import pytest

from recall.domain.library.catalog import ReadOptions
from recall.formats.markdown.reader import parse

CASES = [
    ("- [x] **A Fine Book**, *Ann Lee*, 2021", "A Fine Book", "Ann Lee, 2021"),
    ("- [ ] *A Fine Book* — Ann Lee", "A Fine Book", "Ann Lee"),
    ("- [ ] A Fine Book by Ann Lee", "A Fine Book", "by Ann Lee"),
    (
        "- [ ] **Fine Oaks** _(Lee — FT, 2021)_\n  My own one, and it is good.",
        "Fine Oaks",
        "(Lee — FT, 2021) My own one, and it is good",
    ),
    ("- [ ] Trees (by Ann Lee, Bob Ray)", "Trees", "(by Ann Lee, Bob Ray)"),
    (
        "- [ ] Fine Trees, by Lee & Ray (Fine Books, Vol 1)",
        "Fine Trees",
        "by Lee & Ray (Fine Books, Vol 1)",
    ),
    ("- [ ] Trees - Steven Lee / Bob Ray", "Trees", "Steven Lee / Bob Ray"),
    ("- [ ] **Trees** (1984) *Ann Lee* (first)", "Trees", "(1984) Ann Lee (first)"),
    ("- [ ] **Trees** (2018) and what they say", "Trees (2018) and what they say", None),
    ("- [Fine Trees]() is a book of oaks", "Fine Trees", "is a book of oaks"),
    ("- [ ] Ann Lee et al.: Fine Trees, 2014.", "Fine Trees", "Ann Lee et al.: Fine Trees, 2014."),
    ("- [ ] 🌟🌟 三体", "三体", None),
    ("- [ ] A Fine Book:\n  with a second line", "A Fine Book: with a second line", None),
    ("- [ ] Read chapter 3, then write", "Read chapter 3, then write", None),
    ("- [ ] `pdf`", "pdf", None),
    ("- [ ] 深入理解树木 `推荐`", "深入理解树木", "推荐"),
    ("- [ ] 深入理解树木 `CVPR 2021`", "深入理解树木", "CVPR 2021"),
    ("- [ ] 深入理解 `async`", "深入理解 async", None),
    ("- [ ] `推荐`", "推荐", None),
    ("- [ ] 三岛由纪夫 《春雪》", "《春雪》", "三岛由纪夫 《春雪》"),
    ("- [ ] 《好书》— 张三：第一本", "《好书》", "张三：第一本"),
    ("- [ ] 《好书》（第2版）：张三", "《好书》（第2版）", "张三"),
    ("- [ ] 《1984》（作者）", "《1984》", "（作者）"),
    ("- [ ] 张三《好书》", "《好书》", "张三《好书》"),
    ("- [ ] Ann Lee - 《好书》", "《好书》", "Ann Lee - 《好书》"),
    ("- [ ] 评《好书》", "评《好书》", None),
    ("- [ ] 《好书》斯图尔特", "《好书》", "斯图尔特"),
    ("- [ ] 《好书》导读", "《好书》导读", None),
    ("- [ ] 树：从入门到精通：微信读书", "树：从入门到精通", "微信读书"),
    ("- [ ] 好书：方法与实践 [知识点梳理](a.md)", "好书：方法与实践", None),
    ("- [ ] [论文](a.pdf)", "论文", None),
    *(
        (f"- [ ] {text}", "Хорошие деревья 80/86", text)
        for text in (
            "Ли, Томас. Х. Хорошие деревья 80/86.: Пер. с англ. – М.: Лес, 2014. – 208 с",
            "Ли К. Дж. Хорошие деревья 80/86. – М.: Лес, 2017. – 1328",
        )
    ),
    ("- [树下(上)](#)", "树下(上)", None),
    ("- [ ] **2030: A Fine Story** by Ann Lee", "2030: A Fine Story", "by Ann Lee"),
    ("- [ ] A Fine Book → [[My Notes]]", "A Fine Book", None),
    ("- [ ] A Fine Book → `notes/fine.md`", "A Fine Book", None),
    (
        "- [ ] A Fine Book (Ann Lee)\n  This is the first of many books, and it is long enough.",
        "A Fine Book",
        "(Ann Lee) This is the first of many books, and it is long enough",
    ),
    (
        '- [ ] **Lee, Ray, Poe** - "Fine Trees" (FT)',
        "Fine Trees",
        'Lee, Ray, Poe - "Fine Trees" (FT)',
    ),
    (
        "- [ ] **Lee, A.** - *Livewired* (2020)",
        "Livewired",
        "Lee, A. - Livewired (2020)",
    ),
    ("- [ ] 1984 — George Orwell", "1984", "George Orwell"),
    ("- [ ] Fine Trees by Kernighan and Plauger", "Fine Trees", "by Kernighan and Plauger"),
    ('- [ ] **Fine Trees** - "It is good"', "Fine Trees", '"It is good"'),
    (
        "- [ ] *Ann Lee and Bob Ray. A Theory of Trees. Ash-Press*, 1996",
        "A Theory of Trees",
        "Ann Lee and Bob Ray. A Theory of Trees. Ash-Press, 1996",
    ),
    (
        "- [ ] Ли А. Б., Рэй Б. Деревья. Курс. — СПб.: Питер, 2005. — 350 с.",
        "Деревья. Курс",
        "Ли А. Б., Рэй Б. Деревья. Курс. — СПб.: Питер, 2005. — 350 с.",
    ),
    (
        "- [ ] 山田太郎「良い木の本 - 入門」, 出版社, 2020",
        "良い木の本 - 入門",
        "山田太郎「良い木の本 - 入門」, 出版社, 2020",
    ),
    (
        "- [ ] 山田太郎. 良い木の本. 出版社, 2022.",
        "良い木の本",
        "山田太郎. 良い木の本. 出版社, 2022.",
    ),
    (
        "- [ ] [О2] Lee, A., Ray, B., How trees grow, Springer-Verlag, Ulm, 2008.",
        "How trees grow",
        "[О2] Lee, A., Ray, B., How trees grow, Springer-Verlag, Ulm, 2008.",
    ),
    (
        "- [ ] LEE, Ann; RAY, B. C. Fine Trees: A Guide. 2. ed. Ulm: A Press, 2006.",
        "Fine Trees: A Guide",
        "LEE, Ann; RAY, B. C. Fine Trees: A Guide. 2. ed. Ulm: A Press, 2006.",
    ),
    (
        "- [ ] Lee, Ann. Fine Trees in Ulm, GERMANY. A Keeper, May 2019.",
        "Fine Trees in Ulm, GERMANY",
        "Lee, Ann. Fine Trees in Ulm, GERMANY. A Keeper, May 2019.",
    ),
    (
        "- [ ] **A Fine Book** (free, online) — the first of all. It is long.",
        "A Fine Book",
        "(free, online) — the first of all. It is long.",
    ),
    ("- [ ] **fine.io** (free) — a tool. It is good.", "fine.io", "(free) — a tool. It is good."),
    (
        "- [ ] **A Fine Book** by Ann B. Lee — *It is short.*",
        "A Fine Book",
        "by Ann B. Lee — It is short.",
    ),
    (
        "- [ ] Fine Books by Ann Lee — It is short.",
        "Fine Books",
        "by Ann Lee — It is short.",
    ),
    (
        "- [ ] **C3. Lee, Ray, Poe (2005),** *A Fine Book of Trees*, A Press.",
        "A Fine Book of Trees",
        "C3. Lee, Ray, Poe (2005), A Fine Book of Trees, A Press.",
    ),
    (
        '- [ ] **A2. Ann Lee (2019),** "A fine paper",\n  *Trees* 4:1. **Read it first.**',
        "A fine paper",
        'A2. Ann Lee (2019), "A fine paper", Trees 4:1. Read it first.',
    ),
    (
        '- [ ] О. Ли - "Что такое дерево. Курс"',
        "Что такое дерево. Курс",
        'О. Ли - "Что такое дерево. Курс"',
    ),
    ("- [ ] Fine Oaks and Elms, KDD, 2018.", "Fine Oaks and Elms", "KDD, 2018"),
    (
        "- [ ] Why Oaks Grow, Fine University, IJCAI, 2016.",
        "Why Oaks Grow",
        "Fine University, IJCAI, 2016",
    ),
    (
        "- [ ] Fine oaks. J. Tree Sci. 2025, 13(9):1736.",
        "Fine oaks",
        "J. Tree Sci. 2025, 13(9):1736",
    ),
    ("- [ ] 改进 U-Net 识树. 南方科学 2026.", "改进 U-Net 识树", "南方科学 2026"),
    ("- [ ] Fine Oaks Oct 25, 2009", "Fine Oaks Oct 25, 2009", None),
    ("- [ ] Fine oaks. Read it twice.", "Fine oaks. Read it twice", None),
    ("- [ ] **Fine** Books — a long story. It is good.", "Fine Books", "a long story. It is good."),
    (
        '- [ ] **"Fine Books" by Ann Lee** (paid) — a long story. Good.',
        "Fine Books",
        "(paid) — a long story. Good.",
    ),
]


@pytest.mark.parametrize(("text", "title", "description"), CASES, ids=range(len(CASES)))
def test_a_text_is_parted_in_title_and_description(
    text: str, title: str, description: str | None
) -> None:
    (item,) = parse(text).items
    assert (item.title, item.url, item.description) == (title, None, description)


def test_equal_titles_of_several_authors_stay_apart() -> None:
    text = """
- [ ] Poems by Ann Lee
- [ ] Poems by Bob Ray
- [ ] Cy Poe et al.: Poems, 2014.
- [ ] Poems
- [ ] Poems by Ann Lee
"""
    assert [item.title for item in parse(text).items] == [
        "Poems",
        "Poems by Bob Ray",
        "Cy Poe et al.: Poems, 2014.",
        "Poems",
        "Poems",
    ]


@pytest.mark.parametrize(
    "citation",
    [
        "Lee, A., & Ray, B. (1995, May). A fine paper. In Proceedings of X",
        "Ann Lee and Bob Ray. A fine paper. OOPSLA 2004.",
        "Lee A, Ray B. A fine paper. Trees 2018",
    ],
)
def test_a_citation_is_a_work_whatever_stands_under_it(citation: str) -> None:
    under = "  - told by `Bob`\n  - [PPT directory](http://a/1)\n  - [Another work](http://a/2)\n"
    found = parse(f"# A\n- [x] {citation}\n{under}- [ ] Nets\n  - [One](http://a/3)\n")
    assert [item.title for item in found.items] == ["A fine paper", "Another work", "One"]
    assert [item.section for item in found.items] == [("A",), ("A",), ("A", "Nets")]
    paper, _, _ = found.items
    assert (paper.url, paper.checked, paper.note) == (None, True, "told by Bob")
    assert [link.url for link in paper.links] == ["http://a/1"]


def test_a_book_with_its_author_is_a_work_whatever_stands_under_it_if_titles_are_readings() -> None:
    text = "- *A Fine Book* by Ann Lee\n  - I liked it. It is long.\n- Nets\n  - A Second Book\n"
    found = parse(text, options=ReadOptions(plain=True)).items
    assert [item.title for item in found] == ["A Fine Book", "A Second Book"]
    assert found[0].note == "I liked it. It is long."


def test_a_work_is_not_lost_to_what_is_about_it() -> None:
    found = parse(
        "- [x] A Fine Book\n  - [Solutions to A Fine Book, 3rd Edition](http://a/1)"
    ).items
    assert [item.title for item in found] == [
        "A Fine Book",
        "Solutions to A Fine Book, 3rd Edition",
    ]
    assert all(item.checked and item.section == () for item in found)


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("**Fine Oaks**, **Elms** and **Nets** by *Ann Lee* - good", ["Fine Oaks", "Elms", "Nets"]),
        ("**Fine Oaks II**, **Ann Lee**", ["Fine Oaks II"]),
        ("**Fine Oaks**, **must read**: a book", ["Fine Oaks"]),
        ("**Fine Oaks** and elms", ["Fine Oaks"]),
    ],
)
def test_several_titles_in_bold_are_works(text: str, titles: list[str]) -> None:
    assert [item.title for item in parse(f"- [x] {text}").items] == titles
