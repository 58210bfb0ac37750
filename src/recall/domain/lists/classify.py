"""Guesses the kind, language and minutes of a link."""

import re
from functools import lru_cache
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

from recall.domain.library.resource import KIND_MINUTES, ResourceKind


class KindRule(NamedTuple):
    """Links to these hosts (and their subdomains) with a matching path are of this kind."""

    kind: ResourceKind
    hosts: str
    path: str = ""


# The first rule that matches decides. hosts are separated by spaces, "*" is any; one that ends in
# a dot matches hosts that begin with it. path is a regular expression, searched in the path and
# query in lower case.
KIND_RULES = (
    KindRule("page", "docs.google.com docs.qq.com"),
    KindRule("course", "youtube.com", r"^/playlist"),
    KindRule("course", "bilibili.com", r"^/cheese/|^/medialist/|/lists/|/channel/collectiondetail"),
    KindRule("article", "bilibili.com", r"^/(read|opus)/"),
    KindRule("video", "youtube.com youtu.be bilibili.com b23.tv vimeo.com"),
    KindRule("video", "zhihu.com", r"^/zvideo/"),
    KindRule("paper", "arxiv.org alphaxiv.org openreview.net aclanthology.org"),
    KindRule("paper", "usenix.org", r"/presentation/|/system/files/|/legacy/"),
    KindRule(
        "paper", "doi.org dl.acm.org ieeexplore.ieee.org papers.nips.cc proceedings.neurips.cc"
    ),
    KindRule(
        "paper", "proceedings.mlr.press openaccess.thecvf.com semanticscholar.org biorxiv.org"
    ),
    KindRule("paper", "huggingface.co", r"^/papers/\w"),
    KindRule("course", "huggingface.co", r"^/learn/"),
    KindRule("code", "huggingface.co", r"^/spaces/"),
    KindRule("code", "github.com gitlab.com gitee.com bitbucket.org codeberg.org kaggle.com"),
    KindRule("code", "raw.githubusercontent.com colab.research.google.com"),
    KindRule("book", "d2l.ai deeplearningbook.org neuralnetworksanddeeplearning.com"),
    KindRule("book", "oreilly.com amazon.com amazon.cn", r"/library/view/|/dp/|/gp/product/"),
    KindRule("book", "book.douban.com", r"^/subject/"),
    KindRule("docs", "docs. doc. readthedocs.io readthedocs.org rtfd.io docs.rs devdocs.io"),
    KindRule("docs", "developer.mozilla.org wiki.archlinux.org learn.microsoft.com"),
    KindRule(
        "docs", "deepspeed.ai pytorch.org tensorflow.org", r"^/(tutorials|getting-started|api)"
    ),
    KindRule("paper", "*", r"^(?!.*/(docs?|documentation|manual)/).*\.pdf($|\?)"),
    KindRule("course", "coursera.org edx.org udemy.com udacity.com course.fast.ai ocw.mit.edu"),
    KindRule("course", "icourse163.org xuetangx.com time.geekbang.org introtodeeplearning.com"),
    KindRule(
        "course", "cs231n.github.io cs224n.stanford.edu cs229.stanford.edu cs231n.stanford.edu"
    ),
    KindRule("course", "*", r"/(class|courses?|short-courses)/"),
    KindRule(
        "article", "zhihu.com juejin.cn juejin.im csdn.net cnblogs.com jianshu.com weixin.qq.com"
    ),
    KindRule("article", "segmentfault.com infoq.cn 36kr.com jiqizhixin.com oschina.net sspai.com"),
    KindRule("article", "medium.com towardsdatascience.com substack.com dev.to hashnode.dev"),
    KindRule("article", "distill.pub lesswrong.com lilianweng.github.io wikipedia.org github.blog"),
    KindRule("article", "qiita.com zenn.dev habr.com velog.io wordpress.com blogspot.com"),
    KindRule("article", "blog. blogs."),
    KindRule("article", "*", r"/(blogs?|posts?|articles?)/|/(19|20)\d\d/[01]?\d(/|$)"),
    KindRule("docs", "*", r"/(docs?|documentation|manual)(/|$)"),
)

TITLE_RULES: tuple[tuple[ResourceKind, str], ...] = (
    ("paper", r"论文$|\bpaper$"),
    ("video", r"视频|\bvideos?\b"),
    ("course", r"课程|公开课|\bcourse\b"),
    ("book", r"^《[^》]+》$|书$|教材|\b(text|hand)?book\b"),
    ("docs", r"文档$|手册|\bdocumentation\b"),
)

CHINESE_HOSTS = (
    "zhihu.com bilibili.com b23.tv juejin.cn juejin.im csdn.net weixin.qq.com cnblogs.com"
    " jianshu.com gitee.com segmentfault.com infoq.cn 36kr.com jiqizhixin.com oschina.net"
    " sspai.com douban.com icourse163.org xuetangx.com geekbang.org zh-v2.d2l.ai zh.d2l.ai cn"
)

# Kana before Han: Japanese titles have both.
SCRIPTS = (
    ("ja", re.compile(r"[\u3041-\u3096\u30a1-\u30fa]")),
    ("ko", re.compile(r"[\uac00-\ud7a3\u1100-\u11ff]")),
    ("zh", re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U0003134f]")),
    ("ru", re.compile(r"[\u0400-\u04ff]")),
)


def kind_of(url: str | None, title: str) -> ResourceKind:
    """Guess one of resource.KINDS: by the link, then by the title, else a page.

    Pass the canonical URL if there is one: a redirector's host says nothing about the target.
    """
    host, rest = _host_and_rest(url)
    for rule in _rules_for(host):
        if re.search(rule.path, rest):
            return rule.kind
    text = title.strip().casefold()
    return next((kind for kind, hint in TITLE_RULES if re.search(hint, text)), "page")


def language_of(url: str | None, title: str) -> str:
    """Guess an ISO 639-1 code: by the script of the title, then by the host, else en."""
    for language, script in SCRIPTS:
        if script.search(title):
            return language
    host, _ = _host_and_rest(url)
    return "zh" if _is_chinese(host) else "en"


def default_minutes(kind: ResourceKind) -> int:
    """Return the minutes of a first reading of this kind. KeyError if there is no such kind."""
    return KIND_MINUTES[kind]


@lru_cache(maxsize=1024)
def _is_chinese(host: str) -> bool:
    return _is_one_of(_names(host), CHINESE_HOSTS)


@lru_cache(maxsize=1)  # asked twice of each link: for its kind, and for its language
def _host_and_rest(url: str | None) -> tuple[str, str]:
    """Split a URL into its host and its path with query, in lower case; empty if malformed."""
    try:
        parts = urlsplit((url or "").strip())
        host = (parts.hostname or "").removeprefix("www.").rstrip(".")
    except ValueError:
        return "", ""
    query = f"?{parts.query}" if parts.query else ""
    return host, unquote((parts.path or "/") + query).lower()


@lru_cache(maxsize=1024)
def _rules_for(host: str) -> tuple[KindRule, ...]:
    """Find the rules that name a host. Cached: a list has few hosts and many links."""
    names = _names(host)
    return tuple(rule for rule in KIND_RULES if _is_one_of(names, rule.hosts))


def _names(host: str) -> frozenset[str]:
    """Return all names that match a host: its domains, its prefixes that end in a dot, "*"."""
    if not host:
        return frozenset()
    labels = host.split(".")
    domains = (".".join(labels[at:]) for at in range(len(labels)))
    beginnings = (".".join(labels[:at]) + "." for at in range(1, len(labels)))
    return frozenset(("*", *domains, *beginnings))


def _is_one_of(names: frozenset[str], hosts: str) -> bool:
    """Return whether a list of hosts contains one of a host's names."""
    return not names.isdisjoint(hosts.split())
