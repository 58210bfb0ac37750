"""What a reference becomes: its address, its kind, what its status says."""

import pytest

from recall.domain.library.catalog import Item
from recall.domain.library.resource import Link
from recall.errors import BadFile
from recall.formats.references.reference import Reference, parsed_list, words

PAPER = "https://example.org/paper"
DOI = "https://doi.org/10.1000/xyz"
ARXIV = "https://arxiv.org/abs/1706.03762"


def one(**fields: object) -> Item:
    reference = Reference(line=7, title="A title")._replace(**fields)  # type: ignore[arg-type]
    (item,) = parsed_list([reference], (), "my file").items
    return item


@pytest.mark.parametrize(
    ("fields", "url", "further"),
    [
        ({"url": PAPER}, PAPER, ()),
        ({"url": PAPER, "doi": "10.1000/xyz"}, PAPER, (Link("paper", "DOI", DOI),)),
        ({"doi": "10.1000/xyz"}, DOI, ()),
        ({"doi": "https://dx.doi.org/10.1000/xyz"}, DOI, ()),
        ({"doi": "doi: 10.1000/xyz."}, DOI, ()),
        ({"url": "http://dx.doi.org/10.1000/XYZ", "doi": "10.1000/xyz"}, None, ()),
        ({"doi": "10.1000/xyz", "eprint": "1706.03762"}, DOI, (Link("paper", "arXiv", ARXIV),)),
        ({"eprint": "1706.03762v5"}, ARXIV, ()),
        ({"eprint": "arXiv:1706.03762"}, ARXIV, ()),
        ({"eprint": "cs.CL/9901001"}, "https://arxiv.org/abs/cs.CL/9901001", ()),
        ({"url": "http://arxiv.org/abs/1706.03762v2", "eprint": "1706.03762"}, None, ()),
        ({"eprint": "PMC12345"}, None, ()),
        ({"doi": "not known", "url": "in the drawer"}, None, ()),
        ({"url": "file:///home/paper.pdf"}, None, ()),
    ],
)
def test_the_url_is_the_work_then_the_doi_then_arxiv(
    fields: dict[str, str], url: str | None, further: tuple[Link, ...]
) -> None:
    item = one(**fields)
    if url is None and fields.get("url", "").startswith("http"):
        url = fields["url"]
    assert (item.url, item.links) == (url, further)


@pytest.mark.parametrize(
    ("word", "url", "kind"),
    [
        ("article-journal", None, "paper"),
        ("inproceedings", None, "paper"),
        ("PhdThesis", None, "paper"),
        ("THES", None, "paper"),
        ("book", None, "book"),
        ("webpage", PAPER, "article"),
        ("webpage", "https://youtu.be/abc", "video"),
        ("online", "https://github.com/a/b", "code"),
        ("post-weblog", PAPER, "article"),
        ("motion_picture", None, "video"),
        ("COMP", None, "code"),
        ("misc", ARXIV, None),
        ("", None, None),
    ],
)
def test_a_type_says_the_kind(word: str, url: str | None, kind: str | None) -> None:
    assert one(type=word, url=url or "").kind == kind


@pytest.mark.parametrize(
    ("word", "checked", "begun"),
    [
        ("read", True, False),
        (" Read ", True, False),
        ("1", True, False),
        ("skimmed", False, True),
        ("In Progress", False, True),
        ("New", False, False),
        ("0", False, False),
    ],
)
def test_a_status_says_what_is_read(word: str, *, checked: bool, begun: bool) -> None:
    item = one(read_status=word, read_on="2024-05-01")
    assert (item.checked, item.begun) == (checked, begun)
    assert item.read_on == ("2024-05-01" if checked else None)


def test_texts_lose_their_markup() -> None:
    item = one(
        title="<i>A</i> &amp;\n<b>b</b>", abstract="<p>One.</p>\n<p>Two &lt;3.</p>", note=" "
    )
    assert (item.title, item.description, item.note) == ("A & b", "One.\nTwo <3.", None)


def test_a_reference_without_a_title_has_its_address_for_one() -> None:
    assert one(title="", url=PAPER).title == "example.org/paper"


def test_a_reference_in_two_collections_has_two_places_if_a_link_makes_them_one_resource() -> None:
    both = (("A",), ("B",))
    linked = parsed_list([Reference(1, "x", url=PAPER, sections=both)], (), "my file")
    assert [item.section for item in linked.items] == [("A",), ("B",)]
    alone = parsed_list([Reference(1, "x", sections=both)], (), "my file")
    assert [item.section for item in alone.items] == [("A",)]


def test_a_list_of_nothing_is_refused() -> None:
    with pytest.raises(BadFile, match="my file: no references"):
        parsed_list([Reference(1, "")], (), "my file")


@pytest.mark.parametrize(("text", "code"), [("en-US", "en"), ("de", "de"), ("English", None)])
def test_a_locale_says_the_language(text: str, code: str | None) -> None:
    assert one(language=text).language == code


def test_labels_are_separated_by_commas_semicolons_and_lines() -> None:
    assert words(["a, b;c", "a\nd  e", ""]) == ("a", "b", "c", "d e")
