"""Which URLs are one resource, which are two, and which are none."""

from urllib.parse import quote, urlsplit

import pytest
from hypothesis import assume, given, reject, settings
from hypothesis import strategies as st
from url_normalize import url_normalize

from recall.errors import BadInput
from recall.formats.site_rules import ALIASES, SITE_RULES
from recall.formats.url_identity import (
    _NORMAL,
    LONGEST_URL,
    canonical_url,
    checked_url,
)

HAN = "注意力机制"
HAN_ESCAPED = "%E6%B3%A8%E6%84%8F%E5%8A%9B%E6%9C%BA%E5%88%B6"
BV = "BV1pu411o7BE"

# Each row: the identity, then what must be equal to it.
SAME = [
    # Everywhere.
    ("https://docs.vllm.ai/en/latest", "https://docs.vllm.ai/en/latest/"),
    ("https://docs.vllm.ai/en/latest", "http://docs.vllm.ai/en/latest"),
    ("https://deepspeed.ai/tutorials/pipeline", "https://www.deepspeed.ai/tutorials/pipeline/"),
    ("https://example.com/", "HTTP://WWW.Example.COM"),
    ("https://example.com/a", "http://example.com:80/a"),
    ("https://example.com/a", "https://example.com:443/a"),
    ("https://example.com/a", "http://example.com:443/a"),
    ("https://example.com/b", "https://example.com/a/../b"),
    ("https://example.com/~a", "https://example.com/%7Ea"),
    ("https://example.com/a", "https://example.com/a#"),
    ("https://example.com/a", "https://example.com/a?"),
    ("https://example.com/a", "https://example.com/a#top"),
    ("https://example.com/a", "https://example.com/a#:~:text=attention,is"),
    ("https://example.com/a#part", "https://example.com/a#part:~:text=attention"),
    ("https://example.com/a", "https://example.com/a?utm_source=x&utm_medium=y"),
    ("https://example.com/a?id=3", "https://example.com/a?fbclid=A&id=3&gclid=B"),
    ("https://example.com/a", "https://example.com/a?mc_cid=1&mc_eid=2"),
    ("https://example.com/a", "https://example.com/a?spm=1001.2014&igshid=Z&ref_src=twsrc"),
    ("https://example.com/a?b=2&c=1", "https://example.com/a?c=1&b=2"),
    (f"https://example.com/{HAN_ESCAPED}", f"https://example.com/{HAN}"),
    (f"https://example.com/{HAN_ESCAPED}", f"https://example.com/{HAN_ESCAPED.lower()}"),
    (f"https://example.com/?q={HAN_ESCAPED}", f"https://example.com/?q={HAN}"),
    (f"https://example.com/#/{HAN_ESCAPED}", f"https://example.com/#/{HAN}"),
    ("https://xn--fiqs8s.com/", "https://中国.com/"),
    ("https://example.com/a//b", "http://www.example.com/a//b/"),
    ("https://example.com/a?x=1//2", "http://example.com/a?x=1//2"),
]

# Each row: two addresses that a careless rule would take for one.
APART = [
    # Everywhere.
    ("https://example.com/A", "https://example.com/a"),
    ("https://example.com/a", "https://example.com/a/index.html"),
    ("https://example.com/a", "https://example.com:8080/a"),
    ("https://example.com/a", "https://m.example.com/a"),
    ("https://example.com/a", "https://blog.example.com/a"),
    ("https://example.com/?id=1", "https://example.com/?id=2"),
    ("https://example.com/?p=1", "https://example.com/"),
    ("https://example.com/a?ref=x", "https://example.com/a"),
    ("https://example.com/a?source=x", "https://example.com/a"),
    ("https://example.com/a?x=1&x=2", "https://example.com/a?x=2&x=1"),
    ("https://example.com/a?one&two", "https://example.com/a?two&one"),
    ("https://example.com/a+b", "https://example.com/a%20b"),
    ("https://example.com/a%2Fb", "https://example.com/a/b"),
    ("https://example.com/a//b", "https://example.com/a/b"),
    ("https://example.com//a", "https://example.com/a"),
    ("https://example.com/a///b", "https://example.com/a//b"),
    ("file:///a//b", "file:///a/b"),
    ("https://example.com/?q=a%26b=c", "https://example.com/?q=a&b=c"),
    ("https://example.com/?q=a%2Bb", "https://example.com/?q=a+b"),
    ("https://user@example.com/", "https://example.com/"),
    ("https://www.com/", "https://com/"),
    # Fragments: routes, and parts that somebody chose to list.
    ("https://example.com/#/a", "https://example.com/#/b"),
    ("https://example.com/#/a", "https://example.com/"),
    ("https://example.com/#!/a", "https://example.com/#!/b"),
    ("https://example.com/#!/a", "https://example.com/?_escaped_fragment_=/a"),
    ("https://es6.ruanyifeng.com/#docs/promise", "https://es6.ruanyifeng.com/#docs/async"),
    ("https://example.com/book#chapter-3", "https://example.com/book#chapter-4"),
    ("https://example.com/book.pdf#page=3", "https://example.com/book.pdf#page=40"),
    ("https://example.com/#%E6%B3%A8", "https://example.com/#%E6%84%8F"),
    # Files, where nothing is known but syntax.
    ("file:///a/Book.pdf", "file:///a/book.pdf"),
    ("file:///a", "file:///a/"),
    ("file:///a?utm_source=x", "file:///a"),
    ("file:///a.pdf#page=2", "file:///a.pdf#page=3"),
    ("file:///example.com/a", "https://example.com/a"),
]


@pytest.mark.parametrize(("identity", "written"), SAME)
def test_an_address_has_the_identity_of_its_resource(identity: str, written: str) -> None:
    assert canonical_url(written) == identity


@pytest.mark.parametrize(("one", "other"), APART)
def test_what_only_looks_alike_stays_apart(one: str, other: str) -> None:
    assert canonical_url(one) != canonical_url(other)


@pytest.mark.parametrize("url", sorted({url for pair in SAME + APART for url in pair}))
def test_an_identity_is_its_own_identity(url: str) -> None:
    assert canonical_url(canonical_url(url)) == canonical_url(url)


TRACKED = (
    "utm_source utm_x fbclid gclid gclsrc dclid gbraid wbraid msclkid yclid twclid ttclid mc_cid "
    "mc_eid igshid igsh ref_src ref_url spm _hsenc _hsmi __hssc __hstc __hsfp hsCtaTracking "
    "hss_channel mkt_tok vero_id ck_subscriber_id _bhlid mibextid"
)


@pytest.mark.parametrize("name", TRACKED.split())
def test_what_counts_visitors_is_no_part_of_a_page(name: str) -> None:
    assert canonical_url(f"https://example.com/a?id=1&{name}=x") == "https://example.com/a?id=1"


@pytest.mark.parametrize(
    ("written", "identity"),
    [
        ("file:///home/我/a.pdf", "file:///home/%E6%88%91/a.pdf"),
        ("file:///home/./b/../a.pdf#page=%e6", "file:///home/a.pdf#page=%E6"),
        ("FILE:///C:/Books/a.pdf", "file:///C:/Books/a.pdf"),
    ],
)
def test_a_file_is_changed_in_syntax_only(written: str, identity: str) -> None:
    assert canonical_url(written) == identity


@pytest.mark.parametrize(
    "url",
    [
        "http://[/A",
        "http://x:²/A",
        "http://" + "é" * 70 + ".com/A/",
        "http://./",
        "https://example.com/\ud800",
        "mailto:A@Example.com",
        "javascript:alert(1)",
        "not a URL",
        "",
    ],
)
def test_what_cannot_be_parsed_is_kept_as_written(url: str) -> None:
    assert canonical_url(url) == url


# The links of a real list: its odd ones, and some of each kind.
LIST = [
    "https://zh-v2.d2l.ai/",
    "https://www.zhihu.com/question/314879954/answer/2789242624",
    "https://zhuanlan.zhihu.com/p/123211148",
    "https://zhuanlan.zhihu.com/p/28054589",
    "https://zhuanlan.zhihu.com/p/226048698",
    "https://www.bilibili.com/video/BV1P3411y7nn/",
    "https://www.bilibili.com/video/BV1pu411o7BE/",
    "https://www.bilibili.com/video/BV1PL411M7eQ",
    "https://medium.com/@sntaus/understanding-self-attention-gpt-models-80ec894eebf0",
    "https://arxiv.org/abs/2309.06180",
    "https://docs.vllm.ai/en/latest/",
    "https://zhuanlan.zhihu.com/p/649974825",
    "https://zhuanlan.zhihu.com/p/649977422",
    "https://www.bilibili.com/video/BV1pu411o7BE/",
    "https://www.youtube.com/watch?v=U0s0f995w14&t=824s",
    "https://github.com/aladdinpersson/Machine-Learning-Collection/blob/master/ML/Pytorch/"
    "more_advanced/transformer_from_scratch/transformer_from_scratch.py",
    "https://www.deepspeed.ai/tutorials/pipeline/",
    "https://deepspeed.readthedocs.io/en/latest/pipeline.html",
    "https://fazzie-key.cool/2023/02/21/MLsys/",
    "https://link.zhihu.com/?target=https%3A//juejin.cn/post/7290740395913969705",
    "https://github.com/BBuf/how-to-optim-algorithm-in-cuda",
    "https://docs.nvidia.com/cuda/pdf/CUDA_C_Best_Practices_Guide.pdf",
    "https://docs.nvidia.com/cuda/pdf/CUDA_C_Programming_Guide.pdf",
    "https://developer.download.nvidia.com/assets/cuda/files/MatrixTranspose.pdf",
    "https://opencs.app/",
]


def test_a_real_list_merges_only_the_video_it_names_twice() -> None:
    identities = [canonical_url(url) for url in LIST]
    assert len(set(identities)) == len(LIST) - 1
    assert identities.count("https://bilibili.com/video/BV1pu411o7BE") == 2


@pytest.mark.parametrize(
    "url",
    ["https://example.com", "HTTP://例子.com/路径", "file:///a%20b.pdf", "http://[::1]:8000/"],
)
def test_web_and_file_urls_are_accepted_as_written(url: str) -> None:
    assert checked_url(url) == url


def test_what_surrounds_a_url_is_no_part_of_it() -> None:
    assert checked_url("\u3000 https://example.com/a\u200b\r\n") == "https://example.com/a"
    assert checked_url("\ufeff https://example.com/a") == "https://example.com/a"


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("", "is not a URL"),
        ("attention is all you need", "white space"),
        ("42", "is not a URL"),
        ("example.com/a", "is not a URL"),
        ("javascript:alert(1)", "is not a URL"),
        ("JavaScript://example.com/%0Aalert(1)", "is not a URL"),
        ("data:text/html,a", "is not a URL"),
        ("ftp://example.com/a", "is not a URL"),
        ("mailto:a@example.com", "is not a URL"),
        ("https:", "names no place"),
        ("https://", "names no place"),
        ("https:///a", "names no place"),
        ("https:example.com", "names no place"),
        ("https://:80/a", "names no place"),
        ("file:a.pdf", "names no place"),
        ("https://[::1/", "host or a port"),
        ("https://example.com:x/", "host or a port"),
        ("https://example.com:99999/", "host or a port"),
        ("https://example.com/a b", "white space"),
        ("https://example.com/a\tb", "white space"),
        ("https://example.com/\x1b[31m", "white space"),
        ("https://example.com/\u202egnp.exe", "white space"),
        ("https://example.com/\ud800", "white space"),
        ("https://example.com/" + "a" * LONGEST_URL, "8,020 characters"),
    ],
)
def test_what_is_no_url_is_refused_in_one_harmless_line(text: str, problem: str) -> None:
    with pytest.raises(BadInput, match=problem) as refusal:
        checked_url(text)
    assert str(refusal.value).isprintable()
    assert len(str(refusal.value)) < 250


SEGMENTS = st.text("abcXYZ019-_~注.%+@=", min_size=1, max_size=6)
HOSTS = st.sampled_from(
    sorted({key.replace("*", "a") for key in (*SITE_RULES, *ALIASES)} | {"a.io"})
)
TELLING = """
    abs pdf p s a watch embed video status blob tree main refs heads raw x.git.git question
    answer questions 1 23 zh-cn wiki 2309.06180v1 U0s0f995w14 dp 0262035618 10.48550 arXiv.1 ..
"""
PATHS = st.lists(
    SEGMENTS | st.sampled_from([*TELLING.split(), BV, ""]),
    max_size=6,
).map("/".join)
QUERIES = st.lists(
    st.tuples(
        st.sampled_from(["v", "p", "id", "utm_x", "target", "q", "s", "__biz"]), SEGMENTS
    ).map("=".join)
    | SEGMENTS,
    max_size=4,
).map("&".join)
URLS = st.builds(
    "{}{}/{}?{}#{}".format,
    st.sampled_from(["http://", "https://www."]),
    HOSTS,
    PATHS,
    QUERIES,
    st.sampled_from(["", "top", "/r", "readme", "x:~:text=y", "%e6注"]),
)
WRAPPED = URLS | URLS.map(lambda url: "https://link.zhihu.com/?target=" + quote(url, safe=""))


@given(WRAPPED)
def test_every_identity_is_its_own_identity(url: str) -> None:
    assert canonical_url(canonical_url(url)) == canonical_url(url)


@given(URLS, st.integers(0, 3))
def test_a_target_is_the_same_however_deep_it_is_wrapped(url: str, depth: int) -> None:
    wrapped = url
    for _ in range(depth):
        wrapped = "https://link.zhihu.com/?target=" + quote(wrapped, safe="")
    assert canonical_url(wrapped) == canonical_url(url)


@given(st.text())
def test_no_text_makes_it_fail(text: str) -> None:
    assert canonical_url(canonical_url(text)) == canonical_url(text)


@given(
    st.sampled_from(["http://", "https://a", "file:///", "https://a.io/", "HTTPS://a.io/#"]),
    st.text(st.characters(exclude_categories=["C", "Z"])),
)
def test_no_url_that_is_accepted_makes_it_fail(start: str, rest: str) -> None:
    try:
        url = checked_url(start + rest)
    except BadInput:
        reject()
    identity = canonical_url(url)
    assert canonical_url(identity) == identity


NAMES = st.text("abcXYZ019-_", min_size=1, max_size=5)
PLAIN_PATHS = st.lists(NAMES, max_size=3).map("/".join)


@given(PLAIN_PATHS, PLAIN_PATHS)
def test_different_paths_on_a_site_without_rules_stay_apart(one: str, other: str) -> None:
    same = canonical_url(f"https://a.io/{one}/") == canonical_url(f"https://a.io/{other}")
    assert same == (one == other)


@pytest.mark.slow
@settings(max_examples=40)  # drawing from an expression is slow
@given(st.from_regex(_NORMAL, fullmatch=True))
def test_the_short_cut_gives_what_url_normalize_gives(url: str) -> None:
    host = urlsplit(url).netloc
    # Labels that are no valid international names are left alone here, and an error there.
    assume(all(len(part) < 60 and "--" not in part for part in host.split(".")))
    normal = url_normalize(url)
    assert normal == (url if urlsplit(url).path else url.replace(host, host + "/", 1))


def test_every_www_in_front_of_a_host_is_taken_off() -> None:
    assert canonical_url("https://www.www.example.org/a") == canonical_url("https://example.org/a")


def test_only_the_lower_case_top_is_no_anchor() -> None:
    page = canonical_url("https://example.org/a")
    assert canonical_url("https://example.org/a#top") == page
    assert canonical_url("https://example.org/a#TOP") == f"{page}#TOP"
