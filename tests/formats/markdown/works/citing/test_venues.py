"""Venues, journals and citations beside a title."""

import pytest

from recall.formats.markdown.works.citing import venues


@pytest.mark.parametrize("text", ["NeurIPS2021", "2017-NIPS", "Lee, IROS '14", "ICML 2020 (Oral)"])
def test_a_venue_has_its_year(text: str) -> None:
    """A year in four digits or two, before the venue or behind it."""
    assert venues.is_venue(text)


@pytest.mark.parametrize("text", ["NeurIPS", "2017", "What is new? A look at 2021"])
def test_a_name_a_year_and_a_question_are_no_venue(text: str) -> None:
    """They may be titles."""
    assert not venues.is_venue(text)


@pytest.mark.parametrize(
    "text", ["Lee (1977)", "Lee, Ray (1977)", "Ann Lee et al., 2019", "Lee and Ray 2019b"]
)
def test_authors_and_a_year_are_a_citation(text: str) -> None:
    """With brackets and without."""
    assert venues.is_citation(text)


def test_a_title_and_authors_without_a_year_are_no_citation() -> None:
    """Only the year tells that names are not a title."""
    assert not venues.is_citation("Lee and Ray")
    assert not venues.is_citation("On the growth of oaks, 1977")


def test_a_journal_has_its_volume_and_a_year_in_brackets() -> None:
    """A sentence with a year has not."""
    assert venues.is_journal("Phys. Rev. 47, 777 (1935)")
    assert not venues.is_journal("A short history (1935)")
