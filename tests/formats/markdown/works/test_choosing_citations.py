"""A link named by authors and a year leads to the title before it."""

import pytest

from recall.formats.markdown.reader import parse
from testing.marked_links import told, written

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
    # Nothing before it names the work, or it is the title itself.
    ("- [Lee et al. (1975)](PAGE)", "Lee et al. (1975)"),
    ("- Film: [Blade Runner (1982)](PAGE)", "Blade Runner (1982)"),
    ("- Ann Lee. Literate Programming. 1984. [pdf](PAGE)", "Ann Lee. Literate Programming. 1984"),
    ("- A Fine Paper. [The World in 2019](PAGE)", "The World in 2019"),
]


@pytest.mark.parametrize(("text", "title"), CASES, ids=range(len(CASES)))
def test_authors_and_a_year_are_no_title_beside_one(text: str, title: str) -> None:
    assert told(parse(written(text))) == [told(parse(written(f"- [{title}](PAGE)")))[0]]
