"""Pages that want a login, or keep programs out."""

import pytest

from recall.domain.walls.wall import Seen, host_of, is_missing, wall

ARTICLE = Seen("https://example.org/a", "https://example.org/a", 200, "An article", 900)
ZHIHU = "https://zhuanlan.zhihu.com/p/1"


@pytest.mark.parametrize(
    "seen",
    [
        ARTICLE,
        ARTICLE._replace(title="Sign in with tokens: how OAuth works"),
        ARTICLE._replace(title="Are you human? On captcha"),
        ARTICLE._replace(has_password=True),
        ARTICLE._replace(url="https://example.org/b"),
        ARTICLE._replace(asked="https://a.org/login/x", url="https://a.org/login/y"),
        ARTICLE._replace(url="https://example.org/blog/login-without-passwords"),
        ARTICLE._replace(length=0, title=""),
        ARTICLE._replace(status=404, length=0),
        ARTICLE._replace(asked=ZHIHU, url=ZHIHU, title="文章"),
    ],
)
def test_the_page_itself(seen: Seen) -> None:
    assert wall(seen) is None


@pytest.mark.parametrize(
    "seen",
    [
        ARTICLE._replace(url="https://example.org/signin?next=a"),
        ARTICLE._replace(url="https://example.org/users/sign_in"),
        ARTICLE._replace(url="https://accounts.google.com/v3/x"),
        ARTICLE._replace(url="https://passport.example.org/x"),
        ARTICLE._replace(title="登录 - 某站", length=20),
        ARTICLE._replace(title="登录知乎", length=20),
        ARTICLE._replace(title="Sign in to your account · Example", length=20),
        ARTICLE._replace(title="Log in", length=20),
        ARTICLE._replace(title="Example | Sign in", length=20),
        ARTICLE._replace(title="Welcome", length=20, has_password=True),
        ARTICLE._replace(asked=ZHIHU, url=ZHIHU, status=403, length=0),
        ARTICLE._replace(asked=ZHIHU, url=ZHIHU, title="安全验证 - 知乎", length=9),
        ARTICLE._replace(asked=ZHIHU, url=ZHIHU, title="", length=0),
        ARTICLE._replace(
            asked="https://mp.weixin.qq.com/s/x", url="https://mp.weixin.qq.com/mp/wappoc", length=0
        ),
    ],
)
def test_a_login(seen: Seen) -> None:
    assert wall(seen) == "login"


@pytest.mark.parametrize(
    "seen",
    [
        ARTICLE._replace(status=401, length=0),
        ARTICLE._replace(status=403, length=0),
        ARTICLE._replace(status=429, length=0),
        ARTICLE._replace(status=999, length=0),
        ARTICLE._replace(title="Just a moment...", length=20),
        ARTICLE._replace(title="Attention Required! | Cloudflare", length=90),
        ARTICLE._replace(title="人机验证", length=0),
    ],
)
def test_a_site_that_keeps_programs_out(seen: Seen) -> None:
    assert wall(seen) == "blocked"


@pytest.mark.parametrize(
    ("seen", "missing"),
    [
        (ARTICLE, False),
        (ARTICLE._replace(status=404), True),
        (ARTICLE._replace(status=410), True),
        (ARTICLE._replace(title="404 Not Found", length=9), True),
        (ARTICLE._replace(title="404 Not Found"), False),
    ],
)
def test_a_page_that_is_not_there(seen: Seen, missing: bool) -> None:
    assert is_missing(seen) is missing


def test_a_host_as_a_person_reads_it() -> None:
    assert host_of("https://www.Example.org:80/a") == "example.org"
    assert host_of("http://[1/") == host_of("nothing") == ""
