"""Links whose text is a citation from end to end, and citations with a venue in italics."""

import pytest

from recall.formats.markdown.reader import parse
from recall.formats.markdown.works.citing.whole import cited, without_pointer
from testing.lists.marked_links import told, written

CITED = [
    (
        "Lee, A., Ray, B. and Poe, C., 2015, October. Fine trees: a book. In Woods.",
        "Fine trees: a book",
    ),
    ('Lee et al., "A Fine Paper," NeurIPS 2017', "A Fine Paper"),
    ('Lee et al., "A Fine Paper" (Trees), NeurIPS 2017', "A Fine Paper"),
    ('Ann Lee, "The Fine Tree" (blog)', "The Fine Tree"),
    (
        'Poe — "Let\'s plant a tree: from scratch" (a video, ~2 hours)',
        "Let's plant a tree: from scratch",
    ),
    ("Ann Lee: Fine Trees, SIGIR 1999.", "Fine Trees"),
    ('A.B. Lee "Fine Trees: A serious problem"', "Fine Trees: A serious problem"),
    ('Lee & Ray "A Fine Paper"', "A Fine Paper"),
    ("Lee, A. B. Fine Trees in Woods. Higher-Order Trees, 11, 363-397.", "Fine Trees in Woods"),
    ("Lee, A.B., & Ray, C. Fine Trees. IFL.", "Fine Trees"),
    ('Ann B. Lee, "Fine Trees: Roots and Crowns," Second Edition', "Fine Trees: Roots and Crowns"),
    ('Ann Lee, Bob Ray, "Fine Trees", 2nd ed.', "Fine Trees"),
    (
        "Ann M. Lee, Bob Ray, and Cy Poe. 2007. Fine Trees in Woods. Foundations of Trees 1, 2"
        f" (2007), 141-259. DOI:10.1/{'9' * 200}",
        "Fine Trees in Woods",
    ),
    (
        "Donald E. Lee. 1997. Fine Trees (3rd Ed.): Woods. A Press, Inc., USA.",
        "Fine Trees (3rd Ed.): Woods",
    ),
    ('"Fine Trees" by Ann Lee (2018)', "Fine Trees"),
    ("Michael T. Lee. Fine Trees!: A Book (Woods). A Press, 2007", "Fine Trees!: A Book (Woods)"),
    ("Fine Trees, Lee et al, 2013. (FT)", "Fine Trees"),
    ("Fine Trees in Woods, Hausknecht and Stone, 2015. (FT)", "Fine Trees in Woods"),
    ("Xian Zhou Chen: Fine Trees in Woods, 2006.", "Fine Trees in Woods"),
    ("Ann Lee, Bob Y. Ray, and Cy I. Poe: Fine Trees, J. Tree Research, 2003.", "Fine Trees"),
]
NOT_CITED = [
    "Ann Lee: Trees",
    "Fine Neural Trees: A Survey, 2019",
    'The Art of "Fine" Trees, 2019',
    'The "Fine" Paper',
    'Fine Trees "in the wood"',
    'Review: "A Fine Paper"',
    "Lee et al., Science, 2017",
    "A film (1999)",
    "Lions, Tigers and Bears, 2015",
]


@pytest.mark.parametrize(("text", "title"), CITED)
def test_the_title_of_a_citation(text: str, title: str) -> None:
    assert cited(text) == title
    (found,) = parse(f"- [{text}](https://a.org/1)", "list.md").items
    assert (found.title, found.description) == (title, text)


@pytest.mark.parametrize("text", NOT_CITED)
def test_what_is_no_citation_stays(text: str) -> None:
    assert cited(text) == ""
    (found,) = parse(f"- [{text}](https://a.org/1)", "list.md").items
    assert found.title == text


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("A Fine Paper [pdf]", "A Fine Paper"),
        ("A Fine Paper [PDF] [1]", "A Fine Paper [PDF] [1]"),
        ("A Fine Paper [part 2]", "A Fine Paper [part 2]"),
        ("[pdf]", "[pdf]"),
    ],
)
def test_a_title_does_not_say_what_its_link_is(text: str, title: str) -> None:
    assert without_pointer(text) == title


TEXTS = [
    (
        "Lee, A. B., & Ray, C. (2014). Fine trees in woods. *Journal of Tree Science*, 31",
        "Fine trees in woods",
    ),
    ("Lee, A., Ray, B., & Poe, C. (2015). A fine tree. *Annals of the Woods*, 112", "A fine tree"),
    ("Lee, A. (2015). *A fine book*. A Press.", "A fine book"),
    (
        "**Lee, A., & Ray, B. (1998).** *Fine Trees: Removing the Roots.* STOC.",
        "Fine Trees: Removing the Roots",
    ),
    ("**1984** by *Ann Lee*", "1984"),
    ("1984 by Ann Lee", "1984"),
    ('Lee, A. (1950). "Fine points in trees". *Annals of the Woods*.', "Fine points in trees"),
    ("Fine Cutting of Trees. In *ICML*, 2020.", "Fine Cutting of Trees"),
    ("Lee et al., *NeurIPS*, 2017", "Lee et al., NeurIPS, 2017"),
    ("Lee et al., *Nat. Hum. Behav.*, 2017", "Lee et al., Nat. Hum. Behav., 2017"),
    ("Lee & Ray, *A Fine Book*, 2016", "A Fine Book"),
]


@pytest.mark.parametrize(("text", "title"), TEXTS)
def test_a_venue_in_italics_is_no_title(text: str, title: str) -> None:
    (found,) = parse(f"- {text} [pdf](https://a.org/1)", "list.md").items
    assert found.title == title


def test_each_citation_of_a_cell_has_its_title() -> None:
    cell = "<br> ".join(
        f"{name} et al., *NeurIPS*, 2017 [`DOI`](https://doi.org/10.1/{name}) "
        f"[`PDF`](https://a.org/{name}.pdf)"
        for name in ("Lee", "Ray")
    )
    found = parse(f"|Week|Readings|\n|-|-|\n|1|{cell}|", "list.md").items
    assert [one.title for one in found] == [
        f"{name} et al., NeurIPS, 2017" for name in ("Lee", "Ray")
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('- [Lee et al., 2016 -- "A Fine Paper on Nets"](PAPER) -- words', "A Fine Paper on Nets"),
        (
            "- Notes on nets (a project). (2009, June 2). Retrieved May 2018, from a blog: PAPER",
            "Notes on nets (a project)",
        ),
        ("- Ballesteros, F. (n.d.). Clive. Retrieved May 2018, from GitHub: PAPER", "Clive"),
        (
            "- [Lee 2001] Lee, A., Ray, B., Poe, C., et al. *A Fine Title.* 2001. <PAPER>",
            "A Fine Title",
        ),
        ("- IBM. 2022a. [What Is a Fine Net?](PAPER)", "What Is a Fine Net?"),
        ("**A Firm.** (2022). *A Fine Net*. A Firm. PAPER", "A Fine Net"),
        ('- "A Fine Net [Web](PAPER)', "A Fine Net"),
        (
            "- Do As I Say, Not As I Do: Fine nets *Ann Lee et al. Arxiv.* [[paper](PAPER)]",
            "Do As I Say, Not As I Do: Fine nets",
        ),
        (
            "- 佐藤重幸 and 田浦健次朗. 良い本の設計 ([google](PAPER)). In _会議_, 2016.",
            "良い本の設計",
        ),
        ("- [“A Fine Net”](PAPER)", "A Fine Net"),
    ],
)
def test_the_title_of_a_citation_is_found(text: str, expected: str) -> None:
    assert told(parse(written(text))) == [f"{expected} > PAPER"]
