"""Headings that say whether what stands under them is read."""

import pytest

from recall.formats.markdown.marks.headings import box_of
from recall.formats.markdown.reader import parse


@pytest.mark.parametrize(
    ("heading", "box"),
    [
        ("Done", "read"),
        ("✅ DONE:", "read"),
        ("已读 (12)", "read"),
        ("已读", "read"),
        ("読了", "read"),
        ("読んだ論文", "read"),
        ("📚 Books read in 2023", "read"),
        ("Read in 2024", "read"),
        ("Papers I've read:", "read"),
        ("Papers Read", "read"),
        ("Прочитано", "read"),
        ("Lu ✅", "read"),
        ("Terminadas ✅", "read"),
        ("Leídas", "read"),
        ("Finished Books", "read"),
        ("My Books (finished)", "read"),
        ("Finished & Recommended", "read"),
        ("Libros leídos", "read"),
        ("Gelesene Bücher", "read"),
        ("已读书单", "read"),
        ("读完的书", "read"),
        ("看完了", "read"),
        ("三、已读（12）", "read"),
        ("已读书籍 12 本", "read"),
        ("2023年に読んだ本", "read"),
        ("今年读过的书", "read"),
        ("已读论文（12篇）", "read"),
        ("올해 읽은 책", "read"),
        ("今年の抱負", None),
        ("二、在读", "begun"),
        ("最近在读", "begun"),
        ("いま読んでいる本", "begun"),
        ("进行中 (Running)", "begun"),
        ("Finished (2023)", "read"),
        ("한 번 이상 읽은 책", "read"),
        ("새로 읽고 있는 책", "begun"),
        ("进行中", "begun"),
        ("Currently reading", "begun"),
        ("Currently-Reading", "begun"),
        ("In-Progress", "begun"),
        ("Papers in progress", "begun"),
        ("在读", "begun"),
        ("阅读ing", "begun"),
        ("Books I'm Currently Reading", "begun"),
        ("Books I'm reading", "begun"),
        ("Blogs I’m reading", "begun"),
        ("What I'm watching & listening to", "begun"),
        ("Papers we are reading this week", "begun"),
        ("I'm reading:", "begun"),
        ("Lese ich gerade", "begun"),
        ("Bücher, die ich gerade lese", "begun"),
        ("En cours de lecture", "begun"),
        ("Livres que je lis", "begun"),
        ("Leyendo", "begun"),
        ("Estoy leyendo", "begun"),
        ("Libros que estoy leyendo", "begun"),
        ("Lendo", "begun"),
        ("Sto leggendo", "begun"),
        ("读书笔记", None),
        ("正在读", "begun"),
        ("今読んでいる本", "begun"),
        ("읽는 중", "begun"),
        ("Why I'm reading", None),
        ("Books I'm reading with Ann", None),
        ("Books I'm reading in 2024", None),
        ("Reading group", None),
        ("被搁置", "dropped"),
        ("Dropped", "dropped"),
        ("Read", None),
        ("Read books", None),
        ("Books to finish", None),
        ("Not finished", None),
        ("Getting started", None),
        ("To read", None),
        ("To be read in 2024", None),
        ("Done right", None),
        ("Reading", None),
    ],
)
def test_a_heading_may_say_that_everything_under_it_is_read(heading: str, box: str) -> None:
    assert box_of(("List", heading)) == box
    assert box_of((heading, "Papers")) == box


def test_a_box_of_its_own_counts_more_than_the_heading() -> None:
    text = "## Done\n- [One](http://a/1) (2024-05-01)\n- [ ] [Two](http://a/2)\n- [ ] Dune\n"
    more = "\nTitle|Link\n-|-\nDeep nets|[pdf](http://a/3)\n\n## Next\n- [Four](http://a/4)"
    found = parse(text + more).items
    assert [item.checked for item in found] == [True, False, False, True, False]
    assert found[0].read_on == "2024-05-01"


def test_what_stands_under_a_heading_of_what_is_begun_is_begun() -> None:
    lines = (
        "- [ ] [One](http://a/1)",
        "- [x] [Two](http://a/2)",
        "- Nets",
        "  - [Three](http://a/3)",
    )
    table = ("", "Title|Link", "-|-", "Deep nets|[pdf](http://a/4)")
    found = parse("\n".join(("## In progress", *lines, *table))).items
    assert [item.begun for item in found] == [True, False, True, True]
    assert [item.checked for item in found] == [False, True, False, False]


@pytest.mark.parametrize(
    ("beside", "checked"),
    [
        ("# To Read", True),
        ("**Currently reading**", True),
        ("# Books I'm reading", True),
        ("# Watch", False),
        ("# Reading list", False),
    ],
)
def test_read_alone_says_so_beside_what_is_not_read(beside: str, checked: bool) -> None:
    text = f"{beside}\n\n- [One](http://a/1)\n\n# Read\n\n- [Two](http://a/2)"
    assert [item.checked for item in parse(text).items] == [False, checked]


def test_reading_alone_is_what_is_being_read_beside_what_is_read() -> None:
    text = "# Reading\n- [ ] [One](http://a/1)\n# Read\n- [Two](http://a/2)"
    assert [(item.begun, item.checked) for item in parse(text).items] == [
        (True, False),
        (False, True),
    ]
    assert [item.begun for item in parse(text.replace("# Read\n", "# Watch\n")).items] == [
        False
    ] * 2


@pytest.mark.parametrize("name", ["To read", "Na fila", "⏳ 待读", "Noch zu lesen", "À lire"])
def test_what_is_to_be_read_is_not_begun(name: str) -> None:
    text = f"# Reading\n\n## Reading now\n- [A](http://a/1)\n## {name}\n- [B](http://a/2)"
    assert [item.begun for item in parse(text).items] == [True, False]


@pytest.mark.parametrize("name", ["✅ Já lidos", "Déjà lus", "Schon gelesen", "Ya leídos"])
def test_authors_below_what_is_already_read(name: str) -> None:
    text = f"### {name}\n\n- **Ann Lee**\n  - [Oaks](http://a/1) (1899). Fine.\n"
    assert [item.checked for item in parse(text).items] == [True]


def test_a_year_that_goes_on_says_nothing_of_its_books() -> None:
    text = (
        "## 2023 (进行中)\n\n- [ ] 《树》\n- [/] 《木》\n\n"
        "### Fine oaks\n\n- 链接：https://ex.com/1\n- 状态：✅\n"
    )
    items = parse(text).items
    assert [(item.checked, item.begun) for item in items] == [
        (False, False),
        (False, True),
        (True, False),
    ]
