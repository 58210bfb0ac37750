"""Rules for the addresses of sites: one line per rule, each with its pairs in the tests.

A rule says which addresses of a site are the same resource. It must be certain: a false merge
loses data, a miss only shows a duplicate. Nothing here follows a link; short links (b23.tv,
bit.ly, reddit.com/r/…/s/…) stay apart from what they lead to.
"""

import re
from collections.abc import Mapping
from typing import TypeVar
from urllib.parse import unquote

from recall.formats.sites import bilibili
from recall.formats.sites.addresses import Address, Rule, names, page, without
from recall.formats.sites.anywhere import served_by_google
from recall.formats.sites.github import GIST, GITHUB, RAW
from recall.formats.sites.papers import PAPERS

T = TypeVar("T")


_MEDIAWIKI_SAME = {"%20": "_", "%28": "(", "%29": ")", "%2C": ",", "%3A": ":", "%27": "'"}
_MEDIAWIKI_LOOKS = names("variant oldformat useskin wprov")


def _wikipedia(address: Address) -> Address:
    """Normalize an article: mobile pages and Chinese variants (/zh-cn/…) are the same article."""
    path = address.path
    if address.host.startswith("zh."):
        path = re.sub(r"^/zh(?:-(?:hans|hant|cn|tw|hk|mo|my|sg))?/", "/wiki/", path)
    for written, same in _MEDIAWIKI_SAME.items():
        path = path.replace(written, same)
    host = address.host.replace(".m.wikipedia.org", ".wikipedia.org")
    return Address(host, path, without(address.query, _MEDIAWIKI_LOOKS), address.fragment)


# "videoseries" and "live_stream" have eleven characters too, but are not videos.
_YOUTUBE_ID = r"(?!videoseries$|live_stream$)([\w-]{11})"
_YOUTUBE = r"/watch?v=\1"

_YOUTUBE_VIDEO = (
    page(r"/watch", "/watch", "youtube.com", needs="v"),
    page(rf"/(?:embed|shorts|live|v)/{_YOUTUBE_ID}", _YOUTUBE, "youtube.com"),
)
_ZHIHU_ARTICLE = page(r"(?:/p|/tardis/\w+/art)/(\d+)", r"/p/\1", "zhuanlan.zhihu.com")
_ZHIHU = (
    _ZHIHU_ARTICLE,
    page(r"/question/\d+(?:/answer/\d+)?", host="zhihu.com"),
    page(r"/answer/\d+", host="zhihu.com"),
)
_WEIXIN = (
    page(r"/s", needs="__biz mid idx sn"),
    page(r"/s/[\w-]+"),
)
_TWEET = (
    page(r"/(?:i/web|\w+)/status(?:es)?/(\d+)(?:/(?:photo|video)/\d+)?", r"/i/status/\1", "x.com"),
)
_MEDIUM = (page(r"(?:/[^/]+)?/(?:[^/]+-)?([0-9a-f]{11,12})", r"/p/\1", "medium.com"),)
_STACK_EXCHANGE = (
    page(r"/a/(\d+)(?:/\d+)?", r"/a/\1"),
    page(r"/questions/\d+/[^/]+/(\d+)", r"/a/\1"),
    page(r"/(?:q|questions)/(\d+)(?:/[^/]+)?", r"/questions/\1", anchor="kept"),
)
_AMAZON = (page(r"(?:/[^/]+)?/(?:dp|gp/product|gp/aw/d)/([A-Z0-9]{10})(?:/ref=[^/]*)?", r"/dp/\1"),)

# A name of a post, and a comment's; those are the same in every spelling of the address.
_REDDIT = (
    page(r"(?:/(?:r|user)/[^/]+)?/comments/(\w+)(?:/[^/]*)?", r"/comments/\1"),
    page(r"(?:/(?:r|user)/[^/]+)?/comments/(\w+)/(?:[^/]*)/(\w+)", r"/comments/\1/comment/\2"),
    page(r"/r/[^/]+/s/\w+"),
)
_HABR = (
    page(
        r"(?:/(?:ru|en))?(?:/compan(?:y|ies)/[^/]+)?/(?:post|articles|blog)/(\d+)",
        r"/articles/\1",
        "habr.com",
    ),
)

_AMAZON_LANDS = "com cn co.jp co.uk de fr it es ca in com.au com.br com.mx nl se pl sg"

SITE_RULES: dict[str, tuple[Rule, ...]] = {
    **PAPERS,
    "youtube.com": _YOUTUBE_VIDEO,
    "youtube-nocookie.com": _YOUTUBE_VIDEO,
    "youtu.be": (page(rf"/{_YOUTUBE_ID}", _YOUTUBE, "youtube.com"),),
    "bilibili.com": (bilibili.video,),
    "github.com": GITHUB,
    "gist.github.com": GIST,
    "raw.githubusercontent.com": RAW,
    "zhihu.com": _ZHIHU,
    "zhuanlan.zhihu.com": (_ZHIHU_ARTICLE,),
    "mp.weixin.qq.com": _WEIXIN,
    "x.com": _TWEET,
    "medium.com": _MEDIUM,
    "*.medium.com": _MEDIUM,
    "*.substack.com": (page(r"/p/[^/]+"),),
    "stackoverflow.com": _STACK_EXCHANGE,
    "superuser.com": _STACK_EXCHANGE,
    "serverfault.com": _STACK_EXCHANGE,
    "askubuntu.com": _STACK_EXCHANGE,
    "mathoverflow.net": _STACK_EXCHANGE,
    "*.stackexchange.com": _STACK_EXCHANGE,
    "*.wikipedia.org": (_wikipedia,),
    "*.m.wikipedia.org": (_wikipedia,),
    "reddit.com": _REDDIT,
    "redd.it": (page(r"/(\w+)", r"/comments/\1", "reddit.com"),),
    "habr.com": _HABR,
    "juejin.cn": (page(r"/post/\w+"),),
    "blog.csdn.net": (page(r"/[^/]+/article/details/\d+"),),
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
    **dict.fromkeys(
        (f"{way}.reddit.com" for way in ("old", "new", "np", "i", "m", "amp")), "reddit.com"
    ),
    "habrahabr.ru": "habr.com",
    "m.habr.com": "habr.com",
    "amp.theguardian.com": "theguardian.com",
    "m.facebook.com": "facebook.com",
    "m.36kr.com": "36kr.com",
}
"""Hosts that show every page of another host, at the same path."""

_YOUTUBE_TOKENS = names("si pp feature")
TOKENS: dict[str, frozenset[str]] = {
    "youtube.com": _YOUTUBE_TOKENS,
    "music.youtube.com": _YOUTUBE_TOKENS,
    "bilibili.com": names(
        "spm_id_from vd_source from_spmid share_source share_medium share_plat share_from "
        "share_session_id share_tag share_times unique_k"
    ),
    "zhihu.com": names("share_code"),
    "zhuanlan.zhihu.com": names("share_code"),
    "x.com": names("s t"),
    "medium.com": names("source sk"),
    "*.medium.com": names("source sk"),
    "*.substack.com": names("r showWelcome showWelcomeOnShare triedRedirect"),
}
"""By host: tracking parameters, dropped on every page."""

TRACKING = names(
    "fbclid gclid gclsrc dclid gbraid wbraid msclkid yclid twclid ttclid mc_cid mc_eid igshid "
    "igsh ref_src ref_url spm _hsenc _hsmi __hssc __hstc __hsfp hsCtaTracking hss_channel mkt_tok "
    "vero_id ck_subscriber_id _bhlid mibextid"
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
    if copied := served_by_google(address):
        return copied
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
