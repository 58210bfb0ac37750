"""Sections by a fragment of their path."""

import pytest

from recall.domain.lists.section_names import heading, named, shown
from recall.errors import AmbiguousSection, UnknownSection

SECTIONS = [
    ("Reading",),
    ("Reading", "GPU"),
    ("Reading", "GPU", "CUDA"),
    ("Reading", "GPU", "CUDA", "Tiles"),
    ("Reading", "CUDA notes"),
    ("Reading", "分布式训练"),
    ("Papers", "GPU"),
    ("Papers", "Tensor cores"),
]


@pytest.mark.parametrize(
    ("text", "path"),
    [
        ("Reading", ("Reading",)),
        ("cuda", ("Reading", "GPU", "CUDA")),  # a whole heading wins
        ("notes", ("Reading", "CUDA notes")),
        ("tiles", ("Reading", "GPU", "CUDA", "Tiles")),
        ("papers › gpu", ("Papers", "GPU")),
        ("Papers > GPU", ("Papers", "GPU")),
        ("reading  ›gpu", ("Reading", "GPU")),
        ("gpu › cuda", ("Reading", "GPU", "CUDA")),
        ("Ｔｅｎｓｏｒ", ("Papers", "Tensor cores")),
        ("分布", ("Reading", "分布式训练")),
    ],
)
def test_a_fragment_names_the_one_section_that_has_it(text: str, path: tuple[str, ...]) -> None:
    assert named(SECTIONS, text) == path


def test_sections_that_differ_in_case_alone_can_be_told_apart() -> None:
    assert named([("GPU",), ("gpu",)], "gpu") == ("gpu",)


def test_several_are_named_with_their_whole_paths() -> None:
    with pytest.raises(AmbiguousSection) as caught:
        named(SECTIONS, "GPU")
    assert str(caught.value) == (
        "'GPU' matches 2 sections, give more of the path: Reading › GPU, Papers › GPU"
    )


def test_of_many_only_some_are_named() -> None:
    many = [("A", f"Part {number}") for number in range(30)]
    with pytest.raises(AmbiguousSection, match=r"A › Part 9, and 20 more$"):
        named(many, "part")


@pytest.mark.parametrize("text", ["", " ", "nothing like it"])
def test_what_no_section_has_is_not_found(text: str) -> None:
    with pytest.raises(UnknownSection, match="'recall section' shows them all"):
        named(SECTIONS, text)


def test_a_slip_is_told_what_it_is_much_like() -> None:
    with pytest.raises(UnknownSection, match="much like it: Papers › Tensor cores;"):
        named(SECTIONS, "tensor core s")


def test_a_path_is_shown_with_marks_between() -> None:
    assert shown(("A", "B")) == "A › B"


def test_a_group_without_a_section_has_a_heading_too() -> None:
    assert heading(("A", "B")) == shown(("A", "B"))
    assert heading(()) == "without a section"
