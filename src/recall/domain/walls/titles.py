"""What the title of a page tells: that there is no page, a login, a check for robots."""

import re

from recall.domain.library.resource import fold

_LONGEST_TITLE = 400
"""Characters that are looked at."""

_BETWEEN = re.compile(r"\s[-:/\u2013\u2014]+\s|[|_·•\u2013\u2014]|(?<=[^\x00-\x7f])[-,!?]")
"""Between a page's own title and the name of its site; Chinese needs no space there."""

_WORDS = re.compile(r"[\w']+")

_MISSING = frozenset(
    (
        *("404", "404 error", "error 404", "http 404", "404 not found", "not found"),
        *("404 page not found", "page not found", "404 page not found error", "410 gone"),
        *("error 404 not found", "error 404 not found 1", "page not found 404", "404 page"),
        *("404页面", "404错误", "404 错误", "404 页面不存在", "404 未找到"),
        *("this page does not exist", "page does not exist", "page doesn't exist"),
        *("this page could not be found", "404 this page could not be found", "oops 404"),
        *("the page you were looking for doesn't exist", "content not found", "410"),
        *("页面不存在", "页面没有找到", "页面未找到", "未找到页面", "找不到页面", "页面找不到了"),
        *("页面找不到", "页面丢失", "您访问的页面不存在", "你访问的页面不存在"),
        *("你似乎来到了没有知识存在的荒原", "该页面不存在", "文章不存在", "内容不存在"),
        *("内容已删除", "内容已被删除", "该内容已删除", "该内容已被删除", "文章已删除"),
        *("文章已被删除", "该文章已被删除", "该内容已被发布者删除", "帖子已被删除", "视频去哪了呢"),
        *("頁面不存在", "找不到頁面", "找不到網頁", "內容已刪除", "文章不存在或已被删除"),
        *("ページが見つかりません", "seite nicht gefunden", "page non trouvée"),
        *("página no encontrada", "страница не найдена", "페이지를 찾을 수 없습니다"),
    )
)
_LOGIN = frozenset(
    (
        *("log in", "login", "sign in", "signin", "please log in", "log in or sign up"),
        *("sign up", "登录", "登陆", "用户登录", "请登录", "登录注册", "登录 注册", "安全登录"),
        *(
            "注册登录",
            "登入",
            "로그인",
            "ログイン",
            "anmelden",
            "connexion",
            "iniciar sesión",
            "вход",
        ),
    )
)
_CHECKS = frozenset(
    (
        *("just a moment", "attention required", "access denied", "are you a robot", "forbidden"),
        *("ddos guard", "checking your browser", "one moment please", "robot check"),
        *("security check", "verifying you are human", "vercel security checkpoint"),
        *(
            "human verification",
            "captcha",
            "403",
            "403 forbidden",
            "unusual traffic",
            "client challenge",
        ),
        *("are you human", "are you a human", "verify you are human", "请求存在异常", "安全检查"),
        *(
            "verify that you are human",
            "verify you are a human",
            "环境异常",
            "安全验证",
            "人机验证",
            "请完成验证",
            "验证码",
            "滑动验证",
            "访问验证",
        ),
        *("百度安全验证", "知乎安全验证", "before you continue", "before you continue to youtube"),
    )
)


def says_missing(title: str, own: str = "") -> bool:
    """Return whether a page's title says that there is no page; own is the resource's title.

    A resource whose own title says so is about missing pages, and says nothing of its page.
    """
    return _says(title, own, _MISSING)


def says_login(title: str, own: str = "") -> bool:
    """Return whether a page's title is that of a login."""
    return _says(title, own, _LOGIN)


def begins_with_login(title: str) -> bool:
    """Return whether a title, or a part of it, begins with the words of a login.

    "Sign in with tokens" does so too, so that this alone does not make a page a login.
    """
    return any(
        f"{part} ".startswith(f"{phrase} ") or (not phrase.isascii() and part.startswith(phrase))
        for part in _parts(title)
        for phrase in _LOGIN
    )


def says_check(title: str, own: str = "") -> bool:
    """Return whether a page's title is that of a page that keeps programs out."""
    return _says(title, own, _CHECKS)


def _says(title: str, own: str, phrases: frozenset[str]) -> bool:
    return not phrases.isdisjoint(_parts(title)) and phrases.isdisjoint(_parts(own))


def _parts(title: str) -> set[str]:
    """Return a title and its parts as words alone, without differences of case and width."""
    text = fold(title[:_LONGEST_TITLE])
    return {" ".join(_WORDS.findall(part)) for part in (text, *_BETWEEN.split(text))}
