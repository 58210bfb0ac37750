"""The number of a paper in a text, and where it leads."""

import pytest

from recall.formats.markdown.parsing.identifiers import identifier
from recall.formats.markdown.reader import parse


@pytest.mark.parametrize(
    ("text", "number", "url"),
    [
        ("A title. arXiv:1706.03762", "arXiv:1706.03762", "https://arxiv.org/abs/1706.03762"),
        ("arXiv: 1706.03762v2 [cs.CL], 2017", "arXiv: 1706.03762v2 [cs.CL]", "https://arxiv.org/abs/1706.03762"),
        ("arXiv:hep-th/9901001", "arXiv:hep-th/9901001", "https://arxiv.org/abs/hep-th/9901001"),
        ("(doi:10.1145/945450.945445).", "doi:10.1145/945450.945445", "https://doi.org/10.1145/945450.945445"),
        ("DOI 10.1207/a_2", "DOI 10.1207/a_2", "https://doi.org/10.1207/a_2"),
    ],
)  # fmt: skip
def test_the_number_of_a_paper_stands_for_its_address(text: str, number: str, url: str) -> None:
    found = identifier(text)
    assert found is not None
    assert (text[found.start : found.end], found.url) == (number, url)


@pytest.mark.parametrize("text", ["arXiv 2017", "a doi", "10.5/7", "arXiv:17.3", "doing:10.1145/1"])
def test_other_texts_have_none(text: str) -> None:
    assert identifier(text) is None


def test_a_number_is_the_link_of_an_entry_that_has_no_other() -> None:
    found = parse(
        "- Fine Oaks. arXiv:1706.03762\n- [ ] Elms (doi:10.1145/9.5)\n- `arXiv:1706.03763`\n"
        "- [pdf](https://oaks.org/a) Oaks and Elms, arXiv:2001.00001\n"
    )
    assert [(item.title, item.url) for item in found.items] == [
        ("Fine Oaks", "https://arxiv.org/abs/1706.03762"),
        ("Elms", "https://doi.org/10.1145/9.5"),
        ("Oaks and Elms, arXiv:2001.00001", "https://oaks.org/a"),
    ]
