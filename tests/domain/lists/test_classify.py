"""The kind, language and minutes of a link."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recall.domain.library.resource import KIND_MINUTES, KINDS
from recall.domain.lists.classify import KIND_RULES, default_minutes, kind_of, language_of

KIND_OF_LINK = [
    ("https://zh-v2.d2l.ai/", "book"),
    ("https://d2l.ai/d2l-en.pdf", "book"),
    ("https://www.zhihu.com/question/314879954/answer/2789242624", "article"),
    ("https://zhuanlan.zhihu.com/p/123211148", "article"),
    ("https://medium.com/@sntaus/understanding-self-attention-gpt-models-80ec894eebf0", "article"),
    ("https://someone.substack.com/p/x", "article"),
    ("https://juejin.cn/post/7290740395913969705", "article"),
    ("https://blog.csdn.net/a/article/details/1", "article"),
    ("https://www.cnblogs.com/a/p/1.html", "article"),
    ("https://www.jianshu.com/p/1", "article"),
    ("https://mp.weixin.qq.com/s/abc", "article"),
    ("https://dev.to/a/b", "article"),
    ("https://blog.example.org/x", "article"),
    ("https://developer.nvidia.com/blog/x", "article"),
    ("https://lilianweng.github.io/posts/2023-01-27-the-transformer-family-v2/", "article"),
    ("https://fazzie-key.cool/2023/02/21/MLsys/", "article"),
    ("https://arxiv.org/abs/2309.06180", "paper"),
    ("https://arxiv.org/pdf/2309.06180v1.pdf", "paper"),
    ("https://openreview.net/forum?id=abc", "paper"),
    ("https://aclanthology.org/2020.acl-main.1/", "paper"),
    ("https://www.usenix.org/conference/osdi22/presentation/yu", "paper"),
    ("https://developer.download.nvidia.com/assets/cuda/files/MatrixTranspose.pdf", "paper"),
    ("https://example.org/x.PDF?download=1", "paper"),
    ("https://www.bilibili.com/video/BV1pu411o7BE/", "video"),
    ("https://www.youtube.com/watch?v=U0s0f995w14&t=824s", "video"),
    ("https://www.youtube.com/watch?v=U0s0f995w14&list=PL1", "video"),
    ("https://youtu.be/U0s0f995w14", "video"),
    ("https://vimeo.com/1", "video"),
    ("https://www.youtube.com/playlist?list=PL1", "course"),
    ("https://www.coursera.org/learn/x", "course"),
    ("https://www.edx.org/course/x", "course"),
    ("https://www.udemy.com/course/x/", "course"),
    ("https://cs231n.stanford.edu/", "course"),
    ("https://web.stanford.edu/class/cs224n/", "course"),
    ("https://docs.vllm.ai/en/latest/", "docs"),
    ("https://www.deepspeed.ai/tutorials/pipeline/", "docs"),
    ("https://deepspeed.readthedocs.io/en/latest/pipeline.html", "docs"),
    ("https://docs.nvidia.com/cuda/pdf/CUDA_C_Programming_Guide.pdf", "docs"),
    ("https://example.org/docs/x", "docs"),
    ("https://example.org/docs/x.pdf", "docs"),
    ("https://huggingface.co/docs/transformers/index", "docs"),
    ("https://github.com/BBuf/how-to-optim-algorithm-in-cuda", "code"),
    ("https://gist.github.com/a/1", "code"),
    ("https://gitlab.com/a/b", "code"),
    ("https://huggingface.co/spaces/a/b", "code"),
    ("https://huggingface.co/blog/x", "article"),
    ("https://opencs.app/", "page"),
    ("https://docs.google.com/document/d/1", "page"),
    ("https://example.org/", "page"),
    ("https://notgithub.com/a/b", "page"),
    ("https://arxiv.org.example.com/abs/1", "page"),
]


@pytest.mark.parametrize(("url", "kind"), KIND_OF_LINK)
def test_a_link_says_its_kind(url: str, kind: str) -> None:
    assert kind_of(url, "a title") == kind


@pytest.mark.parametrize("url", ["https://ZHUANLAN.Zhihu.COM/p/1", " http://zhihu.com:80/p/1 "])
def test_case_port_and_spaces_around_do_not_hide_a_host(url: str) -> None:
    assert kind_of(url, "") == "article"


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("深度学习入门书", "book"),
        ("《CUDA C 编程权威指南》", "book"),
        ("Deep Learning Textbook", "book"),
        ("VLLM论文", "paper"),
        ("The Transformer paper", "paper"),
        ("李沐公开课", "course"),
        ("VLLM官方文档", "docs"),
        ("Facebook", "page"),
        ("Home - Open CS Application", "page"),
        ("", "page"),
    ],
)
def test_a_title_says_its_kind_where_no_link_does(title: str, kind: str) -> None:
    assert kind_of(None, title) == kind
    assert kind_of("https://example.org/", title) == kind


def test_a_link_outweighs_its_title() -> None:
    assert kind_of("https://www.bilibili.com/video/BV1P3411y7nn/", "ResNet论文") == "video"


@pytest.mark.parametrize(
    ("url", "title", "language"),
    [
        (None, "动手学深度学习", "zh"),
        (None, "CUDA C++ Programming Guide", "en"),
        ("https://zhuanlan.zhihu.com/p/1", "github", "zh"),
        ("https://mp.weixin.qq.com/s/1", "Attention", "zh"),
        ("https://github.com/a/b", "对应源码", "zh"),
        ("https://github.com/a/b", "Attention", "en"),
        ("https://zhihu.com/p/1", "深層学習の入門", "ja"),
        (None, "딥러닝 입문", "ko"),
        (None, "Машинное обучение", "ru"),
        (None, "", "en"),
    ],
)
def test_the_language_is_that_of_the_title_then_of_the_host(
    url: str | None, title: str, language: str
) -> None:
    assert language_of(url, title) == language


@pytest.mark.parametrize(
    "url",
    [
        "",
        "http://[",
        "https://[::1",
        "//",
        "?",
        "http://a b",
        "https://\ud800/",
        "%zz",
        "http://℀/",
    ],
)
def test_a_broken_link_is_a_page(url: str) -> None:
    assert kind_of(url, "x") == "page"
    assert language_of(url, "x") == "en"


@given(st.none() | st.text() | st.text().map("https://{}".format), st.text())
def test_any_text_has_a_kind_and_a_language(url: str | None, title: str) -> None:
    assert kind_of(url, title) in KINDS
    assert language_of(url, title) in {"en", "zh", "ja", "ko", "ru"}


def test_every_kind_has_minutes_and_every_rule_a_kind() -> None:
    assert tuple(KIND_MINUTES) == KINDS
    assert {rule.kind for rule in KIND_RULES} <= set(KINDS)
    assert [default_minutes(kind) for kind in KINDS] == [15, 60, 45, 600, 600, 60, 45, 10]
