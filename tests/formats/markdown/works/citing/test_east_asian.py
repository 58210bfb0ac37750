"""Names in Korean and Japanese are told from the phrases of titles."""

import pytest

from recall.formats.markdown.works.citing.ways import names_in


@pytest.mark.parametrize(
    ("text", "usual"),
    [
        ("최호성", True),
        ("최호성 등 4인", True),
        ("김종훈 지음", True),
        ("로버트 C. 마틴", True),
        ("크리스티나 로페즈", True),
        ("라울 우르마, 마리오 푸스코", False),
        ("조슈아 블로크", True),
        ("독하게 시작하는 나무 책의 모든 이야기", None),
        ("マーチン・ファウラー", True),
        ("木の本", None),
        ("李明", True),
        ("阿·钦", True),
        ("第四版", None),
    ],
)
def test_a_text_is_names_or_none(text: str, usual: bool | None) -> None:
    assert names_in(text) is usual
