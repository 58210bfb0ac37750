"""Pages and PDFs are read in a child process that may crash, hang or need too much."""

import sys
import time
from contextlib import suppress
from pathlib import Path

import pytest

from recall.fetching.answer import NoAnswer
from recall.fetching.reading import extractor
from recall.fetching.reading.child import PDF
from recall.fetching.reading.extractor import Extract, Task, extract
from testing.network.pages import CHINESE, ENGLISH, page, paragraphs, pdf, written_pdf

HTML = Task("the page at example.org", "text/html", "https://example.org/a")


def of_page(text: str) -> Extract:
    return extract(HTML._replace(data=text.encode()))


def of_pdf(data: bytes) -> Extract:
    return extract(Task("paper.pdf", PDF, "https://example.org/paper.pdf", data=data))


def test_a_page_says_its_title_text_language_and_date() -> None:
    head = (
        '<meta property="og:title" content="The title"><meta property="og:type" content="article">'
        '<meta property="article:published_time" content="2024-05-01T10:00:00Z">'
    )
    found = of_page(page("The title - A site", paragraphs(CHINESE, 9), head=head, lang="zh-CN"))
    assert found.title == "The title"
    assert found.language == "zh-CN"
    assert (found.published_on, found.kind) == ("2024-05-01", "article")
    assert f"9. {CHINESE}" in found.text
    assert "About" not in found.text


@pytest.mark.usefixtures("read_here")
def test_a_date_that_the_page_does_not_say_is_not_made_up() -> None:
    assert of_page(page("T", paragraphs(ENGLISH, 9) + "<p>© 2019</p>")).published_on is None


def linked(kind: str, duration: str) -> str:
    """Return the head of a page that describes a thing in JSON-LD."""
    said = f'{{"@graph": [{{"@type": {kind}, "x": 1, "duration": "{duration}"}}]}}'
    return f'<script type="application/ld+json">{said}</script>'


@pytest.mark.parametrize(
    ("head", "seconds"),
    [
        ('<meta property="video:duration" content="754">', 754),
        ('<meta itemprop="duration" content="PT1H2M3S">', 3723),
        ('<meta itemprop="duration" content="P1DT1.5S">', 86401.5),
        (linked('"VideoObject"', "PT1H2M3S"), 3723),
        (linked('["Clip", "VideoObject"]', "PT9M"), 540),
        (linked('"Recipe"', "PT9M"), None),
        (linked('"VideoObject"', "soon"), None),
        (linked("{", "PT9M"), None),
        ('<meta itemprop="duration" content="long"><meta itemprop="duration" content="PT">', None),
    ],
)
@pytest.mark.usefixtures("read_here")
def test_a_page_says_how_long_its_video_is(head: str, seconds: float | None) -> None:
    assert of_page(page(head=head)).seconds == seconds


@pytest.mark.usefixtures("read_here")
def test_a_field_for_a_password_is_seen() -> None:
    assert of_page(page(body='<form><input type="password"></form>')).has_password


@pytest.mark.parametrize("text", ["", "no page at all", "<", "\0", "<html></html>"])
@pytest.mark.usefixtures("read_here")
def test_a_page_without_anything_says_nothing(text: str) -> None:
    assert of_page(text).text in ("", "no page at all")


def test_a_text_is_taken_as_it_is() -> None:
    task = Task("a", "text/plain", "https://example.org/a", "gbk", CHINESE.encode("gbk"))
    assert extract(task).text == CHINESE


def test_a_pdf_says_title_pages_and_date() -> None:
    found = of_pdf(pdf(12, "Paged Attention"))
    assert (found.title, found.pages, found.published_on) == ("Paged Attention", 12, "2024-05-01")


@pytest.mark.parametrize("title", [None, "Microsoft Word - paper.docx", "untitled", "paper.dvi"])
@pytest.mark.usefixtures("read_here")
def test_a_pdf_without_a_title_of_its_own_has_that_of_its_largest_letters(
    title: str | None,
) -> None:
    found = of_pdf(written_pdf((10, "arXiv 2024"), (24, "Paged Attention"), (10, "Some text")))
    assert found.title == "Paged Attention"
    assert of_pdf(pdf(1, title)).title == ""
    assert "Some text" in found.text


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"%PDF-1.7 garbage", "it is no PDF that can be read"),
        (b"", "it is no PDF that can be read"),
        (pdf(1, password="x"), "it is locked with a password"),
    ],
)
@pytest.mark.usefixtures("read_here")
def test_a_pdf_that_cannot_be_read_is_told(data: bytes, says: str) -> None:
    with pytest.raises(NoAnswer, match=f"paper.pdf cannot be read: {says}") as refused:
        of_pdf(data)
    assert refused.value.reason == "unreadable"


def test_a_file_is_read_from_its_path(tmp_path: Path) -> None:
    (tmp_path / "paper.pdf").write_bytes(pdf(3))
    task = Task("paper.pdf", PDF, "file:///paper.pdf", path=tmp_path / "paper.pdf")
    assert extract(task).pages == 3
    with pytest.raises(NoAnswer, match="has crashed over it"):
        extract(task._replace(path=tmp_path / "none.pdf"))


def replaced(monkeypatch: pytest.MonkeyPatch, code: str) -> None:
    """Let the child run other code; what it is given stays the same."""
    run = extractor.subprocess.run
    monkeypatch.setattr(
        extractor.subprocess,
        "run",
        lambda _, **options: run([sys.executable, "-c", code], **options),
    )


LIMITED = "from recall.fetching.reading import child; child._limit(2); "


@pytest.mark.parametrize(
    ("code", "says"),
    [
        ("import time; time.sleep(60)", "it takes too long"),
        ("import os; os.abort()", "has crashed over it"),
        ("import os, signal; os.kill(os.getpid(), signal.SIGSEGV)", "has crashed over it"),
        ("print('nothing like JSON')", "has crashed over it"),
        ("raise SystemExit(1)", "has crashed over it"),
        (LIMITED + "x = bytearray(3_000_000_000)", "has crashed over it"),
        (LIMITED + "[None for _ in iter(int, 1)]", "has crashed over it|it takes too long"),
    ],
)
def test_a_child_that_hangs_or_crashes_is_one_line(
    monkeypatch: pytest.MonkeyPatch, code: str, says: str
) -> None:
    replaced(monkeypatch, code)
    begin = time.monotonic()
    with pytest.raises(NoAnswer, match=says) as refused:
        extract(HTML, seconds=9 if LIMITED in code else 0.7)
    assert time.monotonic() - begin < 15
    assert "\n" not in str(refused.value)


SAID = """print('{"title": "The title", "pages": 3}', flush=True); """


@pytest.mark.parametrize(
    "code",
    [
        "import time; time.sleep(60)",
        "import os; os.abort()",
        """print('{"problem": "it needs too much memory to be read"}')""",
        """print('{"title": "The title", "te', flush=True); raise SystemExit(1)""",
    ],
)
def test_what_was_said_before_it_took_too_long_counts(
    monkeypatch: pytest.MonkeyPatch, code: str
) -> None:
    replaced(monkeypatch, SAID + code)
    assert extract(HTML, seconds=0.7) == Extract("The title", pages=3)


@pytest.mark.parametrize("kind", ["page", "PDF"])
def test_the_title_is_out_before_the_text_is_looked_for(
    monkeypatch: pytest.MonkeyPatch, kind: str
) -> None:
    ended = (
        "import os, trafilatura; from recall.fetching.reading import child, pdf_file;"
        "trafilatura.bare_extraction = pdf_file._texts = lambda *_, **__: os._exit(1);"
        "child.main()"
    )
    replaced(monkeypatch, ended)
    if kind == "page":
        found = extract(HTML._replace(data=page("The title", ENGLISH).encode()))
    else:
        found = extract(Task("x.pdf", PDF, "", data=pdf(3, "The title")))
    assert (found.title, found.text) == ("The title", "")


def test_a_page_that_is_nested_without_end_is_read_or_told() -> None:
    with suppress(NoAnswer):
        assert of_page("<div>" * 100_000 + "text").pages is None
