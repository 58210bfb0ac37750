"""What an answer means: a login and a block are never taken for a page that is not there."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recall.domain.link_checks.answer import NO_SUCH_FILE, NO_SUCH_HOST, LinkAnswer, Redirect
from recall.domain.link_checks.finding import Seen
from recall.domain.link_checks.verdict import BLOCKED, LONGEST_PROPOSED, MISSING, judged

URL = "https://blog.example/posts/paged-attention"
OTHER = "https://new.example/posts/paged-attention"
FRONT = "https://blog.example/"
TITLE = "Paged attention"


def same(url: str, other: str) -> bool:
    """As the identity of URLs has it, for what is needed here."""
    return url.replace("http://", "https://").rstrip("/") == other.rstrip("/")


def to(*urls: str, status: int = 301) -> tuple[Redirect, ...]:
    return tuple(Redirect(status, url) for url in urls)


def seen(answer: LinkAnswer, title: str = TITLE) -> Seen:
    return judged(answer, title, same).seen


@pytest.mark.parametrize("status", [200, 206, 203, 304, 416])
def test_a_page_that_is_there_is_ok(status: int) -> None:
    look = judged(LinkAnswer(URL, status, title=TITLE), TITLE, same)
    assert look.seen == "ok"
    assert (look.reason, look.status, look.final_url, look.moved_to) == ("", status, None, None)


@pytest.mark.parametrize("status", MISSING)
def test_a_page_that_the_server_does_not_have_is_missing(status: int) -> None:
    look = judged(LinkAnswer(URL, status), TITLE, same)
    assert (look.seen, look.reason) == ("missing", f"not found ({status})")


@pytest.mark.parametrize("problem", [NO_SUCH_HOST, NO_SUCH_FILE])
def test_a_name_and_a_file_that_are_not_there_are_missing(problem: str) -> None:
    assert judged(LinkAnswer(URL, problem=problem), TITLE, same)[:2] == ("missing", problem)


def test_any_other_problem_says_nothing_about_the_page() -> None:
    problem = "blog.example has not answered within 20 s"
    assert judged(LinkAnswer(URL, problem=problem), TITLE, same)[:2] == ("unclear", problem)


@pytest.mark.parametrize("status", [400, 451, 500, 502, 504])
def test_an_error_of_the_server_says_nothing_about_the_page(status: int) -> None:
    assert seen(LinkAnswer(URL, status, title="404 Not Found")) == "unclear"


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_a_redirect_that_names_no_address_says_nothing_about_the_page(status: int) -> None:
    assert seen(LinkAnswer(URL, status)) == "unclear"


@pytest.mark.parametrize("status", BLOCKED)
@pytest.mark.parametrize("title", ["", "404 Not Found", "页面不存在"])
def test_a_server_that_refuses_programs_is_a_block(status: int, title: str) -> None:
    assert seen(LinkAnswer(URL, status, to(FRONT), title)) == "blocked"


@pytest.mark.parametrize(
    "answer",
    [
        LinkAnswer(URL, 200, title="Just a moment..."),
        LinkAnswer(URL, 404, title="Attention Required! | Cloudflare"),
        LinkAnswer(URL, 200, title="安全验证 - 知乎"),
        LinkAnswer(URL, 200, title="环境异常"),
        LinkAnswer(URL, 200, is_challenge=True),
        LinkAnswer(URL, 404, to("https://blog.example/account/unhuman?type=1", status=302)),
        LinkAnswer(URL, 200, to("https://mp.example/mp/wappoc_appmsgcaptcha?poc=1", status=302)),
        LinkAnswer(URL, 200, to("https://www.google.com/sorry/index", status=302)),
    ],
)
def test_a_check_for_robots_is_a_block(answer: LinkAnswer) -> None:
    look = judged(answer, TITLE, same)
    assert (look.seen, look.reason) == ("blocked", "checks for robots")


@pytest.mark.parametrize(
    "answer",
    [
        LinkAnswer(URL, 200, to("https://blog.example/login?next=/posts", status=302)),
        LinkAnswer(URL, 404, to("https://blog.example/signin", status=302)),
        LinkAnswer(URL, 200, to("https://blog.example/users/sign_in", status=301)),
        LinkAnswer(URL, 200, to("https://login.blog.example/", status=302)),
        LinkAnswer(URL, 403, to("https://accounts.example.com/v3/identifier", status=302)),
        LinkAnswer(URL, 200, title="登录 - 知乎"),
        LinkAnswer(URL, 404, title="Log in | Blog"),
    ],
)
def test_a_login_is_no_page_that_is_gone(answer: LinkAnswer) -> None:
    assert seen(answer) == "login"


def test_a_page_about_a_login_is_a_page() -> None:
    assert seen(LinkAnswer("https://blog.example/login", 200, title="Login")) == "login"
    assert seen(LinkAnswer("https://blog.example/login", 200, title="How logins work")) == "ok"
    assert seen(LinkAnswer("https://a.example/login", 200, to("https://a.example/login/"))) == "ok"
    assert seen(LinkAnswer(URL, 200, title="Login - Wikipedia"), "Login - Wikipedia") == "ok"


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
@pytest.mark.parametrize("front", [FRONT, "https://blog.example", f"{FRONT}index.html?from=404"])
def test_a_page_that_leads_to_the_front_page_is_missing(status: int, front: str) -> None:
    look = judged(LinkAnswer(URL, 200, to(front, status=status)), TITLE, same)
    assert (look.seen, look.final_url) == ("missing", front)


def test_a_front_page_of_another_site_counts_only_if_it_is_for_good() -> None:
    """A hotel's network sends everything to its own front page."""
    portal = "http://portal.hotel.example/"
    assert seen(LinkAnswer(URL, 200, to(portal))) == "missing"
    look = judged(LinkAnswer(URL, 200, to(portal, status=302)), TITLE, same)
    assert look.seen == "unclear"
    assert look.reason == "leads to the front page of portal.hotel.example for now"


@pytest.mark.parametrize(
    "url",
    [
        "http://blog.example",
        "http://blog.example/index.php",
        "https://bit.ly/3xyz",
        "https://someone.github.io/project/",
    ],
)
def test_an_address_that_may_lead_to_a_front_page_has_moved(url: str) -> None:
    assert seen(LinkAnswer(url, 200, to("https://project.example/"))) == "moved"


def test_a_page_of_a_front_page_is_no_front_page() -> None:
    wordpress = "https://blog.example/?p=123"
    assert seen(LinkAnswer("http://blog.example/?p=123", 200, to(wordpress))) == "ok"
    assert seen(LinkAnswer(wordpress, 200, to(FRONT, status=302))) == "missing"
    assert seen(LinkAnswer(URL, 200, to("https://blog.example/?p=123", status=302))) == "ok"


@pytest.mark.parametrize("path", ["404", "404.html", "error/404", "notfound", "page-not-found"])
def test_a_page_that_leads_to_an_error_page_is_missing(path: str) -> None:
    assert seen(LinkAnswer(URL, 200, to(f"https://blog.example/{path}", status=302))) == "missing"
    assert (
        seen(LinkAnswer(f"http://a.example/{path}", 200, to(f"https://a.example/{path}"))) == "ok"
    )


def test_a_title_may_say_that_there_is_no_page() -> None:
    look = judged(LinkAnswer(URL, 200, title="页面不存在"), TITLE, same)
    assert (look.seen, look.reason) == ("missing", "the page is titled '页面不存在'")
    assert seen(LinkAnswer(URL, 200, title="404"), "404") == "ok"  # it is called so in the library


def test_an_address_given_for_good_is_proposed() -> None:
    look = judged(LinkAnswer(URL, 200, to(OTHER)), TITLE, same)
    assert (look.seen, look.moved_to, look.final_url) == ("moved", OTHER, OTHER)
    assert judged(LinkAnswer(URL, 200, to(OTHER, status=308)), TITLE, same).moved_to == OTHER


@pytest.mark.parametrize("status", [302, 303, 307])
def test_an_address_given_for_now_is_not_proposed(status: int) -> None:
    look = judged(LinkAnswer(URL, 200, to(OTHER, status=status)), TITLE, same)
    assert (look.seen, look.moved_to, look.final_url) == ("ok", None, OTHER)


def test_only_the_steps_before_the_first_for_now_are_proposed() -> None:
    there = f"{OTHER}?page=1"
    for_good_first = (*to(OTHER), *to(there, status=302))
    look = judged(LinkAnswer(URL, 200, for_good_first), TITLE, same)
    assert (look.seen, look.moved_to, look.final_url) == ("moved", OTHER, there)
    for_now_first = (*to(OTHER, status=302), *to(there))
    assert judged(LinkAnswer(URL, 200, for_now_first), TITLE, same).moved_to is None


def test_an_address_that_nobody_would_type_is_not_proposed() -> None:
    longest = f"{OTHER}?{'x' * (LONGEST_PROPOSED - len(OTHER) - 1)}"
    assert seen(LinkAnswer(URL, 200, to(longest))) == "moved"
    assert seen(LinkAnswer(URL, 200, to(longest + "x"))) == "ok"


def test_another_spelling_of_the_same_address_is_no_move() -> None:
    written = URL.replace("https", "http")
    assert seen(LinkAnswer(written, 200, to(URL))) == "ok"


@pytest.mark.parametrize("status", MISSING)
def test_an_address_that_is_not_there_is_not_proposed(status: int) -> None:
    look = judged(LinkAnswer(URL, status, to(OTHER)), TITLE, same)
    assert (look.seen, look.moved_to) == ("missing", None)


STATUSES = st.sampled_from([200, 206, 301, 404, 410, 416, 418, 500, 503, *BLOCKED])
URLS = st.sampled_from([URL, OTHER, FRONT, "https://blog.example/login", "http://x.example/404"])
ANSWERS = st.builds(
    LinkAnswer,
    url=URLS,
    status=STATUSES,
    redirects=st.lists(st.builds(Redirect, st.sampled_from([301, 302]), URLS)).map(tuple),
    title=st.sampled_from(["", TITLE, "404", "登录", "Just a moment..."]),
    problem=st.sampled_from([None, None, None, NO_SUCH_HOST, "silence"]),
    is_challenge=st.booleans(),
)


@given(ANSWERS)
def test_any_answer_means_something(answer: LinkAnswer) -> None:
    look = judged(answer, TITLE, same)
    assert (look.moved_to is not None) == (look.seen == "moved")
    assert bool(look.reason) == (look.seen not in ("ok", "moved"))
    if answer.problem is None and answer.status in BLOCKED:
        assert look.seen in ("blocked", "login")
