"""A link named by authors and a year leads to the title before it."""

import pytest

from recall.formats.markdown.reader import parse
from testing.lists.marked_links import told, written

CASES = [
    ("- A Fine Paper. [Lee (1950)](PAGE)", "A Fine Paper"),
    ("1. **A Fine Paper**. [Lee, Ray (1977)](PAGE).", "A Fine Paper"),
    ("- A Fine Paper: On Good Things. [Lee et al (1975)](PAGE)", "A Fine Paper: On Good Things"),
    ("- A Fine Paper. [Lee et al. (1975)](PAGE)", "A Fine Paper"),
    ("- How Fine Is It?. [Corbató, Merwin Lee, Ray (1962)](PAGE)", "How Fine Is It?"),
    ("- How Fine Is It? [Lee and Ray, 1962](PAGE)", "How Fine Is It?"),
    ("- A Fine Paper, [Ann Lee & Bob Ray (2015a)](PAGE)", "A Fine Paper"),
    ("- A Fine Paper ([Lee et al., 2019](PAGE))", "A Fine Paper"),
    ("- A Paper on Trees. Ann Lee. 1974. [pdf](PAGE)", "A Paper on Trees"),
    ("- A Paper on Trees. Ann Lee, 1974. [pdf](PAGE)", "A Paper on Trees"),
    ("- A Paper on Trees. Ann Lee (1974) [pdf](PAGE)", "A Paper on Trees"),
    ("- Why Is It Fine? Ann B. Lee. 1974 [pdf](PAGE)", "Why Is It Fine?"),
    ("- A Firm. A fine paper[EB/OL]. (2023-03-15)[2024-05-01]. PAGE", "A fine paper"),
    ("- Lee, Ann, and Bob Ray. *Oaks*. New York: A Press, 2007. [PDF](PAGE)", "Oaks"),
    ("- Lee A 等. A Fine Paper on Trees. RecSys 2016. [pdf](PAGE)", "A Fine Paper on Trees"),
    ("- Lee A, Ray B, 等. A Fine Paper on Trees. [pdf](PAGE)", "A Fine Paper on Trees"),
    ("- Ann Lee | A Paper on Trees | PAGE | 2011", "A Paper on Trees"),
    # After authors, a year and a title, a link says where that is from.
    ("- Lee, A. (1999). A study of oaks. [Oak Foundation](PAGE).", "A study of oaks"),
    ("- Lee, A., Ray, B., 2005. Oaks: a study. [Journal of Oaks 41: 1–11](PAGE).", "Oaks: a study"),
    (
        "- Lee, A. and Ray, B., 2012. How do oaks grow? [Oak working paper](PAGE)",
        "How do oaks grow?",
    ),
    ("- Ann Lee, Bob Ray. A study of oaks. 2001. [Oak Library Online](PAGE)", "A study of oaks"),
    ("- A study of oaks. Ann Lee, 1999. [Oak library](PAGE)", "A study of oaks"),
    ("- 张三. 橡树的研究与方法. 橡树出版社, 1999. [橡树大学图书馆](PAGE)", "橡树的研究与方法"),
    ("- Lee, A. (1999). [A study of oaks](PAGE). Oak Foundation.", "A study of oaks"),
    ("- Lee, D. Ann, and I.M. Ray (2006). [Fine oaks, 2nd ed.](PAGE)", "Fine oaks, 2nd ed."),
    # A line in bold above it may say what kind of reading it is.
    ("- **Optional | talk**\n  Lee, A. *The Oak Art*. U Press, 1996. [Shop](PAGE)", "The Oak Art"),
    (
        "- **Core reading**\n  Lee, A. *The Oak Art*, 2nd ed. Press, 1996. [Shop](PAGE)",
        "The Oak Art",
    ),
    ("- **Core (30 min)**\n  A fine book on oaks [pdf](PAGE)", "A fine book on oaks"),
    (
        "1. **核心｜正式规范｜约 15 分钟**\n   橡树委员会：《一本好书》（2024）。[官方页面](PAGE)",
        "《一本好书》",
    ),
    (
        "1. **任选｜报告选段**\n   Lee, B., & Ray, S. *Oaks in Gardens*. OAK-7, 2007. [索引](PAGE)",
        "Oaks in Gardens",
    ),
    ("- **Main paper**\n  Ann Lee, Bob Ray, 2004 [pdf](PAGE)", "Main paper"),
    ("- **Essential C++**\n  A short book on oaks. [pdf](PAGE)", "Essential C++"),
    ("- **Fine oaks**\n  Ann Lee, Bob Ray. *Journal of Oaks*, 2004. [pdf](PAGE)", "Fine oaks"),
    # Nothing before it names the work, or it is the title itself.
    ("- [Lee et al. (1975)](PAGE)", "Lee et al. (1975)"),
    ("- Film: [Blade Runner (1982)](PAGE)", "Blade Runner (1982)"),
    ("- Ann Lee. Literate Programming. 1984. [pdf](PAGE)", "Literate Programming"),
    ("- A Fine Paper. [The World in 2019](PAGE)", "The World in 2019"),
]


@pytest.mark.parametrize(("text", "title"), CASES, ids=range(len(CASES)))
def test_authors_and_a_year_are_no_title_beside_one(text: str, title: str) -> None:
    assert told(parse(written(text))) == [told(parse(written(f"- [{title}](PAGE)")))[0]]


FOUND = [
    ("- [[NeurIPS2021](PAPER)] A Fine Paper", ["A Fine Paper > PAPER"]),
    (
        "- [[3DV2021](PAPER)] A Fine Paper [[Project](PAGE)]",
        ["A Fine Paper > PAPER | page Project PAGE"],
    ),
    (
        "- [2023/03] A Fine Paper *Ann Lee et al. IEEE(RAL)* [[paper](PAPER)] [[code](REPO)]",
        ["A Fine Paper > PAPER | code code REPO"],
    ),
    (
        "- [A Fine Site](PAGE) Works of big sites, for example [Ann](OTHER), [Bob](THIRD)",
        ["A Fine Site > PAGE | page Ann OTHER | page Bob THIRD"],
    ),
    (
        "- A.Lee, B. Ray, and C. Poe., A Fine Paper, arXiv:1410.1, 2014 [[Paper](PAPER)]",
        ["A Fine Paper > PAPER"],
    ),
    (
        "- Ann Lee, Bob Ray, Fine Networks, arXiv:1410.1. [[Paper](PAPER)]",
        ["Fine Networks > PAPER"],
    ),
    ("- [101](https://github.com/x/101) – A fine library", ["101 > https://github.com/x/101"]),
    (
        "- [Ann Lee](http://ann.org/) on [A Fine Talk](VIDEO)",
        ["A Fine Talk > VIDEO | person Ann Lee http://ann.org/"],
    ),
    ("- [A Fine Page](ann.com/2016/page/) - on trees", ["A Fine Page > http://ann.com/2016/page/"]),
    (
        "- [A Fine Page](PAGE) – [Trees](OTHER) to lists compiler, in Go",
        ["A Fine Page > PAGE | page Trees OTHER"],
    ),
    (
        "- [A Fine Page](PAGE) – [Another Page](OTHER) by Ann Lee",
        ["A Fine Page > PAGE", "Another Page > OTHER"],
    ),
    (
        "- [A Course](PAGE) [Fall 2019, Youtube](VIDEO) [Spring 2020](OTHER)",
        ["A Course > PAGE | video Fall 2019, Youtube VIDEO | page Spring 2020 OTHER"],
    ),
    ('- ["Leaves", Bob Ray, ElmCon 2018](PAGE)', ["Leaves > PAGE"]),
    ('- ["The roots", Ann @elm, Fine.io 2019](PAGE)', ["The roots > PAGE"]),
    ('- ["The roots" by Ann Lee](PAGE)', ["The roots > PAGE"]),
    ('- ["The roots," Ann Lee, A Review](PAGE)', ["The roots > PAGE"]),
    ('- ["Leaves" and other tales](PAGE)', ['"Leaves" and other tales > PAGE']),
    ('- ["Hello, Elm", or how I grew](PAGE)', ['"Hello, Elm", or how I grew > PAGE']),
    (
        "- [Venues](https://scholar.google.com/citations?view_op=top_venues&hl=en)",
        ["Venues > https://scholar.google.com/citations?view_op=top_venues&hl=en"],
    ),
    (
        "- Lee, A. (2009) Fine oaks in R. An Oak Press. PAGE",
        ["Fine oaks in R > PAGE"],
    ),
    ("- Lee, A., 2008: Fine oaks with **R**. A Press. PAGE", ["Fine oaks with R > PAGE"]),
    (
        "- A fine book on oaks. Strang, Gilbert. 4th ed. A Press, 2009. [Buy @ Amazon](PAGE)",
        ["A fine book on oaks > PAGE"],
    ),
    ("- Growing of oaks. Lee, Ann B. [eBook in Oak Library](PAGE)", ["Growing of oaks > PAGE"]),
    (
        "- Ann Holohan, Bob J. Leith, Cleo Mason: A fine oak. OSDI (2017). PAGE",
        ["A fine oak > PAGE"],
    ),
    (
        "- Lee, A. L. (2009), A Course in Oaks, Springer. ISBN 978-0-387 [get it @ Oak](PAGE)",
        ["A Course in Oaks > PAGE"],
    ),
    (
        "- Lee A. (2007), Oaks and Examples, Durham, NH, University of Oaks, Trees [pdf](PAPER)",
        ["Oaks and Examples > PAPER"],
    ),
    (
        "- Lee, A. (2017). Fine oaks. [CAIMS, 2017](PAGE). [[slides](OTHER)]",
        ["Fine oaks > OTHER | page CAIMS, 2017 PAGE"],
    ),
    (
        "1. **任选｜规范**\n   Lee, M. J. et al. “The oak statement.” *BMJ* 372 (2021). DOI:"
        " [10.1136/b.n71](PAGE)。只读一节。[入口](OTHER)",
        ["The oak statement > PAGE | page 入口 OTHER"],
    ),
    (
        "- Lee, A. (2017). Fine oaks. [Oak Foundation](PAGE). [Code](REPO)",
        ["Fine oaks > PAGE | code Code REPO"],
    ),
    (
        "- Lee, A. (2017). Fine oaks. [Oak Library](PAGE), [a second copy](OTHER)",
        ["Fine oaks > PAGE | page a second copy OTHER"],
    ),
    (
        "- Lee, A. (2017). Fine oaks. [Part 1](PAGE), [Part 2](OTHER)",
        ["Fine oaks, Part 1 > PAGE", "Fine oaks, Part 2 > OTHER"],
    ),
    (
        "- Lee, A. (2017). Fine oaks. [arXiv, 2017](PAPER). [[code](REPO)]",
        ["Fine oaks > PAPER | code code REPO"],
    ),
]


@pytest.mark.parametrize(("text", "items"), FOUND, ids=range(len(FOUND)))
def test_a_line_gives_what_a_reader_would_say(text: str, items: list[str]) -> None:
    assert told(parse(written(text))) == items


def test_authors_in_brackets_after_a_link_describe_it() -> None:
    (item,) = parse(written("- [A fine paper](PAPER) (Long et al., 2022, arXiv)")).items
    assert item.description == "(Long et al., 2022, arXiv)"
