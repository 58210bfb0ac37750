"""Titles without links as readings, if the person says so."""

import pytest

from recall.domain.library.catalog import ReadOptions
from recall.errors import BadFile
from recall.formats.markdown.reader import parse
from testing.lists.markdown import Row, rows

PLAIN = ReadOptions(plain=True)


@pytest.mark.parametrize(
    ("text", "items"),
    [
        ("- Dune\n- Emma", [("Dune", None, "", False), ("Emma", None, "", False)]),
        ("1. Dune\n2. Emma", [("Dune", None, "", False), ("Emma", None, "", False)]),
        ("1、Dune\n2、Emma", [("Dune", None, "", False), ("Emma", None, "", False)]),
        ("# A\n\nBooks:\n\n- Dune\n", [("Dune", None, "A/Books", False)]),
        (
            "- Novels\n  - Dune\n- Other\n  - Emma",
            [("Dune", None, "Novels", False), ("Emma", None, "Other", False)],
        ),
        ("- [x] Dune\n  - good", [("Dune", None, "", True)]),
        ("- [Dune](http://a)\n  - good", [("Dune", "http://a", "", False)]),
        ("- Dune\n- [One](http://a)", [("Dune", None, "", False), ("One", "http://a", "", False)]),
        (
            "- Dune\n\nAbandoned\n\n- Emma",
            [("Dune", None, "", False), ("Emma", None, "Abandoned", False)],
        ),
        ("- 1984 – George Orwell (re-read)", [("1984", None, "", False)]),
        ("- Dune\n- ---\n- 1", [("Dune", None, "", False)]),
        (
            "一、 小说\n  * Dune\n\n二、其他\n  * Emma",
            [("Dune", None, "一、 小说", False), ("Emma", None, "二、其他", False)],
        ),
        ("*Last updated: May 2, 2020*\n\n- Dune", [("Dune", None, "", False)]),
        # Lines of titles in marks, below their label.
        (
            "- [One](http://a)\n\n小说：《甲》和《乙》",
            [
                ("One", "http://a", "", False),
                ("《甲》", None, "小说", False),
                ("《乙》", None, "小说", False),
            ],
        ),
        (
            "教材：《甲》、《乙》",
            [("《甲》", None, "教材", False), ("《乙》", None, "教材", False)],
        ),
        ("- [One](http://a)\n\n我读了《甲》。", [("One", "http://a", "", False)]),
        # Several lines alone above the bullets of one section name sections.
        (
            "Novels\n\n- Dune\n\nFilms by year\n\n- Emma",
            [("Dune", None, "Novels", False), ("Emma", None, "Films by year", False)],
        ),
        ("Novels\n\n- Dune", [("Dune", None, "", False)]),
        (
            "# A\nNovels\n\n- Dune\n\nFilms\n\n- Emma",
            [("Dune", None, "A/Novels", False), ("Emma", None, "A/Films", False)],
        ),
        ("- Dune — A novel of sand. It is fine.", [("Dune", None, "", False)]),
        ("- Dune — a fine one", [("Dune — a fine one", None, "", False)]),
        ("1. ------. 2018. Fine nets. A press.", [("Fine nets", None, "", False)]),
        (
            "- Lee, A. (1995) — *A fine book\n  on nets*, a journal. → more.",
            [("A fine book on nets", None, "", False)],
        ),
        # Parts with a number of their own stand under the first one.
        (
            "1. novels:\n1.1. Dune\n1.2. Emma\n2. other\n2.1. Mort",
            [
                ("Dune", None, "novels", False),
                ("Emma", None, "novels", False),
                ("Mort", None, "other", False),
            ],
        ),
        ("- Dune\n3.7 is out, and fine", [("Dune", None, "", False)]),
        # Authors below a title in bold are no part of it.
        (
            "- **Emma**  \nAnn Lee, Bob Ray\n- x",
            [("Emma", None, "", False), ("x", None, "", False)],
        ),
        (
            "- **To Save It, Click Here: Nets, Law, and Us**  \nAnn Lee",
            [("To Save It, Click Here: Nets, Law, and Us", None, "", False)],
        ),
        ('- Ann Lee Does "Emma', [('Ann Lee Does "Emma', None, "", False)]),
        # A citation is a reading without a bullet too, beside bullets or links.
        (
            "- [One](http://a)\n\nSome of these are fine.\n\n"
            "Lee, A., & Ray, B. (1986). A fine book. A press.",
            [("One", "http://a", "", False), ("A fine book", None, "", False)],
        ),
        (
            "# A\nDune（why is it\nso fine?）\nEmma",
            [("Dune（why is it so fine?）", None, "A", False), ("Emma", None, "A", False)],
        ),
        # Where there is nothing but headings, the lowest are the titles.
        (
            "# Films\n## Dune\n## Emma\n# Books\n## Mort",
            [
                ("Dune", None, "Films", False),
                ("Emma", None, "Films", False),
                ("Mort", None, "Books", False),
            ],
        ),
        ("* content\n{:toc}\n\n- Dune", [("Dune", None, "", False)]),
        ("1- Dune\n2- Emma", [("Dune", None, "", False), ("Emma", None, "", False)]),
        *(
            (f"- {text}", [("Fine nets and trees", None, "", False)])
            for text in (
                "Lee T., Ray R, Poe J. Fine nets and trees. Press, 2009.",
                "Lee C. M. Fine nets and trees. Press, 2006.",
                "A. Lee, Fine nets and trees, 1989",
                "Ann J. Lee, Bob Ray Jr. Fine nets and trees. A Press, 2014.",
                "A Research Institute. (2014). Fine nets and trees. A Press.",
            )
        ),
        # Rows of a table, if a head says that they are titles.
        (
            "| Book | Author |\n|-|-|\n| **Dune** | Ann |\n| Emma | Bob |",
            [("Dune", None, "", False), ("Emma", None, "", False)],
        ),
        (
            "<table>\n<tr><th>Book</th><th>Author</th></tr>\n\n"
            "<tr><td>Dune</td><td>Ann</td></tr>\n\n<tr><td>Emma</td></tr>\n</table>",
            [("Dune", None, "", False), ("Emma", None, "", False)],
        ),
        (
            "| Name | Author |\n|-|-|\n| Dune | Ann |\n| Emma | Bob |",
            [("Dune", None, "", False), ("Emma", None, "", False)],
        ),
        (
            "| No. | Names | Release |\n|-|-|-|\n| | Brick | 2005 |\n| | M | 1931 |",
            [("Brick", None, "", False), ("M", None, "", False)],
        ),
        ("- 1984, George Orwell", [("1984", None, "", False)]),
        # An introduction is no title.
        (
            "# A\n\nI liked all of these.\n\n### Novels\n\n##### Dune ★★\n\n##### Emma",
            [("Dune ★★", None, "A/Novels", False), ("Emma", None, "A/Novels", False)],
        ),
        (
            "Here are some of the books that I read.\n\n## B\n\nDune\n\nEmma",
            [("Dune", None, "B", False), ("Emma", None, "B", False)],
        ),
        # Paragraphs that were wrapped are a work each.
        (
            "Lee A. (1999), Fine Nets of the Wood and\nof Trees, Oakham, Mass: A Press\n\n"
            "Ray B. and Poe C. (1997), ‘Elms, and How\nThey Grow’, A Journal, 8, 289–309\n\n"
            "Poe C. (1990), Oaks and Other Trees, New\nYork: Ash",
            [
                ("Fine Nets of the Wood and of Trees", None, "", False),
                ("Elms, and How They Grow", None, "", False),
                ("Oaks and Other Trees", None, "", False),
            ],
        ),
        # Paragraphs that begin with a title in marks are a work each, whatever they say of it.
        (
            "_Fine nets_ by Lee. It is short. I liked it.\nAll of it.\n\n"
            "**Fine oaks**, Ann Poe. It is long.\n\n《一本书》（李明）很好。",
            [
                ("Fine nets", None, "", False),
                ("Fine oaks", None, "", False),
                ("《一本书》", None, "", False),
            ],
        ),
        ("- 一本书——20180226 讲树，内容不深，值得一看", [("一本书", None, "", False)]),
        ("- 甲、乙、丙——一条永恒的带子", [("甲、乙、丙——一条永恒的带子", None, "", False)]),
        ("| Week | Topic |\n|-|-|\n| 1 | Nets |\n\n- Dune", [("Dune", None, "", False)]),
        # Without bullets, each line is a title.
        (
            "# Novels\n\nDune\nEmma",
            [("Dune", None, "Novels", False), ("Emma", None, "Novels", False)],
        ),
        (
            "Dune\nby Frank P. Herbert Jr.\n\nEmma\nby Jane Austen",
            [("Dune", None, "", False), ("Emma", None, "", False)],
        ),
        (
            "朱狄：《艺术》人民出版社1994年版。\n李．美学［M］．三联书店，1986．\n《拉奥孔》（莱辛）",
            [
                ("《艺术》", None, "", False),
                ("美学", None, "", False),
                ("《拉奥孔》", None, "", False),
            ],
        ),
        (
            "|Author|Title|\n|---|---|\n|Ann Lee|2010|\n|Ann Lee|2001: A Story|",
            [("2010", None, "", False), ("2001: A Story", None, "", False)],
        ),
        (
            "- 1 《一本书》\n- 10《二本书》",
            [("《一本书》", None, "", False), ("《二本书》", None, "", False)],
        ),
        # References have their title in italics or quotation marks.
        (
            "Lee, Ann. *A fine book.* Ulm: A Press, 2011.\n\n"
            "[4] An Institute, “A – fine – paper,” Ulm, 2016.\n\n"
            "Ray, B., *A second book: on trees*, A Press, 2005",
            [
                ("A fine book", None, "", False),
                ("A – fine – paper", None, "", False),
                ("A second book: on trees", None, "", False),
            ],
        ),
        (
            "[1] 《一本书》。人民出版社，2018。\n[2] 李明。《二本书》。人民出版社，2018。\n[3] 树的文档。http://a/1",
            [
                ("《一本书》", None, "", False),
                ("《二本书》", None, "", False),
                ("树的文档", "http://a/1", "", False),
            ],
        ),
    ],
)
def test_plain_bullets_are_readings(text: str, items: list[Row]) -> None:
    assert rows(parse(text, options=PLAIN)) == items


def test_prose_is_no_reading() -> None:
    assert rows(parse("Words.\n\n- Dune", options=PLAIN)) == [("Dune", None, "", False)]


def test_prose_without_bullets_has_no_titles() -> None:
    with pytest.raises(BadFile, match="no links and no checkboxes"):
        parse("# Dune\n\nIt is good. I liked it.\nAll of it was.", options=PLAIN)
