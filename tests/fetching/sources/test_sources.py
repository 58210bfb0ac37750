"""Each source: the addresses that it knows, and the facts that it reads in good and bad answers."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recall.domain.pages.facts import PageFacts
from recall.fetching.sources import arxiv, bilibili, crossref, github, oembed
from recall.fetching.sources.source import Unknown
from recall.fetching.sources.table import SOURCES, source_of
from tests.fetching.sources import samples

KNOWN = {
    "https://arxiv.org/abs/1706.03762": "https://export.arxiv.org/api/query?id_list=1706.03762&max_results=1",
    "http://www.arxiv.org/pdf/1706.03762v7.pdf": "https://export.arxiv.org/api/query?id_list=1706.03762&max_results=1",
    "https://arxiv.org/abs/cs/0301012": "https://export.arxiv.org/api/query?id_list=cs%2F0301012&max_results=1",
    "https://www.youtube.com/watch?v=kCc8FmEb1nY": "https://www.youtube.com/oembed?url=https%3A%2F%2Fwww.youtube.com%2Fwatch%3Fv%3DkCc8FmEb1nY&format=json",
    "https://youtu.be/kCc8FmEb1nY?t=9": "https://www.youtube.com/oembed?url=https%3A%2F%2Fyoutu.be%2FkCc8FmEb1nY%3Ft%3D9&format=json",
    "https://vimeo.com/123456": "https://vimeo.com/api/oembed.json?url=https%3A%2F%2Fvimeo.com%2F123456",
    "https://www.bilibili.com/video/BV1pu411o7BE?p=2": "https://api.bilibili.com/x/web-interface/view?bvid=BV1pu411o7BE",
    "https://www.bilibili.com/video/av170001/": "https://api.bilibili.com/x/web-interface/view?aid=170001",
    "https://doi.org/10.1145/3600006.3613165": "https://api.crossref.org/works/10.1145/3600006.3613165",
    "https://dl.acm.org/doi/pdf/10.1145/3600006.3613165": "https://api.crossref.org/works/10.1145/3600006.3613165",
    "https://github.com/vllm-project/vllm": "https://api.github.com/repos/vllm-project/vllm",
    "https://github.com/vllm-project/vllm.git/": "https://api.github.com/repos/vllm-project/vllm",
}
OF_PAGES = [
    "https://example.org/abs/1706.03762",
    "https://arxiv.org/list/cs.CL/recent",
    "https://www.youtube.com/@channel",
    "https://vimeo.com/features",
    "https://space.bilibili.com/1567748478",
    "https://github.com/vllm-project",
    "https://github.com/vllm-project/vllm/blob/main/README.md",
    "https://github.com/topics/llm",
    "https://github.com/a/b/issues/1",
    "file:///tmp/arxiv.org/abs/1706.03762",
]


@pytest.mark.parametrize(("url", "asked"), KNOWN.items())
def test_an_address_that_a_source_knows(url: str, asked: str) -> None:
    source = source_of(url)
    assert source is not None
    assert source.address(url) == asked


@pytest.mark.parametrize("url", OF_PAGES)
def test_an_address_that_only_its_page_knows(url: str) -> None:
    assert source_of(url) is None


def test_the_text_of_a_paper_is_its_pdf_and_a_video_has_none() -> None:
    texts = {
        source.name: source.text_at("https://arxiv.org/abs/1706.03762v2") for source in SOURCES
    }
    assert texts["arXiv"] == "https://arxiv.org/pdf/1706.03762"
    assert texts["YouTube"] == texts["Vimeo"] == texts["Bilibili"] == ""
    assert texts["GitHub"] == "https://arxiv.org/abs/1706.03762v2"


def test_arxiv_says_title_date_and_pages() -> None:
    assert arxiv.read(samples.ARXIV.encode(), "") == PageFacts(
        title="Attention Is All You Need", kind="paper", published_on="2017-06-12", minutes=38
    )


def test_youtube_says_a_title_and_vimeo_a_length() -> None:
    url = "https://www.youtube.com/watch?v=kCc8FmEb1nY"
    assert oembed.read(samples.YOUTUBE.encode(), url) == PageFacts(
        title="Let's build GPT: from scratch, in code, spelled out.", kind="video"
    )
    assert oembed.read(samples.YOUTUBE.encode(), "https://www.youtube.com/playlist?x").kind is None
    assert oembed.read(samples.VIMEO.encode(), "https://vimeo.com/1") == PageFacts(
        title="A talk", kind="video", published_on="2015-03-01", minutes=41, text="About it."
    )


@pytest.mark.parametrize(
    ("url", "title", "minutes"),
    [
        ("https://www.bilibili.com/video/BV1pu411o7BE", "Transformer论文逐段精读", 88),
        ("https://www.bilibili.com/video/BV1pu411o7BE?p=2", "Transformer论文逐段精读: 下", 38),
        ("https://www.bilibili.com/video/BV1pu411o7BE?p=3", "Transformer论文逐段精读", 88),
    ],
)
def test_bilibili_says_the_length_of_a_video_or_of_a_part(
    url: str, title: str, minutes: int
) -> None:
    assert bilibili.read(samples.BILIBILI.encode(), url) == PageFacts(
        title=title, kind="video", published_on="2021-10-25", minutes=minutes, text="精读"
    )


def test_crossref_says_title_date_and_pages() -> None:
    assert crossref.read(samples.CROSSREF.encode(), "") == PageFacts(
        title="Efficient Memory Management for Large Language Model Serving",
        kind="paper",
        language="en",
        published_on="2023-10-23",
        minutes=40,
    )


@pytest.mark.parametrize(
    ("pages", "issued", "minutes", "day"),
    [
        ("e123", [[2023]], None, "2023"),
        ("1-9999", [[2023, 5]], None, "2023-05"),
        ("9-1", [[None]], None, None),
        ("7", [], None, None),
    ],
)
def test_crossref_says_no_more_than_it_knows(
    pages: str, issued: object, minutes: int | None, day: str | None
) -> None:
    message = {"title": ["T"], "page": pages, "issued": {"date-parts": issued}}
    found = crossref.read(json.dumps({"message": message}).encode(), "")
    assert (found.minutes, found.published_on, found.kind) == (minutes, day, None)


def test_github_says_name_and_description() -> None:
    assert github.read(samples.GITHUB.encode(), "") == PageFacts(
        title="vllm-project/vllm: A high-throughput inference and serving engine for LLMs",
        kind="code",
        published_on="2023-02-09",
    )
    assert github.read(b'{"full_name": "a/b", "description": null}', "").title == "a/b"


UNKNOWN = {
    "arXiv": [samples.ARXIV_ERROR, "<feed xmlns='http://www.w3.org/2005/Atom'/>", "<html>", ""],
    "YouTube": ["{}", "[]", '{"title": 3}'],
    "Vimeo": ["{}"],
    "Bilibili": ['{"code": -404, "message": "啥都木有"}', '{"code": 0, "data": null}', "{}"],
    "Crossref": ["{}", '{"message": {"title": []}}', '{"message": {"title": [""]}}', "null"],
    "GitHub": ['{"message": "Not Found"}', "[1]"],
}
EXPECTED = (Unknown, LookupError, TypeError, ValueError, AttributeError)


@pytest.mark.parametrize("source", SOURCES, ids=lambda source: source.name)
def test_an_answer_that_says_nothing_is_told(source: object) -> None:
    for body in UNKNOWN[source.name]:  # type: ignore[attr-defined]
        with pytest.raises(EXPECTED):
            source.read(body.encode(), "https://example.org")  # type: ignore[attr-defined]


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(("title", "message", "data", "pages", "duration", "issued", "code")),
            inner,
            max_size=4,
        )
    ),
    max_leaves=12,
)


@given(answer=JSON)
def test_any_json_is_read_or_refused(answer: object) -> None:
    body = json.dumps(answer).encode()
    for source in SOURCES:
        try:
            found = source.read(body, "https://www.bilibili.com/video/BV1pu411o7BE?p=1")
        except EXPECTED:
            continue
        assert isinstance(found, PageFacts)
        assert found.title
