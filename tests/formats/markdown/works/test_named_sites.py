"""Links that are named for a site or a part of it, and addresses without a scheme."""

import pytest

from recall.formats.markdown.reader import parse
from testing.lists.marked_links import told, written


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (
            "- [HuggingFace Blog](https://huggingface.co/blog) - posts of all kinds",
            "HuggingFace Blog",
        ),
        ("- [GitHub Docs](https://docs.github.com/)", "GitHub Docs"),
        ("- GitHub https://github.com/", "GitHub"),
        ("- 知乎：https://www.zhihu.com/", "知乎"),
        ("- YouTube: https://youtube.com/@ann", "YouTube"),
        ("- GitHub: https://github.com/ann/trees", "github.com/ann/trees"),
        ("- Blog: https://ex.com/", "ex.com"),
        ("- [http://ex.com](https://www.google.com/url?q=http://ex.com/&sa=D)", "ex.com"),
        ("- [A](https://l.facebook.com/l.php?u=https%3A%2F%2Fex.com)", "A"),
        ("- [www.ex.com/a](https://r.io/?to=https%3A%2F%2Fwww.ex.com%2Fa)", "www.ex.com/a"),
        ("- [https://ex.com/fin…](https://ex.com/fine)", "ex.com/fine"),
        (
            "| 资源 | 说明 |\n|-|-|\n| [HuggingFace Blog](https://huggingface.co/blog) | 教程 |",
            "HuggingFace Blog",
        ),
        ("- A fine paper [arXiv page](https://arxiv.org/abs/2401.00001)", "A fine paper"),
        (
            "- A fine talk: [YouTube video](https://www.youtube.com/watch?v=abcdefghijk)",
            "A fine talk",
        ),
    ],
)
def test_the_name_of_a_part_of_a_site_is_a_title(text: str, title: str) -> None:
    (item,) = parse(text).items
    assert item.title == title


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "| 论文 | 链接 |\n|-|-|\n| **Self-RAG** (Lee et al.) | arxiv.org/abs/2310.11511 |",
            "https://arxiv.org/abs/2310.11511",
        ),
        ("- A fine paper: doi.org/10.1000/182", "https://doi.org/10.1000/182"),
        ("- [A fine paper](https://arxiv.org/abs/2310.11511)", "https://arxiv.org/abs/2310.11511"),
    ],
)
def test_the_address_of_a_paper_needs_no_scheme(text: str, expected: str) -> None:
    (item,) = parse(text).items
    assert item.url is not None
    assert item.url.replace("http://", "https://") == expected


def test_words_before_a_label_are_those_of_a_work() -> None:
    text = (
        '### Books\n\n- **"Fine Nets" by Ann Lee** (2024) - On nets. URL: PAGE\n'
        '- **"Fine Trees" by Bob Ray** (2025) - On trees. URL: OTHER'
    )
    found = parse(written(text))
    assert told(found) == ["Fine Nets > PAGE", "Fine Trees > OTHER"]
    assert {item.section for item in found.items} == {("Books",)}
