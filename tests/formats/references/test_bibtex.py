"""BibTeX as people and managers write it."""

import pytest

from recall.domain.library.catalog import Item
from recall.errors import BadFile
from recall.formats.references.bibtex import LONGEST_LATEX, looks_like, parse


def one(fields: str, entry_type: str = "misc") -> Item:
    (item,) = parse(f"@{entry_type}{{key,\n{fields}\n}}\n", "my file").items
    return item


@pytest.mark.parametrize(
    ("written", "title"),
    [
        (r"{The {A}ttention {Is} All}", "The Attention Is All"),
        (r'"A quoted {T}itle"', "A quoted Title"),
        (r"{{Whole Title}}", "Whole Title"),
        (r"{M{\"u}ller and {\'E}cole}", "Müller and École"),
        (r"{Erd\H{o}s \& Co}", "Erdős & Co"),
        (r"{100% of $n^2$ \emph{things}}", "100% of n^2 things"),
        (r"{Pages 1--2~and so on}", "Pages 1–2 and so on"),
        ("{Two\n   lines}", "Two lines"),
        (r"{深度学习}", "深度学习"),
    ],
)
def test_a_title_is_read_as_latex(written: str, title: str) -> None:
    assert one(f"title = {written}, url = {{https://example.org}}").title == title


def test_a_long_text_only_loses_its_braces() -> None:
    text = r"\emph{a} " * LONGEST_LATEX
    found = one(f"title = {{t}}, abstract = {{{text}}}").description
    assert found is not None
    assert found.startswith(r"\empha")
    assert "{" not in found


@pytest.mark.parametrize(
    ("fields", "url"),
    [
        (r"url = {https://example.org/a\_b\%20c}", "https://example.org/a_b%20c"),
        (r"url = {\url{https://example.org/a}}", "https://example.org/a"),
        (r"howpublished = {\url{https://example.org/a}}", "https://example.org/a"),
        (r"bdsk-url-1 = {https://example.org/a}", "https://example.org/a"),
        (r"DOI = {10.1000/a\_b}", "https://doi.org/10.1000/a_b"),
        (r"eprint = {1706.03762}, eprinttype = {arXiv}", "https://arxiv.org/abs/1706.03762"),
        (r"eprint = {1706.03762}", "https://arxiv.org/abs/1706.03762"),
        (r"eprint = {12345}, eprinttype = {pubmed}", None),
        (r"file = {:paper.pdf:PDF}", None),
    ],
)
def test_an_address_loses_its_latex(fields: str, url: str | None) -> None:
    assert one(f"title = {{t}}, {fields}").url == url


@pytest.mark.parametrize(
    ("fields", "day"),
    [
        ("urldate = {2024-05-01}", "2024-05-01"),
        ("timestamp = {2024.05.01}", "2024-05-01"),
        ("date-added = {2024-05-01 10:00:00 +0200}, urldate = {2020-01-01}", "2024-05-01"),
        ("creationdate = {2024-05-01T10:00:00}", "2024-05-01"),
        ("urldate = {2024-99-01}", None),
        ("year = {2024}", None),
    ],
)
def test_the_day_of_saving_is_found(fields: str, day: str | None) -> None:
    found = one(f"title = {{t}}, {fields}").saved_on
    assert (found and found.isoformat()) == day


def test_a_note_describes_the_work_and_an_annotation_is_the_persons() -> None:
    item = one("title = {t}, note = {Accepted}, annote = {Mine}")
    assert (item.description, item.note) == ("Accepted", "Mine")


def test_every_entry_with_an_equal_key_or_an_equal_field_counts() -> None:
    text = '@misc{k, title={A}}\n@misc{k, title="B", url={https://b.org}}\n'
    text += "@misc{l, title={C}, title={D}}"
    assert [(item.title, item.url) for item in parse(text, "my file").items] == [
        ("A", None),
        ("B", "https://b.org"),
        ("C", None),
    ]


def test_an_entry_that_does_not_end_is_skipped_with_its_line() -> None:
    found = parse("@misc{a, title={A}}\n\n@misc{b, title={B\n@misc{c, title={C}}\n", "my file")
    assert [item.title for item in found.items] == ["A", "C"]
    assert [(one.line, one.text) for one in found.skipped] == [(3, "@misc{b, title={B")]


def test_nothing_is_said_on_stderr(capfd: pytest.CaptureFixture[str]) -> None:
    parse("@misc{a, title={A}}\n@misc{a, title={B\n@misc{a, title={C}, title={D}}\n", "my file")
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize("text", ["", "@misc{", "@comment{x}", "no entries", "@string{a = {b}}"])
def test_a_text_without_entries_is_refused(text: str) -> None:
    with pytest.raises(BadFile, match=r"^my file: "):
        parse(text, "my file")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("@article{key,", True),
        ("\ufeff% Encoding: UTF-8\n\n@Misc (key,", True),
        ("@comment{x}\n@article{key,", True),
        ("@ann {is a person}", False),
        ("see @article{key,", False),
        ("- [x] https://example.org", False),
        ("@media { a: b }", False),
    ],
)
def test_a_file_begins_with_an_entry(text: str, *, expected: bool) -> None:
    assert looks_like(text) is expected
