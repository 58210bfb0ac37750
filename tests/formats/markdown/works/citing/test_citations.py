"""The title of a citation, as a reader would say it; "" where a text is none."""

import pytest

from recall.formats.markdown.works.citing.citations import title_of

CITED = [
    ("Fine Trees (1897) H. G. Wells", "Fine Trees"),
    ("Fine Trees(1920) W. E. B. Du Bois", "Fine Trees"),
    ("As fine trees grow — Vannevar Bush, The Atlantic, 1945", "As fine trees grow"),
    ("Fine trees — Lee, IEEE Trees and Oaks, 1993", "Fine trees"),
    ("Fine Trees (A Proposal) — Ambrose Lee-Ray (2018)", "Fine Trees (A Proposal)"),
    ("Ann B Lee, et al.: A Fine Paper: On Trees, 1992.", "A Fine Paper: On Trees"),
    ("Ann Lee et al.: A Fine Paper, EMNLP 2005.", "A Fine Paper"),
    ("Lee et al. A fine paper. NeurIPS 2017", "A fine paper"),
    ("Lee, A., Ray, B., n.d. A fine paper. A journal.", "A fine paper"),
    ("Lee, A., n.d. A fine paper [WWW Document]. A journal. URL", "A fine paper"),
    ("Lee, A., 2020. A fine paper [WWW Document]. URL", "A fine paper"),
    ("oaks: fine trees [WWW Document], n.d. . A Site. URL", "oaks: fine trees"),
    ("Fine Books by Ann B. Lee aka Aunt Ann", "Fine Books"),
    ("Fine Books by Ann Lee, Bob Ray, and Cy Poe, also known as FB", "Fine Books"),
    ("Fine Books by Ann Lee (FB)", "Fine Books"),
    ("Fine Books by Prof. Ann B. Lee", "Fine Books"),
    ("Dr. Oak and Mr. Elm - Ann B. Lee", "Dr. Oak and Mr. Elm"),
    ("OAKS, H. Lee, G. Ray", "OAKS"),
    ("Lee. Oaks, elms, and the order of trees. CACM 1978.", "Oaks, elms, and the order of trees"),
    ("Lee and Ray. Fine trees. A Press 1993.", "Fine trees"),
    ("Lee AB. A fine paper: on oaks. J Trees, 15, 137-43, 2005.", "A fine paper: on oaks"),
    ("Lee KM, Poe O, de Ray GL. FT: A fine paper. Trees, 5, e12722, 2010.", "FT: A fine paper"),
    (
        "Lee Z, Ray NA. A fine paper I: oaks, J Comput Tree, 229, 8231-58, 2010.",
        "A fine paper I: oaks",
    ),
    (
        "Lee, Ray, and Poe. 2020. “Oaks: What, When, Why and How.” Trees.",
        "Oaks: What, When, Why and How",
    ),
    ("Lee, Ann, & Bob Ray. (1995). ”A fine paper.” Trees, 13(3):253-263.", "A fine paper"),
    ("Lee A, Ray B, et al. A fine paper. CVPR 2016", "A fine paper"),
    ("Ann V. Lee and Bob Ray: A Fine Paper, 2014.", "A Fine Paper"),
    ("Ann Lee, Bob Y. Ray, and Cy I. Poe: A Fine Paper, J. Tree Research, 2003.", "A Fine Paper"),
    ("Ann Lee and Bob Ray, A Fine Paper, SIGKDD, 2002.", "A Fine Paper"),
    ("Ann Lee and Bob Ray. A Fine Paper, Computational Linguistics, 1993.", "A Fine Paper"),
    ("Lee and Ray: Fine Models for Names, EMNLP 1999.", "Fine Models for Names"),
    ("Lee, A., Ray, B., & Poe, C. (2022). A Fine Paper. In Proceedings of X 2022.", "A Fine Paper"),
    ("Lee, Ann, and Bob Ray. 2024. A fine title. Journal of Trees", "A fine title"),
    (
        "Lee, Ann, Cy Poe, and Bob Ray. 2024. A fine title: on trees. A Press",
        "A fine title: on trees",
    ),
    ("Lee, Ann. 2024. A fine title. Journal of Trees 3 (2): 1–9", "A fine title"),
    ("Lee, Ann, and Bob Ray (2024). A fine title. Journal of Trees.", "A fine title"),
    (
        "Lee, B., & Poe, C. (2007, June). A fine title. In Proceedings of X (pp. 2-9).",
        "A fine title",
    ),
    ("Lee, A. (1999, May). A fine title. In Proceedings of X (pp. 2-9).", "A fine title"),
    (
        "Lee, A., Ray, B., ... & Poe, C. (2003, May). A fine title. In Proceedings of X",
        "A fine title",
    ),
    ("Lee, A. (1968). How do we grow? Fine Tree Review, 46(1), 53–62.", "How do we grow?"),
    ("Lee, A. (2014). A fine title (2nd ed.). W. W. Ray & Company.", "A fine title (2nd ed.)"),
    ('Ann Lee does "A Fine Title', ""),
    ("Fine R-Trees (2017), K. He", "Fine R-Trees (2017)"),
    ("Lee A, Ray BC, Poe D. FT: A fine title. In13th Symposium", "FT: A fine title"),
    ("Alexia Massel. Finetrees: A Look at Trees. ASPLOS 1987.", "Finetrees: A Look at Trees"),
    (
        'M.E. Lee and B. Ray. "A Fine Title, Transactions on Trees, 2(4): 452-471, May 1991',
        "A Fine Title",
    ),
    ("van Lee, Ann M., and B. Ray, 2024a. A fine title. Trees", "A fine title"),
    ("A. Lee and B. Ray. Eve: A Method. ICLR, 2015", "Eve: A Method"),
    ("A. Lee et al., Trees: good or bad?, Letters of the ACM, 2010", "Trees: good or bad?"),
    ("Ann Lee, Bob Ray, Fine Networks, arXiv:1410.1, 2014", "Fine Networks"),
    ("Ann Lee: A bit of progress, MSR Technical Report, 2001.", "A bit of progress"),
    ("Ann Lee. The Fine Lesson", "The Fine Lesson"),
    ("The Rebel, Albert Poe", "The Rebel"),
    ("A Fine Book by Cal Poe", "A Fine Book"),
    ("A Fine Book. Ann Lee, Bob Ray and Cy Poe", "A Fine Book"),
    ("Trees (Ann Lee)", "Trees"),
    ("The Fine Tree-Month - Ann Lee", "The Fine Tree-Month"),
    ("Trees | Ann Lee, 2019", "Trees"),
    ("Lee, Ann: Gute Bäume, 6. Aufl., Köln 2010", "Gute Bäume, 6. Aufl."),
    ("Lee/Ray: Gute Bäume, Köln 2010", "Gute Bäume"),
]
NOT_CITED = [
    "The Fine Guide. 2024. Second edition",
    "Trees, Forests and Data. 2024. A survey",
    "Machine Learning: A Probabilistic Perspective, 2012",
    "Deep Learning, Computer Vision. A survey",
    "Language Processing and Deep Learning: An Overview",
    "Pride and Prejudice: an analysis",
    "Attention, Memory and Forests",
    "Fine Habits. An easy way",
    "Game Theory: An Introduction",
    "Ann Lee: A Life",
    "U.S. Fine Trees. New Papers",
    "Rust in Action, Leanpub",
    "Read chapter 3, then write to Ann",
    "Ann of the Trees",
    "Lee et al. CRYPTO 2020",
    "Lee et al. 2020",
    "",
    "A" * 700,
]


@pytest.mark.parametrize(("line", "title"), CITED, ids=range(len(CITED)))
def test_the_title_of_a_citation(line: str, title: str) -> None:
    assert title_of(line) == title


@pytest.mark.parametrize("line", NOT_CITED, ids=range(len(NOT_CITED)))
def test_a_title_stays_whole(line: str) -> None:
    assert title_of(line) == ""
