"""The language and the length of texts."""

import pytest

from recall.domain.pages.measuring import measured


@pytest.mark.parametrize(
    ("text", "said", "language", "length"),
    [
        ("It is the first of two sentences. This is another one, isn't it?", "", "en", 13),
        ("注意力机制是深度学习的进展。", "", "zh", 13),
        ("我们用 PyTorch 2.0 训练模型。", "en", "zh", 9),
        ("吾輩は猫である。名前はまだ無い。", "", "ja", 7),
        ("안녕하세요 세계 여러분", "", "ko", 3),
        ("Es ist nicht das, was du für die Arbeit denkst.", "", "de", 10),
        ("plain words", "fr-CA", "fr", 2),
        ("plain words", "zh-CN", "en", 2),
        ("plain words", "nonsense", "en", 2),
        ("plain words", "x", "en", 2),
    ],
)
def test_a_text_is_measured_in_its_own_unit(
    text: str, said: str, language: str, length: int
) -> None:
    assert measured(text, said) == (language, length)


@pytest.mark.parametrize("text", ["", "  \n ", "—…!?"])
def test_no_text_has_no_length(text: str) -> None:
    assert measured(text, "en") == (None, None)


def test_the_language_is_told_by_the_middle() -> None:
    menu, article = "Home News About Contact " * 30, "这是一篇很长的中文文章。" * 200
    assert measured(f"{menu}\n{article}")[0] == "zh"
