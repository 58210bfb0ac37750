"""From what a person types to the resource that is meant."""

from collections.abc import Iterator

import pytest

from recall.domain.library.resource import Resource
from recall.errors import Ambiguous, BadInput, NotFound
from recall.usecases.context import Context
from recall.usecases.find import find
from recall.usecases.resources.changing import Edit, edit
from testing.libraries.factories import catalog, entry, make_library, titled

LISTED = catalog(
    entry("vLLM paper", "https://arxiv.org/abs/2309.06180"),
    entry("CUDA"),
    entry("CUDA in depth"),
    entry("A ＣＵＤＡ book", None),
    entry("100% of it"),
    entry("snake_case"),
    entry('It\'s "quoted"; --'),
    entry("42", "https://example.org/forty-two"),
    entry("Twice", "https://example.org/1"),
    entry("twice", "https://example.org/2"),
    entry("长标题" * 3_000, "https://example.org/long"),
    entry("Node.js and 0.1", "https://example.org/node"),
    entry("PagedAttention", "https://dl.acm.org/doi/10.1145/3600006.3613165"),
    entry("A repository", "https://github.com/a/b"),
    entry("About github.com/a", "https://example.org/about"),
    entry("No link, arXiv 1506.07704", None),
)


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Context]:
    """A library that is only looked at."""
    made = make_library(f"sqlite:///{tmp_path_factory.mktemp('find')}/library.db", LISTED)
    with made.store:
        yield made


def found(context: Context, text: str) -> Resource:
    return find(context.store, text)


MEANT = [
    ("1", "vLLM paper"),
    (" 1 ", "vLLM paper"),
    ("٢", "CUDA"),  # a digit is a digit
    ("https://arxiv.org/abs/2309.06180", "vLLM paper"),
    ("http://www.arxiv.org/pdf/2309.06180v2.pdf", "vLLM paper"),
    ("https://arxiv.org/abs/2309.06180?utm_source=x", "vLLM paper"),
    ("vllm", "vLLM paper"),
    ("2309.06180", "vLLM paper"),
    ("arXiv:2309.06180v2", "vLLM paper"),
    ("arxiv.org/pdf/2309.06180", "vLLM paper"),
    ("10.48550/arXiv.2309.06180", "vLLM paper"),
    ("doi:10.1145/3600006.3613165", "PagedAttention"),
    ("dl.acm.org/doi/pdf/10.1145/3600006.3613165", "PagedAttention"),
    (" github.com/a/b ", "A repository"),
    ("www.github.com/a/b/", "A repository"),
    ("github.com/a", "About github.com/a"),  # the address of nothing, but in a title
    ("1506.07704", "No link, arXiv 1506.07704"),
    ("node.js", "Node.js and 0.1"),
    ("0.1", "Node.js and 0.1"),
    ("PAPER", "vLLM paper"),
    ("depth", "CUDA in depth"),
    ("cuda", "CUDA"),  # exact, though others hold it
    ("a cuda", "A ＣＵＤＡ book"),
    ("²", "42"),  # no digit of an ID, and no power in a search
    ("%", "100% of it"),
    ("e_c", "snake_case"),
    ("t's \"q", 'It\'s "quoted"; --'),
    ("; --", 'It\'s "quoted"; --'),
    ("长标题" * 3_000, "长标题" * 3_000),
]


@pytest.mark.parametrize(("text", "title"), MEANT, ids=[text[:20] for text, _ in MEANT])
def test_a_resource_is_found_by_its_id_its_url_or_a_part_of_its_title(
    library: Context, text: str, title: str
) -> None:
    assert found(library, text).title == title


NOTHING = [
    "77",
    "-1",
    "9" * 9,
    "9" * 10_000,
    "³",
    "",
    "   ",
    "no such title",
    "_______",
    "%%",
    "' OR 1=1 --",
    "!",
    "\\",
    "*",
    "x" * 10_000,
    "😀" * 10_000,
    "%" * 30_000,
    "ﷺ" * 10_000,
    "https://example.org/not-there",
    "example.org/not-there",
    "2309.99999",
    "10.1145/1",
    "a." * 100_000 + "org",
    "x.org/" + "a" * 7_000,
    "https://example.org/" + "a" * 7_000,
]


@pytest.mark.parametrize("text", NOTHING, ids=[text[:12] or "empty" for text in NOTHING])
def test_what_nothing_answers_to_is_not_found(library: Context, text: str) -> None:
    with pytest.raises(NotFound):
        found(library, text)


def test_a_number_is_an_id_and_never_a_part_of_a_title(library: Context) -> None:
    assert found(library, "8").title == "42"
    with pytest.raises(NotFound):
        found(library, "42")


def test_a_text_that_several_titles_hold_is_ambiguous_and_names_them(library: Context) -> None:
    with pytest.raises(
        Ambiguous, match="matches 3 resources, give the ID: 2 CUDA, 3 CUDA"
    ) as error:
        found(library, "CUD")
    assert "\n" not in str(error.value)


def test_two_exact_titles_are_ambiguous(library: Context) -> None:
    with pytest.raises(Ambiguous, match="2 resources"):
        found(library, "Twice")


def test_a_url_of_another_scheme_is_refused(library: Context) -> None:
    with pytest.raises(BadInput, match="is not a URL"):
        found(library, "javascript://alert")


def test_a_resource_is_found_by_its_old_link_and_the_one_given_by_hand(empty: Context) -> None:
    from recall.usecases.resources.adding import add

    added = add(empty, "https://example.org/old", "A", (), Edit())
    edit(empty, titled(empty, "A"), Edit(url="https://example.org/new"))
    for url in ("https://example.org/old", "http://example.org/new/"):
        assert found(empty, url).id == added.id
