"""The kind and minutes of a link."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recall.domain.library.resource import KIND_MINUTES, KINDS, Section
from recall.domain.lists.guessing.classify import kind_of, minutes_of
from recall.domain.lists.guessing.kind_rules import KIND_RULES, PLAYLIST, SHORT_COURSE

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
    ("https://gist.github.com/a/1", "page"),
    ("https://github.com/karpathy", "page"),
    ("https://github.com/a/b/issues/3", "page"),
    ("https://github.com/a/b/discussions/3", "page"),
    ("https://github.com/a/b/pull/3", "page"),
    ("https://github.com/a/b/wiki", "docs"),
    ("https://github.com/a/b/blob/main/notes/intro.md", "article"),
    ("https://github.com/a/b/blob/main/book.pdf", "paper"),
    ("https://github.com/a/b/blob/main/model.py", "code"),
    ("https://github.com/a/issues", "code"),
    ("https://www.coursera.org/lecture/x/y", "video"),
    ("https://www.coursera.org/learn/x/lecture/y", "video"),
    ("https://www.deeplearning.ai/short-courses/x", "course"),
    ("https://www.kaggle.com/learn/x", "course"),
    ("https://www.usenix.org/conference/srecon19americas/presentation/x", "video"),
    ("https://iclr.cc/virtual/2023/poster/1", "video"),
    ("https://slideslive.com/1/x", "video"),
    ("https://www.ted.com/talks/x_y", "video"),
    ("https://www.youtube.com/@a", "page"),
    ("https://link.springer.com/book/10.1007/1", "book"),
    ("https://link.springer.com/chapter/10.1007/1", "paper"),
    ("https://www.nature.com/articles/nature14539", "paper"),
    ("https://www.nature.com/", "page"),
    ("https://www.goodreads.com/book/show/1", "book"),
    ("https://www.amazon.de/x/dp/1", "book"),
    ("https://news.ycombinator.com/item?id=1", "page"),
    ("https://www.reddit.com/r/a/comments/1/x", "page"),
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


@given(st.none() | st.text() | st.text().map("https://{}".format), st.text())
def test_any_text_has_a_kind(url: str | None, title: str) -> None:
    assert kind_of(url, title, (title,)) in KINDS


def test_every_kind_has_minutes_and_every_rule_a_kind() -> None:
    assert tuple(KIND_MINUTES) == KINDS
    assert {rule.kind for rule in KIND_RULES} <= set(KINDS)
    assert [minutes_of(kind, None) for kind in KINDS] == [15, 60, 45, 600, 600, 60, 45, 10]


@pytest.mark.parametrize(
    ("url", "minutes"),
    [
        ("https://deeplearning.ai/short-courses/x", SHORT_COURSE),
        ("https://learn.deeplearning.ai/courses/x", SHORT_COURSE),
        ("https://youtube.com/playlist?list=PL1", PLAYLIST),
        ("https://coursera.org/learn/x", 600),
    ],
)
def test_some_courses_are_shorter_than_others(url: str, minutes: int) -> None:
    assert minutes_of("course", url) == minutes
    assert minutes_of("book", url) == 600


@pytest.mark.parametrize(
    ("title", "section", "kind"),
    [
        ("Deep Work", ("Books",), "book"),
        ("Deep Work", ("2024", "Recommended books"), "book"),
        ("Deep Work", ("Books", "2024"), "book"),
        ("三体", ("书单",), "book"),
        ("罪と罰", ("書籍",), "book"),
        ("Война и мир", ("Книги",), "book"),
        ("Rayuela", ("Libros",), "book"),
        ("Attention is all you need", ("Papers",), "paper"),
        ("Attention is all you need", ("Books and papers",), "page"),
        ("Deep Work", ("Bookmarks",), "page"),
        ("Deep Work (ISBN 978-0)", (), "book"),
        ("Compilers, 2nd ed.", (), "book"),
        ("《深度学习》，花书", (), "book"),
    ],
)
def test_a_heading_says_the_kind_where_nothing_else_does(
    title: str, section: Section, kind: str
) -> None:
    assert kind_of(None, title, section) == kind
    assert kind_of("https://example.org/", title, section) == kind
    assert kind_of("https://arxiv.org/abs/1", title, section) == "paper"
