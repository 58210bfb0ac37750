"""What is found out about an address: from a source, its page, or a file, or why nothing is."""

import time
from pathlib import Path

import pytest

from recall.domain.pages.facts import PageFacts
from recall.fetching.answer import LIMITS, Answer, AskLimits, NoAnswer
from recall.fetching.looking import first_asked, look
from recall.fetching.network import Network
from testing.network.pages import CHINESE, ENGLISH, page, paragraphs, pdf
from testing.network.sites import Reply, redirect, reply, serving
from tests.fetching.sources import samples

pytestmark = pytest.mark.usefixtures("read_here")

PAGE = "https://example.org/a"
ARXIV = "https://arxiv.org/abs/1706.03762"
API = "export.arxiv.org/api/query?id_list=1706.03762&max_results=1"


def found(replies: dict[str, Reply], url: str = PAGE, *, text: bool = False) -> PageFacts:
    with serving(replies) as sites:
        return look(sites.network(), url, text=text)


def refusal(replies: dict[str, Reply], url: str = PAGE) -> NoAnswer:
    with serving(replies) as sites, pytest.raises(NoAnswer) as refused:
        look(sites.network(), url)
    assert "\n" not in str(refused.value)
    return refused.value


def test_a_chinese_page_in_gb18030_with_a_wrong_header() -> None:
    head = '<meta charset="gb2312">'
    written = page("注意力机制", paragraphs(CHINESE, 30), head=head).encode("gb18030")
    facts = found({"/a": reply(written, kind="text/html; charset=iso-8859-1")})
    assert (facts.title, facts.language, facts.minutes) == ("注意力机制", "zh", None)
    assert facts.length is not None
    assert 30 * 38 <= facts.length <= 30 * 42
    assert CHINESE in facts.text


def test_an_english_page_is_measured_in_words() -> None:
    facts = found({"/a": reply(page("Attention", paragraphs(ENGLISH, 30)))})
    assert facts.length == pytest.approx(30 * 18, rel=0.1)
    assert facts.language == "en"


def test_a_pdf_is_told_by_its_bytes_and_measured_in_pages() -> None:
    facts = found({"/a": reply(pdf(10, "Paged Attention"), kind="application/octet-stream")})
    assert facts == PageFacts(
        "Paged Attention", "paper", published_on="2024-05-01", minutes=25, text=facts.text
    )


def test_a_text_is_measured() -> None:
    assert found({"/a": reply("one two three", kind="text/plain")}).length == 3


def test_a_page_about_a_video_has_its_length() -> None:
    head = (
        '<meta property="og:type" content="video.other"><meta itemprop="duration" content="PT9M1S">'
    )
    facts = found({"/a": reply(page("A talk", paragraphs(ENGLISH, 9), head=head))})
    assert (facts.kind, facts.minutes, facts.length) == ("video", 10, None)


def test_a_source_is_asked_before_the_page() -> None:
    with serving({API: reply(samples.ARXIV)}) as sites:
        assert look(sites.network(), ARXIV).minutes == 38
    assert sites.asked == [API]
    assert first_asked(ARXIV) == f"https://{API}"
    assert first_asked(PAGE) == PAGE


def test_the_page_is_asked_if_its_source_does_not_know() -> None:
    replies: dict[str, Reply] = {
        API: reply(samples.ARXIV_ERROR),
        "arxiv.org/abs/1706.03762": reply(page("A paper", paragraphs(ENGLISH, 9))),
    }
    assert found(replies, ARXIV).title == "A paper"


def test_but_not_the_page_of_a_video() -> None:
    assert refusal({}, "https://vimeo.com/1").reason == "gone"


def test_the_text_of_a_paper_comes_from_its_pdf() -> None:
    replies: dict[str, Reply] = {
        API: reply(samples.ARXIV),
        "arxiv.org/pdf/1706.03762": reply("the text", kind="text/plain"),
    }
    facts = found(replies, ARXIV, text=True)
    assert (facts.title, facts.minutes, facts.text) == ("Attention Is All You Need", 38, "the text")


def test_without_its_text_a_paper_is_known_all_the_same() -> None:
    facts = found({API: reply(samples.ARXIV)}, ARXIV, text=True)
    assert (facts.minutes, facts.text) == (38, "")


FORM = '<form><input type="password"></form>'
REFUSED: list[tuple[Reply, str, str]] = [
    (reply(status="404 Not Found"), "gone", "example.org has no such page (404)"),
    (reply(status="500 Oops"), "error", "example.org is in trouble (500)"),
    (reply(status="400 Bad Request"), "error", "example.org does not give the page (400)"),
    (reply(status="403 Forbidden"), "blocked", "example.org keeps programs out (403)"),
    (reply(status="401 Unauthorized"), "blocked", "example.org keeps programs out (401)"),
    (reply(page("404 - Page not found", "<p>Sorry</p>")), "gone", "('404 - Page not found')"),
    (reply(page("页面不存在-某站", "<p>抱歉</p>")), "gone", "no such page ('页面不存在-某站')"),
    (reply(page("Sign in", FORM)), "login", "example.org wants a login"),
    (reply(page("", FORM)), "login", "example.org wants a login"),
    (redirect("https://passport.example.com/x"), "login", "example.org wants a login"),
    (reply(page("Just a moment...")), "blocked", "example.org keeps programs out (200)"),
    (reply("<html><script>draw()</script>"), "empty", "example.org shows no text to programs"),
    (
        reply(b"\x89PNG", kind="image/png"),
        "unreadable",
        "sends neither a page nor a PDF, but image",
    ),
    (reply(b"%PDF-1.4 x", kind="application/pdf"), "unreadable", "cannot be read: it is no PDF"),
    (redirect(PAGE), "redirects", "example.org leads from one address to the next"),
]


@pytest.mark.parametrize(("answer", "reason", "says"), REFUSED)
def test_what_is_not_the_page_is_told_in_one_line(answer: Reply, reason: str, says: str) -> None:
    replies: dict[str, Reply] = {
        "example.org/a": answer,
        "passport.example.com/x": reply(page("Welcome")),
    }
    refused = refusal(replies)
    assert refused.reason == reason
    assert says in str(refused)


@pytest.mark.parametrize("url", ["https://zhuanlan.zhihu.com/p/1", "https://mp.weixin.qq.com/s/x"])
@pytest.mark.parametrize(
    "answer",
    [
        reply(status="403 Forbidden"),
        reply(page("安全验证")),
        reply("<html></html>"),
        redirect("https://www.zhihu.com/signin?next=x"),
    ],
)
def test_sites_with_a_login_never_have_0_words(url: str, answer: Reply) -> None:
    path = url.partition("://")[2]
    refused = refusal({path: answer, "www.zhihu.com/signin?next=x": reply(page("知乎"))}, url)
    assert refused.reason == "login"
    assert "wants a login" in str(refused)


class Hasty(Network):
    """A network that has a share of the seconds that it is given, and remembers them."""

    given: list[float]

    def ask(self, url: str, limits: AskLimits = LIMITS, accept: str = "*/*") -> Answer:
        self.given = [*getattr(self, "given", []), limits.seconds]
        return super().ask(url, limits._replace(seconds=limits.seconds / 20), accept)


def test_the_source_the_page_and_its_reader_share_twenty_seconds() -> None:
    with serving({}) as sites:
        network = Hasty(sites.connect)
        with pytest.raises(NoAnswer):
            look(network, ARXIV)
    source, its_page = network.given
    assert source <= 8
    assert its_page <= 15


def test_after_a_silent_source_there_is_no_time_for_the_page() -> None:
    with serving({API: lambda _: time.sleep(2)}) as sites:
        network = Hasty(sites.connect)
        with pytest.raises(NoAnswer) as refused:
            look(network, ARXIV)
    assert refused.value.reason == "silent"
    assert sites.asked == [API]


def test_a_file_is_read_without_a_network(tmp_path: Path) -> None:
    (tmp_path / "a paper.pdf").write_bytes(pdf(4, "Paged Attention"))
    (tmp_path / "文章.txt").write_text(CHINESE, encoding="utf-8")
    with serving({}) as sites:
        network = sites.network()
        paper = look(network, (tmp_path / "a paper.pdf").as_uri())
        text = look(network, (tmp_path / "文章.txt").as_uri())
    assert (paper.title, paper.kind, paper.minutes) == ("Paged Attention", "paper", 10)
    assert (text.title, text.language) == ("", "zh")
    assert sites.asked == []


@pytest.mark.parametrize(
    ("name", "reason"),
    [("none.pdf", "gone"), ("a.zip", "unreadable"), ("folder.pdf", "unreadable")],
)
def test_a_file_that_cannot_be_read_is_told(tmp_path: Path, name: str, reason: str) -> None:
    (tmp_path / "folder.pdf").mkdir()
    assert refusal({}, (tmp_path / name).as_uri()).reason == reason


def test_a_file_that_is_too_large_is_told(tmp_path: Path) -> None:
    with (tmp_path / "big.pdf").open("wb") as file:
        file.truncate(200_000_000)
    refused = refusal({}, (tmp_path / "big.pdf").as_uri())
    assert str(refused) == "big.pdf has more than 100 MB"


@pytest.mark.parametrize(
    "body",
    [
        '{"title": "T", "duration": 1e999}',
        "[" * 100_000,
        "9" * 99,
    ],
)
@pytest.mark.parametrize(
    "url", ["https://vimeo.com/123", "https://www.bilibili.com/video/BV1pu411o7BE"]
)
def test_an_answer_of_a_source_that_is_odd_leads_to_no_defect(url: str, body: str) -> None:
    asked = first_asked(url).partition("://")[2]
    assert refusal({asked: reply(body, kind="application/json")}, url).reason == "gone"


def test_a_date_beyond_the_calendar_leads_to_no_defect() -> None:
    url = "https://www.bilibili.com/video/BV1pu411o7BE"
    body = '{"code": 0, "data": {"title": "T", "duration": 300, "pubdate": 9223372036854775807}}'
    asked = first_asked(url).partition("://")[2]
    assert refusal({asked: reply(body, kind="application/json")}, url).reason == "gone"
