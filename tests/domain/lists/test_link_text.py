"""Which link texts name nothing alone."""

import pytest

from recall.domain.lists.link_text import says_something


@pytest.mark.parametrize(
    "text",
    [
        "pdf",
        "[PDF]",
        "Link",
        "here",
        "code (github)",
        "链接",
        "论文链接",
        "对应源码",
        "知乎",
        "👉",
        "",
        "1",
        "[12]",
        "this link",
        "源代码" * 60,
    ],
)
def test_pointers_say_nothing(text: str) -> None:
    assert not says_something(text)


@pytest.mark.parametrize(
    "text",
    [
        "BERT",
        "VLLM论文",
        "vLLM 官方文档",
        "Attention",
        "注意力机制",
        "Книга",
        "PDF parsing",
        "DES",
        "3DES",
    ],
)
def test_titles_say_something(text: str) -> None:
    assert says_something(text)
