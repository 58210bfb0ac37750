"""Words that are the name of a person, and words that are not."""

from recall.domain.lists.person_names import is_family_name, is_given_name, may_be_names


def test_usual_given_names_are_known_in_any_case() -> None:
    assert is_given_name("Ann")
    assert is_given_name("ann")
    assert not is_given_name("Game")


def test_names_have_no_words_of_titles() -> None:
    assert may_be_names("Ann Lee, Jean-Luc O’Ray")
    assert not may_be_names("Deep Learning")


def test_usual_family_names_are_known_in_any_case() -> None:
    assert is_family_name("WANG")
    assert not is_family_name("attention")
