"""What a link is by its address: a person, a chat, a discussion, code, a video, a paper."""

import re
from functools import lru_cache
from urllib.parse import urlsplit

from recall.domain.library.resource import LinkRole
from recall.domain.lists.guessing.classify import kind_of
from recall.lazy_regex import lazy_regex

# A rule is a host (its subdomains count) and a regular expression that matches the whole path.
_NAME = r"/@?[\w.-]+/?"
_PEOPLE = {
    "github.com": r"/(?:sponsors/|orgs/)?(?!(?:features|topics|trending|explore|collections|about"
    r"|marketplace|pricing|search|readme|sponsors|orgs|login|join|security|enterprise)/?$)[\w-]+/?",
    "gitlab.com": r"/(?!explore/?$|help/?$)[\w.-]+/?",
    "gitee.com": r"/(?!explore/?$|help/?$)[\w.-]+/?",
    "twitter.com": r"/(?!search|hashtag|explore|home|i/)\w+/?",
    "x.com": r"/(?!search|hashtag|explore|home|i/)\w+/?",
    "linkedin.com": r"/(?:in|company|school)/.*",
    "scholar.google.com": r"/citations",
    "orcid.org": r"/[\dX-]+/?",
    "dblp.org": r"/(?:pid|pers)/.*",
    "zhihu.com": r"/(?:people|org)/[^/]+(?:/(?:activities|posts|answers))?/?",
    "weibo.com": r"/(?:u/|n/)?[^/]+/?",
    "reddit.com": r"/(?:u|user)/[^/]+/?",
    "stackoverflow.com": r"/users/.*",
    "facebook.com": r"/(?!publications/?$|l\.php$)@?[\w.-]+/?",
    "instagram.com": _NAME,
    "threads.net": _NAME,
    "bsky.app": r"/profile/[^/]+/?",
    "keybase.io": _NAME,
    "patreon.com": _NAME,
    "ko-fi.com": _NAME,
    "buymeacoffee.com": _NAME,
    "liberapay.com": _NAME,
    "goodreads.com": r"/(?:user|author|review/list)/.*",
    "researchgate.net": r"/profile/[^/]+/?",
    "juejin.cn": r"/user/[^/]+(?:/\w+)?/?",
    "juejin.im": r"/user/[^/]+(?:/\w+)?/?",
    "douban.com": r"/people/[^/]+(?:/\w+)?/?",
    "bookmeter.com": r"/users/.*",
    "booklog.jp": r"/users/.*",
    "jianshu.com": r"/u/[^/]+/?",
    "segmentfault.com": r"/u/[^/]+/?",
    "leetcode.cn": r"/u/[^/]+/?",
    "leetcode-cn.com": r"/u/[^/]+/?",
    "leetcode.com": r"/u/[^/]+/?",
    "kaggle.com": r"/(?!(?:code|datasets|competitions|learn|models)/?$|whitepaper-)[\w-]+/?",
}
_GIST = lazy_regex(r"/(?:\d+|[0-9a-f]{20,})/?")
"""A text whose address does not say whose it is."""

_SCHOLAR = "scholar.google."
_OF_SCHOLAR = ("view_op=top_venues", "view_op=view_citation")
"""Pages of a site of profiles that are about works."""

_CHATS = {
    "discord.gg": r"/.*",
    "discord.com": r"/(?:invite|channels)/.*",
    "discordapp.com": r"/(?:invite|channels)/.*",
    "slack.com": r"/.*",
    "gitter.im": r"/.*",
    "t.zsxq.com": r"/.*",
    "t.me": r"/(?!s/)[^/]*/?",
    "telegram.me": r"/[^/]*/?",
    "matrix.to": r".*",
    "chat.whatsapp.com": r"/.*",
    "qm.qq.com": r"/.*",
    "jq.qq.com": r"/.*",
    "zulipchat.com": r"/.*",
    "open.kakao.com": r"/.*",
    "app.element.io": r".*",
    "zoom.us": r"/(?:j|my|meeting)/.*",
    "meet.google.com": r"/.*",
    "meeting.tencent.com": r"/.*",
    "teams.microsoft.com": r"/.*",
    "piazza.com": r"/.*",
    "edstem.org": r"/.*",
    "facebook.com": r"/groups/.*",
    "linkedin.com": r"/groups/.*",
    "groups.google.com": r"/(?:g|group)/[^/]+/?|/forum/?",
    "signal.group": r".*",
    "live.bilibili.com": r"/\d+/?",
    "live.douyin.com": r"/\w+/?",
    "douyu.com": r"/\d+/?",
    "huya.com": r"/\w+/?",
    "calendar.google.com": r"/.*",
    "calendar.app.google": r"/.*",
    "calendly.com": r"/.*",
    "docs.google.com": r"/forms/.*",
    "forms.gle": r"/.*",
    "docs.qq.com": r"/form/.*",
    "wj.qq.com": r"/.*",
    "jinshuju.net": r"/f/.*",
    "forms.office.com": r"/.*",
    "github.com": r"/[^/]+/[^/]+/(?:issues|pulls|discussions|fork|compare)(?:/new.*)?/?",
}
_PLAYLISTS = {"youtube.com": r"/playlist"}

_DISCUSSIONS = {
    "news.ycombinator.com": r"/item",
    "reddit.com": r"/r/[^/]+/comments/.*",
    "lobste.rs": r"/s/.*",
    "github.com": r"/[^/]+/[^/]+/(?:discussions|issues|pull)/\d+.*",
    "groups.google.com": r"/.*",
    "twitter.com": r"/\w+/status/.*",
    "x.com": r"/\w+/status/.*",
    "bsky.app": r"/profile/[^/]+/post/.*",
}
_OF_PROJECTS = frozenset(("github.com", "gitlab.com", "gitee.com", "patreon.com"))
_OTHER_SITES = (
    "github.github.",
    "research.",
    "engineering.",
    "ai.",
    "about.",
    "developers.",
    "docs.",
    "blog.",
    "help.",
    "education.",
    "classroom.",
    "skills.",
    "lab.",
)
"""Subdomains of networks that have pages to be read, and no profiles."""

_HOME = re.compile(
    r"(?:/[~@][\w.-]+|(?:/[\w-]+)?/(?:people|faculty|staff|authors?|profiles?)/[\w.-]+)?"
    r"/?(?:index(?:_\w+)?\.html?)?"
)
# A profile on any server of Mastodon; on these hosts it is a blog or a channel, to be read.
_PROFILE = re.compile(r"/@[\w.-]+/?")
_PUBLISHERS = frozenset(("medium.com", "youtube.com", "tiktok.com", "substack.com", "dev.to"))
_MOST_SPACES_IN_A_NAME = 4
_FORUM = ("forum.", "forums.", "discuss.", "community.")


def is_person(url: str) -> bool:
    """Return whether a URL is the profile of a person or an organization."""
    host, path = _host_and_path(url)
    if host == "gist.github.com" and _GIST.fullmatch(path):
        return False
    if _matches(_own_host(host), path, _PEOPLE):
        return not any(page in url for page in _OF_SCHOLAR)
    return (
        "/@" in path
        and _PROFILE.fullmatch(path) is not None
        and _PUBLISHERS.isdisjoint(_domains(host))
    )


def is_owner_of_projects(url: str) -> bool:
    """Return whether a URL is the page of a person or a project: the owner of repositories."""
    host, path = _host_and_path(url)
    return host in _OF_PROJECTS and "/" not in path.strip("/") and is_person(url)


def is_chat(url: str) -> bool:
    """Return whether a URL leads to a chat, a call, a live room, a calendar, or invites to it."""
    host, path = _host_and_path(url)
    return _matches(host, path or "/", _CHATS)


@lru_cache(maxsize=64)
def role_of_url(url: str) -> LinkRole:
    """Return what a URL leads to; page if nothing tells."""
    if is_person(url):
        return "person"
    host, path = _host_and_path(url)
    if is_chat(url) or _matches(host, path, _DISCUSSIONS):
        return "discussion"
    if host.startswith(_FORUM):
        return "discussion"
    if _matches(host, path, _PLAYLISTS):
        return "video"
    kind = kind_of(url, "")
    return kind if kind in {"paper", "video", "code"} else "page"


def is_name_of_its_site(text: str, url: str) -> bool:
    """Return whether a text is the name of the URL's host: `arxiv.org`, `Goodreads`."""
    spaces = text.count(" ")
    if spaces > _MOST_SPACES_IN_A_NAME:
        return False
    host, _ = _host_and_path(url)
    if len(text) - spaces > 2 * len(host):
        return False
    first = text[:1].lower()
    if first.isalnum() and not host.startswith(first) and f".{first}" not in host:
        return False  # the usual case
    name = "".join(filter(str.isalnum, text[: len(host) * 2].casefold()))
    if not name or name[0] not in host or len(name) > len(host):
        return False
    labels = host.split(".")
    names = {"".join(labels[at:]) for at in range(len(labels) - 1)} | set(labels[:-1])
    return name in {each.replace("-", "") for each in names}


_IN_HAN = {
    "知乎": "zhihu",
    "哔哩哔哩": "bilibili",
    "B站": "bilibili",
    "豆瓣": "douban",
    "推特": "twitter",
    "掘金": "juejin",
    "简书": "jianshu",
    "微博": "weibo",
    "力扣": "leetcode",
    "牛客": "nowcoder",
}


def is_name_of_site(text: str, url: str) -> bool:
    """Return whether a text is the name of the URL's site, also in Chinese: `知乎`."""
    name = next((name for han, name in _IN_HAN.items() if text in {han, f"{han}网"}), text)
    return is_name_of_its_site(name, url)


def is_name_of_its_part(text: str, url: str) -> bool:
    """Return whether a text names a site and the part of it that is the URL: `HuggingFace Blog`."""
    name, _, part = text.strip(" []`").casefold().partition(" ")
    if not part.isalnum():
        return False  # the usual case
    host, path = _host_and_path(url)
    labels = host.split(".")
    if name not in labels[:-1]:
        return False
    return path.strip("/").casefold() == part or (labels[0] == part and not path.strip("/"))


def is_front_page(url: str) -> bool:
    """Return whether a URL is a site as a whole."""
    return _host_and_path(url)[1] in {"", "/"}


def is_home(url: str) -> bool:
    """Return whether a URL is a site as a whole, or a person's part: `/~ann/`, `/@ann`."""
    return is_front_page(url) or _HOME.fullmatch(_host_and_path(url)[1]) is not None


def is_name_of_its_repository(text: str, url: str) -> bool:
    """Return whether a text is the name of the URL's repository, with or without its owner."""
    host, path = _host_and_path(url)
    owner, _, rest = path.strip("/").casefold().partition("/")
    repository = rest.partition("/")[0].removesuffix(".git")
    if not repository or kind_of(url, "") != "code":
        return False
    name = text.strip(" []`@").casefold().replace(" ", "-").removeprefix(f"{host}/")
    return name in {repository, f"{owner}/{repository}"}


_USUAL = re.compile(r"https?://([a-z0-9.-]+)(/[^?#\s]*)?(?:[?#]\S*)?")
"""An address of which no part has to be decoded: urlsplit takes ten times as long."""


@lru_cache(maxsize=64)
def _host_and_path(url: str) -> tuple[str, str]:
    """Return host and path; empty if malformed. Cached: several questions are asked of a link."""
    if usual := _USUAL.fullmatch(url):
        return usual[1].removeprefix("www."), usual[2] or ""
    try:
        parts = urlsplit(url if "://" in url else f"http://{url}")
        return (parts.hostname or "").removeprefix("www."), parts.path
    except ValueError:
        return "", ""


def _own_host(host: str) -> str:
    """Return the host, "" if it is another site of a network: `research.facebook.com`."""
    if host.startswith(_SCHOLAR):
        return f"{_SCHOLAR}com"  # of whatever country
    return "" if host.startswith(_OTHER_SITES) else host


def _matches(host: str, path: str, rules: dict[str, str]) -> bool:
    return any(re.fullmatch(rules[domain], path) for domain in _domains(host) if domain in rules)


@lru_cache(maxsize=1024)
def _domains(host: str) -> tuple[str, ...]:
    labels = host.split(".")
    return tuple(".".join(labels[at:]) for at in range(len(labels)))
