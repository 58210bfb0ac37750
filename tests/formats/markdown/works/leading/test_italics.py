"""The title beside italics after a comma."""

import pytest

from recall.domain.library.catalog import ReadOptions
from recall.formats.markdown.reader import parse


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Fleming, Soner, *Fine Trees and Deep Roots*", "Fine Trees and Deep Roots"),
        ("Fleming, Soner, *Fine Oaks and Tall Elms*", "Fine Oaks and Tall Elms"),
        ("Pham, *Fine Trees with Roots*", "Fine Trees with Roots"),
        ("**Shreve, *Fine Trees II: Roots*** (Springer, 2004)", "Fine Trees II: Roots"),
        ("Bardi, Capuzzo-Dolcetta, *Fine Trees*", "Fine Trees"),
        ("Lee and Ray, *Fine Trees*", "Fine Trees"),
        ("A Fine Book, *Ann Lee*", "A Fine Book"),
        ("A Fine Book, *Ann Lee*, 2020", "A Fine Book"),
        ("A Fine Book of Trees, *Ann Lee*", "A Fine Book of Trees"),
        ("Ann Lee, *Fine Trees*", "Fine Trees"),
        ("Ann Lee, Bob Ray, *Fine Trees*", "Fine Trees"),
        ("Friederici, *Physiol. Rev.*, 2011", "Friederici, Physiol. Rev., 2011"),
        ("Dune, *Frank Herbert*", "Dune"),
        ("Emma, *Jane Austen and Ann Lee*", "Emma"),
        ("William Lee: *Oaks*", "Oaks"),
        ("Smith et al. — *Fine Oaks and Elms: A Review*", "Fine Oaks and Elms: A Review"),
        ("Fine Trees: *A Guide*", "Fine Trees: A Guide"),
        ("Dune, *a novel of sand*", "Dune, a novel of sand"),
    ],
)
def test_names_before_italics_or_in_them_are_the_authors(text: str, title: str) -> None:
    (item,) = parse(f"- {text}", options=ReadOptions(plain=True)).items
    assert item.title == title
