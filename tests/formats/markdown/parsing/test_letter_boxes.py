"""Signs are boxes in lists that have boxes, and say what something is in others."""

import pytest

from recall.formats.markdown.parsing.letter_boxes import with_signs


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("- ✅ A\n- 📖 B\n- ⏳ C", "- ✅ A\n- [/] B\n- [ ] C"),
        ("- ✅ A\n- ⏳ C", "- ✅ A\n- [/] C"),
        ("- ✅ A\n- 🎥 B\n- 📖 C", "- ✅ A\n- 🎥 B\n- [ ] C"),
        ("- 📖 A\n- 📖 B", "- 📖 A\n- 📖 B"),
    ],
)
def test_signs_are_boxes_beside_boxes(text: str, shown: str) -> None:
    assert with_signs(text) == shown
