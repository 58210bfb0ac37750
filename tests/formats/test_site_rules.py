"""What each site's addresses have in common: equal pairs, pairs that stay apart, and tokens."""

from urllib.parse import quote

import pytest

from recall.formats.url_identity import canonical_url

HAN = "注意力机制"
HAN_ESCAPED = "%E6%B3%A8%E6%84%8F%E5%8A%9B%E6%9C%BA%E5%88%B6"
JUEJIN = "https://juejin.cn/post/7290740395913969705"
WEIXIN = "https://mp.weixin.qq.com/s?__biz=MzA5&mid=265&idx=1&sn=ab12"
BV = "BV1pu411o7BE"
ARTICLE = "https://zhuanlan.zhihu.com/p/123211148"
VIDEO = "https://www.youtube.com/watch?v=U0s0f995w14"
STACK = "https://stackoverflow.com/questions/231767"
TREE = "https://github.com/karpathy/nanoGPT"
FILE = f"{TREE}/blob/master/model.py"

# Each row: the identity, then what must be equal to it.
SAME = [
    # Videos.
    ("https://youtube.com/watch?v=U0s0f995w14", f"{VIDEO}&t=824s"),
    ("https://youtube.com/watch?v=U0s0f995w14", f"{VIDEO}&list=PLx&index=3&pp=iA&si=k"),
    ("https://youtube.com/watch?v=U0s0f995w14", "https://youtu.be/U0s0f995w14?si=abc&t=9"),
    ("https://youtube.com/watch?v=U0s0f995w14", "https://m.youtube.com/watch?v=U0s0f995w14"),
    ("https://youtube.com/watch?v=U0s0f995w14", "https://youtube.com/embed/U0s0f995w14?start=3"),
    ("https://youtube.com/watch?v=U0s0f995w14", "https://www.youtube.com/shorts/U0s0f995w14"),
    ("https://youtube.com/watch?v=U0s0f995w14", "https://youtube.com/live/U0s0f995w14?feature=s"),
    (
        "https://youtube.com/watch?v=U0s0f995w14",
        "https://www.youtube-nocookie.com/embed/U0s0f995w14",
    ),
    ("https://youtube.com/playlist?list=PLx", "https://www.youtube.com/playlist?list=PLx&si=k"),
    (f"https://bilibili.com/video/{BV}", f"https://www.bilibili.com/video/{BV}/"),
    (f"https://bilibili.com/video/{BV}", f"https://m.bilibili.com/video/{BV}?p=1"),
    (
        f"https://bilibili.com/video/{BV}",
        f"https://www.bilibili.com/video/{BV}/?spm_id_from=333.337&vd_source=ab&share_source=copy_web",
    ),
    (f"https://bilibili.com/video/{BV}?p=2", f"https://bilibili.com/video/{BV}?t=30&p=2#reply1"),
    ("https://bilibili.com/read/cv1", "https://www.bilibili.com/read/cv1?from_spmid=2"),
    # Code.
    ("https://github.com/karpathy/nanogpt", TREE),
    ("https://github.com/karpathy/nanogpt", "https://github.com/Karpathy/nanoGPT.git"),
    ("https://github.com/karpathy/nanogpt", f"{TREE}?tab=readme-ov-file#readme"),
    ("https://github.com/karpathy/nanogpt", f"{TREE}/tree/master/"),
    ("https://github.com/karpathy/nanogpt", f"{TREE}/tree/main"),
    ("https://github.com/karpathy/nanogpt/issues/3", f"{TREE}/issues/3"),
    ("https://github.com/karpathy/nanogpt/blob/master/model.py", FILE),
    ("https://github.com/karpathy/nanogpt/blob/master/model.py", FILE + "?plain=1"),
    ("https://github.com/karpathy/nanogpt/blob/master/model.py", f"{TREE}/raw/master/model.py"),
    (
        "https://github.com/karpathy/nanogpt/blob/master/model.py",
        "https://raw.githubusercontent.com/karpathy/nanoGPT/master/model.py",
    ),
    (
        "https://github.com/karpathy/nanogpt/blob/master/model.py",
        "https://raw.githubusercontent.com/karpathy/nanoGPT/refs/heads/master/model.py?token=x",
    ),
    # Chinese sites.
    (ARTICLE, f"{ARTICLE}?utm_psn=1&share_code=abc"),
    (ARTICLE, "https://www.zhihu.com/p/123211148"),
    (ARTICLE, "https://zhuanlan.zhihu.com/p/123211148?theme=dark#h_123_4"),
    (ARTICLE, "https://www.zhihu.com/tardis/zm/art/123211148"),
    (
        "https://zhihu.com/question/314879954/answer/2789242624",
        "https://www.zhihu.com/question/314879954/answer/2789242624?utm_id=0&share_code=a",
    ),
    ("https://zhihu.com/answer/27", "https://www.zhihu.com/answer/27?share_code=a&x=1"),
    ("https://zhihu.com/question/31", "http://m.zhihu.com/question/31?sort=created"),
    (
        "https://mp.weixin.qq.com/s?__biz=MzA5&idx=1&mid=265&sn=ab12",
        WEIXIN + "&chksm=ff&scene=27#wechat_redirect",
    ),
    ("https://mp.weixin.qq.com/s/aB_c-9", "https://mp.weixin.qq.com/s/aB_c-9?scene=1#rd"),
    (JUEJIN, JUEJIN + "?searchId=2024#heading-3"),
    (
        "https://blog.csdn.net/u/article/details/9",
        "https://blog.csdn.net/u/article/details/9?ops=1",
    ),
    # Writing.
    ("https://x.com/i/status/17", "https://twitter.com/karpathy/status/17?s=20&t=abc"),
    ("https://x.com/i/status/17", "https://mobile.twitter.com/Karpathy/status/17/photo/1"),
    ("https://x.com/karpathy", "https://twitter.com/karpathy?s=21"),
    (
        "https://medium.com/p/80ec894eebf0",
        "https://medium.com/@sntaus/understanding-self-attention-gpt-models-80ec894eebf0",
    ),
    ("https://medium.com/p/80ec894eebf0", "https://sntaus.medium.com/understanding-80ec894eebf0"),
    ("https://medium.com/p/80ec894eebf0", "https://medium.com/p/80ec894eebf0?source=x&sk=y#1a2b"),
    ("https://medium.com/@sntaus", "https://medium.com/@sntaus?source=post_page"),
    ("https://a.substack.com/p/slug", "https://a.substack.com/p/slug?r=1x&utm_campaign=post&s=w"),
    (STACK, f"{STACK}/what-does-the-yield-keyword-do?rq=1"),
    (STACK, "https://stackoverflow.com/q/231767/1234"),
    (
        "https://stackoverflow.com/a/231855",
        f"{STACK}/what-does-the-yield-keyword-do/231855#231855",
    ),
    ("https://stackoverflow.com/a/231855", "https://stackoverflow.com/a/231855/9951"),
    ("https://ai.stackexchange.com/questions/5", "https://ai.stackexchange.com/questions/5/a-b"),
    (
        "https://amazon.com/dp/0262035618",
        "https://www.amazon.com/Deep-Learning/dp/0262035618/ref=sr_1_1?keywords=deep",
    ),
    ("https://amazon.cn/dp/B00ABCDEFG", "https://www.amazon.cn/gp/product/B00ABCDEFG"),
    ("https://en.wikipedia.org/wiki/Perplexity", "https://en.m.wikipedia.org/wiki/Perplexity"),
    (
        f"https://zh.wikipedia.org/wiki/{HAN_ESCAPED}",
        f"https://zh.m.wikipedia.org/zh-hans/{HAN}?oldformat=true",
    ),
    (f"https://zh.wikipedia.org/wiki/{HAN_ESCAPED}", f"https://zh.wikipedia.org/zh-tw/{HAN}"),
    (
        f"https://zh.wikipedia.org/wiki/{HAN_ESCAPED}",
        f"https://zh.wikipedia.org/wiki/{HAN}?variant=zh-cn",
    ),
    (
        "https://en.wikipedia.org/wiki/Attention_(machine_learning)",
        "https://en.wikipedia.org/wiki/Attention%20%28machine_learning%29",
    ),
    ("https://reddit.com/comments/1a", "https://old.reddit.com/r/b/comments/1a/slug/?share_id=c"),
    ("https://reddit.com/comments/1a", "https://redd.it/1a"),
    (
        "https://reddit.com/comments/1a/comment/2b",
        "https://www.reddit.com/r/b/comments/1a/slug/2b/?context=3",
    ),
    ("https://reddit.com/r/b/s/aBc", "https://www.reddit.com/r/b/s/aBc?utm_source=share&x=1"),
    ("https://habr.com/articles/12", "https://habr.com/ru/post/12/"),
    ("https://habr.com/articles/12", "https://habrahabr.ru/company/a/blog/12/#comments"),
    ("https://habr.com/articles/12", "https://habr.com/en/companies/a/articles/12/"),
    (
        "https://gist.github.com/d4dee566867f8291f086",
        "https://gist.github.com/a/d4dee566867f8291f086",
    ),
    # Redirectors.
    (JUEJIN, "https://link.zhihu.com/?target=https%3A//juejin.cn/post/7290740395913969705"),
    (JUEJIN, "https://link.juejin.cn?target=" + quote(JUEJIN, safe="")),
    (JUEJIN, "https://link.zhihu.com/?target=" + quote(quote(JUEJIN, safe=""), safe="")),
    (
        JUEJIN,
        "https://link.zhihu.com/?target="
        + quote("https://link.juejin.cn/?target=" + quote(JUEJIN, safe=""), safe=""),
    ),
    (
        "https://example.com/?a=1&b=2",
        "https://link.zhihu.com/?target=https%3A//example.com/%3Fb%3D2%26a%3D1",
    ),
    ("https://example.com/#/a", "https://link.zhihu.com/?target=https%3A//example.com/#/a"),
]

# Each row: two addresses that a careless rule would take for one.
APART = [
    # Videos.
    (VIDEO, "https://www.youtube.com/watch?v=u0s0f995w14"),
    (VIDEO, "https://youtu.be/U0s0f995w15"),
    (VIDEO, "https://music.youtube.com/watch?v=U0s0f995w14"),
    (f"{VIDEO}&list=PLx", "https://www.youtube.com/playlist?list=PLx"),
    ("https://youtube.com/playlist?list=PLx", "https://youtube.com/playlist?list=PLy"),
    ("https://youtube.com/embed/videoseries?list=PLx", "https://youtube.com/embed/videoseries"),
    ("https://youtube.com/embed/live_stream?channel=a", "https://youtube.com/watch?v=live_stream"),
    ("https://youtube.com/@a/videos", "https://youtube.com/@a/shorts"),
    (f"https://bilibili.com/video/{BV}", f"https://bilibili.com/video/{BV}?p=2"),
    (f"https://bilibili.com/video/{BV}?p=3", f"https://bilibili.com/video/{BV}?p=2"),
    (f"https://bilibili.com/video/{BV}", "https://bilibili.com/video/BV1PU411o7BE"),
    (f"https://b23.tv/{BV}", f"https://bilibili.com/video/{BV}"),
    ("https://b23.tv/aBc", "https://b23.tv/abc"),
    # Code.
    (TREE, "https://github.com/karpathy/minGPT"),
    (TREE, f"{TREE}/tree/dev"),
    (TREE, f"{TREE}/tree/main/data"),
    (TREE, f"{TREE}/issues"),
    (TREE, f"{TREE}/wiki"),
    (TREE, f"{TREE}#install"),
    (TREE, "https://github.com/karpathy"),
    (TREE, "https://karpathy.github.io/nanoGPT"),
    (FILE, f"{TREE}/blob/master/Model.py"),
    (FILE, f"{TREE}/blob/dev/model.py"),
    (FILE, f"{TREE}/blame/master/model.py"),
    (f"{FILE}#L1", f"{FILE}#L300"),
    (FILE, "https://gist.github.com/karpathy/nanoGPT/blob/master/model.py"),
    # Chinese sites.
    (ARTICLE, "https://zhuanlan.zhihu.com/p/28054589"),
    ("https://zhihu.com/question/1/answer/2", "https://zhihu.com/question/1/answer/3"),
    ("https://zhihu.com/question/1/answer/2", "https://zhihu.com/question/1"),
    ("https://zhihu.com/question/1/answer/2", "https://zhihu.com/answer/2"),
    ("https://zhihu.com/question/1", "https://zhuanlan.zhihu.com/p/1"),
    (WEIXIN, WEIXIN.replace("idx=1", "idx=2")),
    (WEIXIN, WEIXIN.replace("sn=ab12", "sn=ab13")),
    (WEIXIN, WEIXIN.replace("MzA5", "mzA5")),
    (WEIXIN, WEIXIN.replace("mid=265", "mid=")),
    (WEIXIN, WEIXIN.replace("&sn=ab12", "&chksm=1")),
    ("https://mp.weixin.qq.com/s/aBc", "https://mp.weixin.qq.com/s/abc"),
    ("https://juejin.cn/post/1", "https://juejin.cn/post/2"),
    ("https://juejin.cn/post/1", "https://juejin.cn/book/1"),
    ("https://blog.csdn.net/a/article/details/1", "https://blog.csdn.net/a/article/details/2"),
    # Writing.
    ("https://x.com/a/status/1", "https://x.com/a/status/2"),
    ("https://x.com/a", "https://x.com/b"),
    ("https://medium.com/@a/slug-80ec894eebf0", "https://medium.com/@a/slug-80ec894eebf1"),
    ("https://medium.com/@a/slug", "https://medium.com/@b/slug"),
    ("https://a.substack.com/p/slug", "https://b.substack.com/p/slug"),
    ("https://a.substack.com/p/slug", "https://a.substack.com/p/slug/comments"),
    (STACK, f"{STACK}/what-does-the-yield-keyword-do/231855"),
    (STACK, f"{STACK}/what-does-the-yield-keyword-do#231855"),
    ("https://stackoverflow.com/a/1", "https://stackoverflow.com/a/2"),
    ("https://stackoverflow.com/a/1", "https://superuser.com/a/1"),
    ("https://ai.stackexchange.com/q/5", "https://stats.stackexchange.com/q/5"),
    ("https://amazon.com/dp/0262035618", "https://amazon.com/dp/0262035619"),
    ("https://amazon.com/dp/0262035618", "https://amazon.de/dp/0262035618"),
    ("https://amazon.com/dp/0262035618", "https://amazon.com/product-reviews/0262035618"),
    ("https://en.wikipedia.org/wiki/GPT-3", "https://fr.wikipedia.org/wiki/GPT-3"),
    ("https://en.wikipedia.org/wiki/GPT-3", "https://en.wikipedia.org/wiki/GPT-4"),
    ("https://en.wikipedia.org/wiki/GPT-3", "https://en.wikipedia.org/wiki/GPT-3?oldid=1"),
    ("https://zh.wikipedia.org/wiki/A", "https://zh.wikipedia.org/zh-classical/A"),
    ("https://reddit.com/comments/1a", "https://reddit.com/comments/1b"),
    ("https://reddit.com/r/b/s/aBc", "https://reddit.com/r/b/s/aBC"),
    ("https://reddit.com/r/b/wiki/1", "https://reddit.com/r/c/wiki/1"),
    ("https://habr.com/articles/12", "https://habr.com/articles/13"),
    ("https://habr.com/articles/12", "https://habr.com/ru/news/12"),
    # Redirectors.
    ("https://link.zhihu.com/?target=https%3A//a.com", "https://link.zhihu.com/?target=//b.com"),
    ("https://link.zhihu.com/?target=javascript%3Aa", "https://link.zhihu.com/?target=data%3Aa"),
    ("https://example.com/?target=https%3A//a.com", "https://a.com/"),
    ("https://google.com/search?q=https%3A//a.com", "https://a.com/"),
    (
        "https://link.zhihu.com/?target=http://a.com#/1",
        "https://link.zhihu.com/?target=http://a.com#/2",
    ),
    (
        "https://link.zhihu.com/?target=https%3A//a.com/%25B4",
        "https://link.zhihu.com/?target=https%3A//a.com/%25B5",
    ),
]


@pytest.mark.parametrize(("identity", "written"), SAME)
def test_an_address_has_the_identity_of_its_page(identity: str, written: str) -> None:
    assert canonical_url(written) == identity


@pytest.mark.parametrize(("one", "other"), APART)
def test_what_only_looks_alike_stays_apart(one: str, other: str) -> None:
    assert canonical_url(one) != canonical_url(other)


@pytest.mark.parametrize("url", sorted({url for pair in SAME + APART for url in pair}))
def test_an_identity_is_its_own_identity(url: str) -> None:
    assert canonical_url(canonical_url(url)) == canonical_url(url)


SHARED = {
    "https://youtube.com/playlist?list=PLx": "si pp feature",
    "https://music.youtube.com/watch?v=U0s0f995w14": "si pp feature",
    "https://bilibili.com/opus/1": "spm_id_from vd_source from_spmid share_source share_medium "
    "share_plat share_from share_session_id share_tag share_times unique_k",
    "https://zhihu.com/pin/1": "share_code",
    "https://zhuanlan.zhihu.com/c_1": "share_code",
    "https://x.com/karpathy": "s t",
    "https://medium.com/@sntaus": "source sk",
    "https://sntaus.medium.com/about": "source sk",
    "https://a.substack.com/archive": "r showWelcome showWelcomeOnShare triedRedirect",
}
TOKENS = [(page, name) for page, names in SHARED.items() for name in names.split()]


@pytest.mark.parametrize(("page", "name"), TOKENS)
def test_who_shared_a_page_is_no_part_of_it(page: str, name: str) -> None:
    mark = "&" if "?" in page else "?"
    assert canonical_url(f"{page}{mark}{name}=1") == page


@pytest.mark.parametrize("name", sorted({name for _, name in TOKENS}))
def test_what_one_site_calls_sharing_is_kept_on_another(name: str) -> None:
    assert canonical_url(f"https://example.com/a?{name}=1") == f"https://example.com/a?{name}=1"


@pytest.mark.parametrize(
    ("alias", "host"),
    [
        ("m.youtube.com", "youtube.com"),
        ("m.bilibili.com", "bilibili.com"),
        ("m.zhihu.com", "zhihu.com"),
        ("twitter.com", "x.com"),
        ("m.twitter.com", "x.com"),
        ("mobile.twitter.com", "x.com"),
        ("mobile.x.com", "x.com"),
        ("old.reddit.com", "reddit.com"),
        ("new.reddit.com", "reddit.com"),
        ("np.reddit.com", "reddit.com"),
        ("i.reddit.com", "reddit.com"),
        ("m.reddit.com", "reddit.com"),
        ("amp.reddit.com", "reddit.com"),
        ("habrahabr.ru", "habr.com"),
        ("m.habr.com", "habr.com"),
        ("amp.theguardian.com", "theguardian.com"),
        ("m.facebook.com", "facebook.com"),
        ("m.36kr.com", "36kr.com"),
    ],
)
def test_a_host_for_telephones_shows_the_same_pages(alias: str, host: str) -> None:
    assert canonical_url(f"http://{alias}/some/page") == f"https://{host}/some/page"


STACK_EXCHANGE = "stackoverflow.com superuser.com serverfault.com askubuntu.com mathoverflow.net"


@pytest.mark.parametrize("host", [*STACK_EXCHANGE.split(), "math.stackexchange.com"])
def test_the_sites_of_stack_exchange_have_the_same_rules(host: str) -> None:
    assert canonical_url(f"https://{host}/q/5/77") == f"https://{host}/questions/5"
    assert canonical_url(f"https://{host}/a/6/77") == f"https://{host}/a/6"
    assert canonical_url(f"https://{host}/questions/5/why/6#6") == f"https://{host}/a/6"


AMAZON = "com cn co.jp co.uk de fr it es ca in com.au com.br com.mx nl se pl sg"


@pytest.mark.parametrize("land", AMAZON.split())
def test_amazon_has_the_same_rule_in_each_land(land: str) -> None:
    book = f"https://amazon.{land}/dp/0262035618"
    assert canonical_url(f"https://www.amazon.{land}/gp/product/0262035618?psc=1") == book


GOOGLE = "com cn com.hk com.tw com.sg co.jp co.kr co.uk co.in de fr ca"
REDIRECTORS = [
    "link.zhihu.com/?target=",
    "link.juejin.cn/?target=",
    "link.juejin.im/?target=",
    "link.csdn.net/?target=",
    "links.jianshu.com/go?to=",
    "link.jianshu.com/?t=",
    "sspai.com/link?target=",
    "gitee.com/link?target=",
    "l.facebook.com/l.php?h=AT&u=",
    "lm.facebook.com/l.php?u=",
    "t.umblr.com/redirect?t=a&z=",
    "steamcommunity.com/linkfilter/?url=",
    "steamcommunity.com/linkfilter/?u=",
    "out.reddit.com/t3_abc?token=1&url=",
    "www.youtube.com/redirect?event=a&q=",
    *(f"www.google.{land}/url?sa=t&{name}=" for land in GOOGLE.split() for name in ("q", "url")),
]


@pytest.mark.parametrize("redirector", REDIRECTORS)
def test_a_page_that_only_leads_on_is_where_it_leads(redirector: str) -> None:
    assert canonical_url(f"https://{redirector}{quote(JUEJIN, safe='')}&x=1") == JUEJIN
    assert canonical_url(f"https://{redirector}javascript%3Aa") != canonical_url("javascript:a")
    assert "bad.com" in canonical_url(f"https://{redirector}//bad.com")
