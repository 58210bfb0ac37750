"""Rules for the addresses of sites: one line per rule, each with its pairs in the tests.

A rule says which addresses of a site are the same resource. It must be certain: a false merge
loses data, a miss only shows a duplicate. Nothing here follows a link; short links (b23.tv,
bit.ly) and numbers that only the site can translate (av and BV) stay apart.
"""

import re
from collections.abc import Callable, Mapping, Set
from typing import NamedTuple, TypeVar
from urllib.parse import unquote

T = TypeVar("T")


class Address(NamedTuple):
    """A parsed, normalized web address without scheme, `www.` and trailing slash.

    host includes user and port if present; query holds `key=value` as written.
    """

    host: str
    path: str
    query: tuple[str, ...] = ()
    fragment: str = ""


Rule = Callable[[Address], Address | None]
"""Returns the identity of an address, or None if the rule does not apply."""


def key(parameter: str) -> str:
    """Return the name of a query parameter."""
    return parameter.partition("=")[0]


def without(query: tuple[str, ...], names: Set[str]) -> tuple[str, ...]:
    """Return the query without the parameters with these names."""
    return tuple(parameter for parameter in query if key(parameter) not in names)


_GROUP = re.compile(r"\\(?:g<)?([0-9])>?")
"""A group of a pattern, in its template: `\\1` or `\\g<1>`."""


def _names(words: str) -> frozenset[str]:
    return frozenset(words.split())


def _lower(text: str) -> str:
    """Return text in lower case, except percent escapes, whose normal form is upper case."""
    return re.sub(r"%[0-9a-f]{2}", lambda escape: escape[0].upper(), text.lower())


def _page(
    pattern: str,
    to: str = r"\g<0>",
    host: str = "",
    needs: str = "",
    keep: str = "",
    anchor: str = "",
) -> Rule:
    """Return a rule for paths that match pattern as a whole; `to` is their normal form.

    needs: parameters that must have a value, and are kept; keep: parameters kept if present.
    All other parameters are dropped, and so is the fragment unless anchor is "kept".
    """
    needed, kept = _names(needs), _names(f"{needs} {keep}")
    # Taken apart once: Match.expand would do it for each link.
    pieces = _GROUP.split(to)

    def rule(address: Address) -> Address | None:
        found = re.fullmatch(pattern, address.path)
        if not found or not needed <= {key(p) for p in address.query if not p.endswith("=")}:
            return None
        whole = "".join(
            (found[int(piece)] or "") if at % 2 else piece for at, piece in enumerate(pieces)
        )
        path, _, added = whole.partition("?")
        query = tuple(parameter for parameter in address.query if key(parameter) in kept)
        fragment = address.fragment if anchor == "kept" else ""
        return Address(host or address.host, path, (added,) if added else query, fragment)

    return rule


def _doi(address: Address) -> Address | None:
    """Normalize a DOI: case does not matter (DOI Handbook, 2.4); arXiv's DOIs are its papers."""
    if not re.match(r"/10\.\d{4,9}(\.\d+)*/", address.path):
        return None
    path = _lower(address.path)
    if paper := re.fullmatch(r"/10\.48550/arxiv\.(\d{4}\.\d{4,5})(v\d+)?", path):
        return Address("arxiv.org", f"/abs/{paper[1]}")
    return address._replace(host="doi.org", path=path)


def _bilibili_video(address: Address) -> Address | None:
    """Normalize a video: case matters in BV, not in av; the first part (p=1) is the video."""
    found = re.fullmatch(r"/video/(BV[0-9A-Za-z]{10}|[aA][vV]\d+)", address.path)
    if not found:
        return None
    name = found[1] if found[1].startswith("BV") else found[1].lower()
    part = tuple(p for p in address.query if key(p) == "p" and p not in ("p=1", "p="))
    return Address("bilibili.com", f"/video/{name}", part)


def _github_repository(address: Address) -> Address | None:
    """Normalize a repository's page, which is its README; other anchors are sections."""
    found = re.fullmatch(r"/([^/]+/[^/]+?)(?i:\.git)*(?:/tree/(?:main|master))?", address.path)
    if not found:
        return None
    fragment = "" if address.fragment in ("readme", "readme-ov-file") else address.fragment
    query = without(address.query, {"tab"})
    return Address("github.com", "/" + _lower(found[1]), query, fragment)


def _github_file(address: Address) -> Address | None:
    """Normalize a file: case matters in branch and path, not in owner and repository."""
    shown = "" if address.host == "raw.githubusercontent.com" else r"/(?:blob|raw)"
    found = re.fullmatch(rf"/([^/]+/[^/]+){shown}/(?:refs/heads/)*([^/]+/.+)", address.path)
    if not found:
        return None
    query = without(address.query, {"raw", "plain", "token"})
    return Address("github.com", f"/{_lower(found[1])}/blob/{found[2]}", query, address.fragment)


def _github_page(address: Address) -> Address:
    found = re.match(r"(?:/[^/]+){0,2}", address.path)
    end = found.end() if found else 0
    return address._replace(path=_lower(address.path[:end]) + address.path[end:])


_MEDIAWIKI_SAME = {"%20": "_", "%28": "(", "%29": ")", "%2C": ",", "%3A": ":", "%27": "'"}
_MEDIAWIKI_LOOKS = _names("variant oldformat useskin wprov")


def _wikipedia(address: Address) -> Address:
    """Normalize an article: mobile pages and Chinese variants (/zh-cn/…) are the same article."""
    path = address.path
    if address.host.startswith("zh."):
        path = re.sub(r"^/zh(?:-(?:hans|hant|cn|tw|hk|mo|my|sg))?/", "/wiki/", path)
    for written, same in _MEDIAWIKI_SAME.items():
        path = path.replace(written, same)
    host = address.host.replace(".m.wikipedia.org", ".wikipedia.org")
    return Address(host, path, without(address.query, _MEDIAWIKI_LOOKS), address.fragment)


_ARXIV_ID = r"(\d{4}\.\d{4,5}|[a-z-]+(?:\.[A-Z]{2})?/\d{7})(?:v\d+)?"
# "videoseries" and "live_stream" have eleven characters too, but are not videos.
_YOUTUBE_ID = r"(?!videoseries$|live_stream$)([\w-]{11})"
_YOUTUBE = r"/watch?v=\1"

_ARXIV = (_page(rf"/(?:abs|pdf|html)/{_ARXIV_ID}(?:\.pdf)?", r"/abs/\1", "arxiv.org"),)
_OPENREVIEW = (_page(r"/(?:forum|pdf)", "/forum", needs="id", keep="noteId"),)
_YOUTUBE_VIDEO = (
    _page(r"/watch", "/watch", "youtube.com", needs="v"),
    _page(rf"/(?:embed|shorts|live|v)/{_YOUTUBE_ID}", _YOUTUBE, "youtube.com"),
)
_ZHIHU_ARTICLE = _page(r"(?:/p|/tardis/\w+/art)/(\d+)", r"/p/\1", "zhuanlan.zhihu.com")
_ZHIHU = (
    _ZHIHU_ARTICLE,
    _page(r"/question/\d+(?:/answer/\d+)?", host="zhihu.com"),
    _page(r"/answer/\d+", host="zhihu.com"),
)
_WEIXIN = (
    _page(r"/s", needs="__biz mid idx sn"),
    _page(r"/s/[\w-]+"),
)
_TWEET = (
    _page(r"/(?:i/web|\w+)/status(?:es)?/(\d+)(?:/(?:photo|video)/\d+)?", r"/i/status/\1", "x.com"),
)
_MEDIUM = (_page(r"(?:/[^/]+)?/(?:[^/]+-)?([0-9a-f]{11,12})", r"/p/\1", "medium.com"),)
_STACK_EXCHANGE = (
    _page(r"/a/(\d+)(?:/\d+)?", r"/a/\1"),
    _page(r"/questions/\d+/[^/]+/(\d+)", r"/a/\1"),
    _page(r"/(?:q|questions)/(\d+)(?:/[^/]+)?", r"/questions/\1", anchor="kept"),
)
_AMAZON = (
    _page(r"(?:/[^/]+)?/(?:dp|gp/product|gp/aw/d)/([A-Z0-9]{10})(?:/ref=[^/]*)?", r"/dp/\1"),
)
_GITHUB = (_github_repository, _github_file, _github_page)

_AMAZON_LANDS = "com cn co.jp co.uk de fr it es ca in com.au com.br com.mx nl se pl sg"

SITE_RULES: dict[str, tuple[Rule, ...]] = {
    "arxiv.org": _ARXIV,
    "export.arxiv.org": _ARXIV,
    "doi.org": (_doi,),
    "dx.doi.org": (_doi,),
    "openreview.net": _OPENREVIEW,
    "youtube.com": _YOUTUBE_VIDEO,
    "youtube-nocookie.com": _YOUTUBE_VIDEO,
    "youtu.be": (_page(rf"/{_YOUTUBE_ID}", _YOUTUBE, "youtube.com"),),
    "bilibili.com": (_bilibili_video,),
    "github.com": _GITHUB,
    "raw.githubusercontent.com": (_github_file,),
    "zhihu.com": _ZHIHU,
    "zhuanlan.zhihu.com": (_ZHIHU_ARTICLE,),
    "mp.weixin.qq.com": _WEIXIN,
    "x.com": _TWEET,
    "medium.com": _MEDIUM,
    "*.medium.com": _MEDIUM,
    "*.substack.com": (_page(r"/p/[^/]+"),),
    "stackoverflow.com": _STACK_EXCHANGE,
    "superuser.com": _STACK_EXCHANGE,
    "serverfault.com": _STACK_EXCHANGE,
    "askubuntu.com": _STACK_EXCHANGE,
    "mathoverflow.net": _STACK_EXCHANGE,
    "*.stackexchange.com": _STACK_EXCHANGE,
    "*.wikipedia.org": (_wikipedia,),
    "*.m.wikipedia.org": (_wikipedia,),
    "juejin.cn": (_page(r"/post/\w+"),),
    "blog.csdn.net": (_page(r"/[^/]+/article/details/\d+"),),
    **{f"amazon.{land}": _AMAZON for land in _AMAZON_LANDS.split()},
}
"""By host, without `www.`; `*.` stands for one label. The first rule that applies counts."""

ALIASES = {
    "m.youtube.com": "youtube.com",
    "m.bilibili.com": "bilibili.com",
    "m.zhihu.com": "zhihu.com",
    "twitter.com": "x.com",
    "m.twitter.com": "x.com",
    "mobile.twitter.com": "x.com",
    "mobile.x.com": "x.com",
    "old.reddit.com": "reddit.com",
    "m.facebook.com": "facebook.com",
    "m.36kr.com": "36kr.com",
}
"""Hosts that show every page of another host, at the same path."""

_YOUTUBE_TOKENS = _names("si pp feature")
TOKENS: dict[str, frozenset[str]] = {
    "youtube.com": _YOUTUBE_TOKENS,
    "music.youtube.com": _YOUTUBE_TOKENS,
    "bilibili.com": _names(
        "spm_id_from vd_source from_spmid share_source share_medium share_plat share_from "
        "share_session_id share_tag share_times unique_k"
    ),
    "zhihu.com": _names("share_code"),
    "zhuanlan.zhihu.com": _names("share_code"),
    "x.com": _names("s t"),
    "medium.com": _names("source sk"),
    "*.medium.com": _names("source sk"),
    "*.substack.com": _names("r showWelcome showWelcomeOnShare triedRedirect"),
}
"""By host: tracking parameters, dropped on every page."""

TRACKING = _names(
    "fbclid gclid gclsrc dclid gbraid wbraid msclkid yclid twclid ttclid mc_cid mc_eid igshid "
    "igsh ref_src ref_url spm _hsenc _hsmi mkt_tok vero_id"
)
"""Dropped on every host, like `utm_*`. No words that a site may use itself: ref, id, source."""

_GOOGLE_LANDS = "com cn com.hk com.tw com.sg co.jp co.kr co.uk co.in de fr ca"
_REDIRECTORS: dict[str, tuple[str, ...]] = {
    "l.facebook.com/l.php": ("u",),
    "lm.facebook.com/l.php": ("u",),
    "t.umblr.com/redirect": ("z",),
    "link.zhihu.com/": ("target",),
    "link.juejin.cn/": ("target",),
    "link.juejin.im/": ("target",),
    "link.csdn.net/": ("target",),
    "links.jianshu.com/go": ("to",),
    "link.jianshu.com/": ("t",),
    "sspai.com/link": ("target",),
    "gitee.com/link": ("target",),
    "steamcommunity.com/linkfilter": ("url", "u"),
    "out.reddit.com": ("url",),
    "youtube.com/redirect": ("q",),
    **{f"google.{land}/url": ("q", "url") for land in _GOOGLE_LANDS.split()},
}
"""Redirectors, by host or by host and path, with the parameters that may hold the target."""


def for_host(table: Mapping[str, T], host: str, nothing: T) -> T:
    """Return a table's entry for a host, or for `*.` and its parent."""
    return table.get(host) or table.get("*." + host.partition(".")[2], nothing)


def target(address: Address) -> str | None:
    """Return the web address that a redirector leads to; None if it is not one."""
    place = address.host + address.path
    names = _REDIRECTORS.get(place) or _REDIRECTORS.get(address.host, ())
    for parameter in address.query:
        name, _, value = parameter.partition("=")
        if name in names and (url := _decoded(value)):
            return url if "#" in url or not address.fragment else f"{url}#{address.fragment}"
    return None


def _decoded(value: str) -> str | None:
    """Return the http(s) address in a parameter, however often it was encoded."""
    # Keep bytes that are not UTF-8, or two addresses in GBK would look the same.
    value = unquote(value, errors="surrogateescape")
    while re.match(r"https?%(?:25)*3a", value, re.IGNORECASE):
        value = unquote(value, errors="surrogateescape")
    return value if re.match(r"https?://[^/\s]", value, re.IGNORECASE) else None
