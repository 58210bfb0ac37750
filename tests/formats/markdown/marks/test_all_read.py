"""Introductions that say of a whole list that it is read."""

import pytest

from recall.formats.markdown.reader import parse


@pytest.mark.parametrize(
    "sentence",
    [
        "One line each. Everything here is read.",
        "A list of books I've read.",
        "Alles hier ist gelesen.",
        "Tout ici est lu.",
        "Todo aquí está leído.",
        "这里都是读过的书。",
        "今年読んだ本の一覧です。",
        "일을 위해 읽은 서적 목록입니다.",
    ],
)
def test_all_of_a_list_is_read(sentence: str) -> None:
    text = (
        f"# Trees\n\n{sentence}\n\n- [Oaks](http://a)\n- [ ] [Elms](http://b)\n- Ash, 2023-02-01\n"
        "\n## To read\n\n- [Figs](http://c)\n"
    )
    found = [(item.title, item.checked) for item in parse(text).items]
    assert found == [("Oaks", True), ("Elms", False), ("Figs", False)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Books I have read or want to read.",
        "All papers are read by the group.",
        "这里不是我读过的书。",
        "只记读完的和正在读的。",
        "아직 안 읽은 책 목록입니다.",
        "[Everything](http://b) here is read.",
    ],
)
def test_a_sentence_that_is_not_sure_says_nothing(sentence: str) -> None:
    items = parse(f"{sentence}\n\n- [Oaks](http://a)").items
    assert not any(item.checked for item in items)


def test_a_sentence_below_the_list_says_nothing() -> None:
    items = parse("- [Oaks](http://a)\n\nEverything here is read.").items
    assert not items[0].checked
