"""What links, titles and sections say about a kind: three tables, in which the first row counts."""

from typing import NamedTuple

from recall.domain.library.resource import ResourceKind


class KindRule(NamedTuple):
    """Links to these hosts (and their subdomains) with a matching path are of this kind.

    minutes are those of the whole first reading, where they are not the usual ones of the kind.
    """

    kind: ResourceKind
    hosts: str
    path: str = ""
    minutes: int | None = None


PLAYLIST, SHORT_COURSE = 240, 90

# hosts are separated by spaces, "*" is any; one that ends in a dot matches hosts that begin with
# it. path is a regular expression, searched in the path and query in lower case.
KIND_RULES = (
    KindRule("page", "docs.google.com docs.qq.com news.ycombinator.com reddit.com lobste.rs"),
    KindRule("course", "youtube.com", r"^/playlist", PLAYLIST),
    KindRule(
        "course",
        "bilibili.com",
        r"^/cheese/|^/medialist/|/lists/|/channel/collectiondetail",
        PLAYLIST,
    ),
    KindRule("page", "youtube.com", r"^/(@|c/|channel/|user/)"),
    KindRule("page", "space.bilibili.com"),
    KindRule("article", "bilibili.com", r"^/(read|opus)/"),
    KindRule("video", "youtube.com youtu.be bilibili.com b23.tv vimeo.com nicovideo.jp rutube.ru"),
    KindRule("video", "slideslive.com videolectures.net ted.com media.ccc.de v.qq.com acfun.cn"),
    KindRule("video", "infoq.com", r"/presentations/"),
    KindRule("video", "zhihu.com", r"^/zvideo/"),
    KindRule("video", "usenix.org", r"^/conference/(srecon|enigma|lisa|pepr)\w*/"),
    KindRule("video", "iclr.cc icml.cc neurips.cc", r"^/virtual/"),
    KindRule("video", "*", r"^/(talks?|videos?|keynotes?)/[\w-]+-[\w-]+(/|$)|/lecture-videos?/"),
    KindRule("paper", "arxiv.org alphaxiv.org openreview.net aclanthology.org ar5iv.org"),
    KindRule("paper", "usenix.org", r"/presentation/|/system/files/|/legacy/"),
    KindRule("book", "link.springer.com", r"^/book/"),
    KindRule(
        "paper", "doi.org dl.acm.org ieeexplore.ieee.org papers.nips.cc proceedings.neurips.cc"
    ),
    KindRule(
        "paper", "proceedings.mlr.press openaccess.thecvf.com semanticscholar.org biorxiv.org"
    ),
    KindRule("paper", "medrxiv.org citeseerx.ist.psu.edu ssrn.com pnas.org jmlr.org vldb.org"),
    KindRule(
        "paper",
        "link.springer.com sciencedirect.com nature.com tandfonline.com onlinelibrary.wiley.com"
        " journals.plos.org frontiersin.org mdpi.com science.org researchgate.net",
        r"/(article|articles|doi|chapter|science|publication|abs|full|10\.\d{4,9})([/?]|$)",
    ),
    KindRule("paper", "huggingface.co", r"^/papers/\w"),
    KindRule("course", "huggingface.co", r"^/learn/"),
    KindRule("course", "kaggle.com", r"^/learn/", PLAYLIST),
    KindRule("code", "huggingface.co", r"^/spaces/"),
    KindRule("page", "gist.github.com"),
    KindRule(
        "page",
        "github.com",
        r"^/[^/]*/?$|^/(orgs|topics|sponsors|collections)/"
        r"|^/[^/]+/[^/]+/(issues|discussions|pulls?|releases|projects)(/|\?|$)",
    ),
    KindRule("docs", "github.com", r"^/[^/]+/[^/]+/wiki(/|$)"),
    KindRule("paper", "github.com raw.githubusercontent.com", r"\.pdf($|\?)"),
    KindRule("article", "github.com", r"^/[^/]+/[^/]+/blob/.*\.(md|markdown|rst|txt|adoc)$"),
    KindRule("code", "github.com gitlab.com gitee.com bitbucket.org codeberg.org kaggle.com"),
    KindRule("code", "raw.githubusercontent.com colab.research.google.com"),
    KindRule("book", "d2l.ai deeplearningbook.org neuralnetworksanddeeplearning.com"),
    KindRule("book", "oreilly.com amazon.", r"/library/view/|/dp/|/gp/product/"),
    KindRule("book", "goodreads.com manning.com openlibrary.org", r"^/(book|books|works)/"),
    KindRule("book", "nostarch.com leanpub.com weread.qq.com", r"^/(?!blog|$)[\w-]+"),
    KindRule("book", "gutenberg.org books.google. livelib.ru bookmeter.com", r"/(e?books?|files)"),
    KindRule("book", "book.douban.com", r"^/subject/"),
    KindRule("docs", "docs. doc. readthedocs.io readthedocs.org rtfd.io docs.rs devdocs.io"),
    KindRule("docs", "developer.mozilla.org wiki.archlinux.org learn.microsoft.com"),
    KindRule(
        "docs", "deepspeed.ai pytorch.org tensorflow.org", r"^/(tutorials|getting-started|api)"
    ),
    KindRule("paper", "*", r"^(?!.*/(docs?|documentation|manual)/).*\.pdf($|\?)"),
    KindRule("video", "coursera.org", r"/lecture/"),
    KindRule("article", "coursera.org udacity.com", r"^/(articles|blog)/"),
    KindRule("course", "learn.deeplearning.ai", "", SHORT_COURSE),
    KindRule("course", "*", r"/short-courses?/", SHORT_COURSE),
    KindRule("course", "coursera.org edx.org udemy.com udacity.com course.fast.ai ocw.mit.edu"),
    KindRule("course", "icourse163.org xuetangx.com time.geekbang.org introtodeeplearning.com"),
    KindRule(
        "course", "cs231n.github.io cs224n.stanford.edu cs229.stanford.edu cs231n.stanford.edu"
    ),
    KindRule("course", "*", r"/(class|courses?)/"),
    KindRule(
        "article", "zhihu.com juejin.cn juejin.im csdn.net cnblogs.com jianshu.com weixin.qq.com"
    ),
    KindRule("article", "segmentfault.com infoq.cn 36kr.com jiqizhixin.com oschina.net sspai.com"),
    KindRule("article", "medium.com towardsdatascience.com substack.com dev.to hashnode.dev"),
    KindRule("article", "distill.pub lesswrong.com lilianweng.github.io wikipedia.org github.blog"),
    KindRule("article", "qiita.com zenn.dev habr.com velog.io wordpress.com blogspot.com note.com"),
    KindRule("article", "blog. blogs."),
    KindRule(
        "article", "*", r"/(blogs?|posts?|articles?)/|/p/[\w-]*-[\w-]*|/(19|20)\d\d/[01]?\d(/|$)"
    ),
    KindRule("docs", "*", r"/(docs?|documentation|manual)(/|$)"),
)

TITLE_RULES: tuple[tuple[ResourceKind, str], ...] = (
    ("paper", r"论文$|\bpaper$"),
    ("video", r"视频|\bvideos?\b"),
    ("course", r"课程|公开课|\bcourse\b"),
    (
        "book",
        r"^《[^》]+》|书$|教材|\b(text|hand)?book\b|\bisbn\b|\b\d(st|nd|rd|th) ed(ition|\.)"
        r"|第.{1,2}版|\bbuch$|^『[^』]+』$",
    ),
    ("docs", r"文档$|手册|\bdocumentation\b"),
)

SECTION_RULES: tuple[tuple[ResourceKind, str], ...] = (
    (
        "book",
        r"\b(text|e-?)?books?\b|书籍|图书|书单|读书|好书|書籍|書單|讀書|\blivres?\b|\blibros?\b"
        r"|\blivros?\b|\blibri\b|\bbücher\b|книг|책|\bkitap|\bksi[aą]żk",
    ),
    ("paper", r"\bpapers?\b|论文|論文|\barticles scientifiques\b|논문|\bpapiers\b"),
    ("video", r"\bvideos?\b|\btalks?\b|视频|影片|動画|видео|영상|\bvídeos?\b|\bvortr[aä]ge?\b"),
    (
        "course",
        r"\bcourses?\b|\bmoocs?\b|课程|公开课|課程|講座|\bkurse?\b|\bcours\b|\bcursos?\b|курс",
    ),
    (
        "article",
        r"\barticles?\b|\bblogs?\b|\bposts?\b|文章|博客|記事|\bartikel\b|статьи|\bartículos?\b",
    ),
)
"""What the heading says of entries whose link says nothing, if it names a single kind."""

CHINESE_HOSTS = (
    "zhihu.com bilibili.com b23.tv juejin.cn juejin.im csdn.net weixin.qq.com cnblogs.com"
    " jianshu.com gitee.com segmentfault.com infoq.cn 36kr.com jiqizhixin.com oschina.net"
    " sspai.com douban.com icourse163.org xuetangx.com geekbang.org zh-v2.d2l.ai zh.d2l.ai cn"
)
