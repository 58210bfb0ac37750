"""A dash before an author is told by the other texts of the section."""

import pytest

from recall.domain.library.catalog import ReadOptions
from recall.formats.markdown.reader import parse

AUTHORED = ("- Fine Oaks - Ann Lee", "- Fine Elms - John Seddon", "- Fine Nets - Tom Gilb")


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("The Goal - Eliyahu M Goldratt", "The Goal"),
        ("New Trees - Deming", "New Trees"),
        ("New Trees - qntm", "New Trees"),
        ("Mary Oliver - The Trees", "Mary Oliver - The Trees"),
        ("Fine Roots - a long story", "Fine Roots - a long story"),
        ("Fine Roots", "Fine Roots"),
    ],
)
def test_a_text_is_parted_at_its_dash_where_the_others_are(text: str, title: str) -> None:
    found = parse("\n".join((*AUTHORED, f"- {text}")), options=ReadOptions(plain=True))
    assert found.items[-1].title == title


@pytest.mark.parametrize(
    ("texts", "titles"),
    [
        # Two usual names tell of the others, whatever stands before a name.
        (
            ("The Republic, Plato", "Fine Oaks, Ann Lee", "Fine Elms, Tom Gilb", "Ethics, Spinoza"),
            ["The Republic", "Fine Oaks", "Fine Elms", "Ethics"],
        ),
        (
            ("Ann Lee - Fine Oaks", "Tom Gilb - Fine Elms", "Plato - The Republic"),
            ["Fine Oaks", "Fine Elms", "The Republic"],
        ),
        (
            ("数学（胡迪）", "物理（李明）", "好书（阿·钦）", "算法（第四版）"),
            ["数学", "物理", "好书", "算法（第四版）"],
        ),
        (("甲之书（书）", "乙（书，kindle）", "丙（极客专栏）"), ["甲之书", "乙", "丙"]),
        (
            ("Sapiens — Juval Noa", "1984 — Georg Orvel", "Oaks — Ann Lee", "Ads — a history"),
            ["Sapiens", "1984", "Oaks", "Ads — a history"],
        ),
        (
            ("Oaks by Ann Lee", "Elms by Tom Gilb", "Nets by John Seddon", "Law, Power & Trees"),
            ["Oaks", "Elms", "Nets", "Law, Power & Trees"],
        ),
        (
            ("Oaks (a must-read)", "Elms (practical guide)", "Nets (dry, but good)", "Law (2nd)"),
            ["Oaks", "Elms", "Nets", "Law (2nd)"],
        ),
        # Equal titles of several authors stay apart.
        (
            ("Oaks - Ann Lee", "Elms - Tom Gilb", "Poems - Abe Xu", "Poems - Georg Poe"),
            ["Oaks", "Elms", "Poems", "Poems - Georg Poe"],
        ),
        # An author may stand before a colon, and a volume after an author.
        (
            (
                "2021-12-01 Ann Lee: Oaks: A Life",
                "Prof. Tom Gilb: Elms",
                "Plato: Crito",
                "Who Was Ann Poe?",
            ),
            ["Oaks: A Life", "Elms", "Crito", "Who Was Ann Poe?"],
        ),
        (
            ("Oaks: A Life", "Elms: Ann Lee", "Nets: A Guide"),
            [
                "Oaks: A Life",
                "Elms: Ann Lee",
                "Nets: A Guide",
            ],
        ),
        (
            ("Ann Lee, Oaks", "Tom Gilb, Elms and Nets", "Plato, Crito"),
            ["Oaks", "Elms and Nets", "Crito"],
        ),
        (("Oaks, Ann Lee, Vol 1", "Elms, Tom Gilb (FR)", "Nets, Poe"), ["Oaks", "Elms", "Nets"]),
        # Marks tell the title from whatever stands beside it, but not if they are names or labels.
        (
            ('Ли "О дубах"', 'Рэй "Об ивах"', 'Письма Ли "О лесе"', "Дневник"),
            ["О дубах", "Об ивах", "О лесе", "Дневник"],
        ),
        (
            (
                "Lee, *Oaks*, part 1",
                "Ann Ray, “Elms”",
                "Tom Poe, *Nets* in *A journal*",
                "Poe, *Law*",
            ),
            ["Oaks", "Elms", "Nets", "Law"],
        ),
        # What stands behind the dash of most lines describes them.
        (
            ("oaks by lee - it is good to read", "elms - the book of all", "nets - a b c", "Law"),
            ["oaks by lee", "elms", "nets", "Law"],
        ),
        # So does what stands in brackets, but not an edition, a volume, a year or one word.
        (
            ("Oaks (Lee, 1833)", "Elms (read by all)", "Nets (Poe, 1842)", "Law (LW)"),
            ["Oaks", "Elms", "Nets", "Law (LW)"],
        ),
        (
            ("Oaks (2nd Edition)", "Elms (Volume 2)", "Nets (1842)", "Law (LW)"),
            ["Oaks (2nd Edition)", "Elms (Volume 2)", "Nets (1842)", "Law (LW)"],
        ),
        (("Oaks; Ann Lee", "Elms; Tom Gilb et al.", "Nets; Poe"), ["Oaks", "Elms", "Nets"]),
        (("~《甲》", "~《乙》 很好", "《丙》！"), ["《甲》", "《乙》", "《丙》"]),
        (
            (
                "**树木理论** — Ann Lee 文献（如《甲》）",
                "**《乙》** — Lee",
                "**《丙》** — Ray",
                "**《丁》**",
            ),
            ["树木理论", "《乙》", "《丙》", "《丁》"],
        ),
        (
            ("Lee `Fine Oaks`", "Ann Ray, `Fine Elms`", "Poe `On Nets`"),
            ["Fine Oaks", "Fine Elms", "On Nets"],
        ),
        (
            ("深入理解树木甲 `CS 1`", "深入理解树木乙 `CS 2`", "深入理解树木丙 `CS 3`"),
            ["深入理解树木甲 CS 1", "深入理解树木乙 CS 2", "深入理解树木丙 CS 3"],
        ),
        (
            ("**Ann Lee** — *Fine Oaks*", "**Tom Gilb** — *Fine Elms*", "**Poe** — *On Nets*"),
            ["Fine Oaks", "Fine Elms", "On Nets"],
        ),
        (("Oaks, Elms", "Nets, Law", "Roots, Trees"), ["Oaks, Elms", "Nets, Law", "Roots, Trees"]),
    ],
    ids=range(24),
)
def test_a_list_is_written_in_one_way(texts: tuple[str, ...], titles: list[str]) -> None:
    found = parse("".join(f"- {text}\n" for text in texts), options=ReadOptions(plain=True))
    assert [item.title for item in found.items] == titles


def test_few_authors_say_nothing_of_the_others() -> None:
    text = "\n".join((AUTHORED[0], "- Fine Roots", "- The Goal - Goldratt"))
    assert parse(text, options=ReadOptions(plain=True)).items[-1].title == "The Goal - Goldratt"


@pytest.mark.parametrize(
    ("lines", "titles"),
    [
        (
            ("[Oaks, Ann Lee](URL)", "[Elms, Tom Gilb](URL)", "[Nets, Georg Poe](URL)"),
            ["Oaks", "Elms", "Nets"],
        ),
        (
            ("[참나무 - 최호성](URL)", "[느릅나무 - 김종훈](URL)", "[그물 - 켄트 벡](URL)"),
            ["참나무", "느릅나무", "그물"],
        ),
        (("[树_李明 2018](URL)", "[木_王刚 2019](URL)", "[林_张楠](URL)"), ["树", "木", "林"]),
        # A subtitle is no author, and neither is a site.
        (
            ("[Oaks - A Life](URL)", "[Elms - A Life](URL)", "[Nets - A Guide](URL)"),
            ["Oaks - A Life", "Elms - A Life", "Nets - A Guide"],
        ),
        # So are texts that lead to a link, also where some authors are usual ones.
        (
            (
                "Oaks, Lee et al. [pdf](URL)",
                "Elms, Ray et al. [pdf](URL)",
                "Nets, Kipf & Poe. [pdf](URL)",
            ),
            ["Oaks", "Elms", "Nets"],
        ),
        (
            (
                "*Oaks* von Ann Lee [a](URL)",
                "*Elms* von Tom Gilb [b](URL)",
                "*Nets* von Poe [c](URL)",
            ),
            ["Oaks", "Elms", "Nets"],
        ),
    ],
    ids=range(6),
)
def test_links_are_written_in_one_way_too(lines: tuple[str, ...], titles: list[str]) -> None:
    text = "\n".join(
        f"- {line}".replace("URL", f"https://ex.com/{at}") for at, line in enumerate(lines)
    )
    assert [item.title for item in parse(text).items] == titles


@pytest.mark.parametrize(
    ("titles", "read"),
    [
        (("一棵树 （某刊）", "两棵树 （另一刊）", "三棵树"), ["一棵树", "两棵树", "三棵树"]),
        (("一棵树 （某刊）", "两棵树"), ["一棵树 （某刊）", "两棵树"]),
        (("一棵树 （第2版）", "两棵树 （上）"), ["一棵树 （第2版）", "两棵树 （上）"]),
        (("一棵树（某刊）", "两棵树（另一刊）"), ["一棵树（某刊）", "两棵树（另一刊）"]),
    ],
)
def test_wide_brackets_behind_a_space_are_set_apart(
    titles: tuple[str, ...], read: list[str]
) -> None:
    text = "\n\n".join(f"{title}\nhttps://ex.com/{at}" for at, title in enumerate(titles))
    assert [item.title for item in parse(text).items] == read


def test_what_is_left_out_of_the_title_of_a_link_describes_it() -> None:
    text = "".join(
        f"- [{title}](https://ex.com/{title[:4]}) - what it is\n"
        for title in ("Oaks, Ann Lee", "Elms, Tom Gilb", "Nets, Georg Poe")
    )
    assert [item.description for item in parse(text).items] == [
        "Ann Lee; what it is",
        "Tom Gilb; what it is",
        "Georg Poe; what it is",
    ]


def test_links_tell_of_texts_and_boxes_beside_them() -> None:
    text = (
        "- [ ] [Oaks](https://ex.com/1) by Ann Lee\n- [ ] [Elms](https://ex.com/2) by Tom Gilb\n"
        "- [ ] Nets in Water by Georg Poe\n- [ ] [Law](https://ex.com/3) by Bob Ray\n"
    )
    assert [item.title for item in parse(text).items] == ["Oaks", "Elms", "Nets in Water", "Law"]
