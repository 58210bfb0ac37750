"""What titles say, and what they do not say."""

import pytest

from recall.domain.walls.titles import says_check, says_login, says_missing


@pytest.mark.parametrize(
    "title",
    [
        "404",
        "404 Not Found",
        "404 - Page not found",
        "Page not found | Example",
        "Page Not Found · GitHub Pages",
        "Error 404 (Not Found)!!1",
        "404: This page could not be found",
        "Oops! 404",
        "页面不存在",
        "页面不存在-某某网",
        "抱歉，页面不存在",
        "内容已删除",
        "该内容已被发布者删除",
        "４０４",
        "Seite nicht gefunden – Beispiel",
        "视频去哪了呢？_哔哩哔哩_bilibili",
    ],
)
def test_a_title_that_says_there_is_no_page(title: str) -> None:
    assert says_missing(title)
    assert not says_missing(title, own=title)


@pytest.mark.parametrize(
    "title",
    [
        "",
        "HTTP 404 explained",
        "The 404 bus through the city",
        "How to design a 404 page",
        "Not found: a story of lost letters",
        "为什么会出现页面不存在的提示",
        "Attention Is All You Need",
        "Login flows in OAuth 2",
        "Access denied by default: a guide",
    ],
)
def test_a_title_that_speaks_of_something_else(title: str) -> None:
    assert not says_missing(title)
    assert not says_login(title)
    assert not says_check(title)


@pytest.mark.parametrize("title", ["Login", "Sign in · GitLab", "知乎 - 登录", "Log in | Medium"])
def test_a_title_of_a_login(title: str) -> None:
    assert says_login(title)
    assert not says_login(title, own=title)


@pytest.mark.parametrize(
    "title", ["Just a moment...", "Access Denied", "人机验证", "DDoS-Guard", "403 Forbidden"]
)
def test_a_title_of_a_page_that_keeps_programs_out(title: str) -> None:
    assert says_check(title)
    assert not says_check(title, own=title)


def test_a_very_long_title_takes_no_time() -> None:
    assert not says_missing("-" * 100_000 + "404")
