"""Signs that a list explains: before its bullets they are boxes, or no boxes."""

import pytest

from recall.formats.markdown.parsing.legends import with_boxes

LISTS = {
    "one line": ("Legend: ✅ read · 📖 reading · 🗑 dropped", "✅📖🗑", "[x]|[/]|[-]"),
    "Chinese": ("> 状态：🟢 已读 🟡 在读 ⚪ 未读", "🟢🟡⚪", "[x]|[/]|[ ]"),
    "a line for each": (
        "- ✅ = have read\n- 🟡 = reading now\n- ⚪ = to read",
        "✅🟡⚪",
        "[x]|[/]|[ ]",
    ),
    "a tick for another thing": ("✅ must read | 📖 book", "✅📖", "|📖"),
    "a sign without a state": ("✅ done · 📖 reading · nothing = not yet", "✅📖", "[x]|[/]"),
    "no legend": ("- ✅ Deep Work 📖 great", "✅📖", "✅|📖"),
    "a single sign": ("🟢 read", "🟢", "🟢"),
    "links": ("🟢 read 🟡 [reading](http://a)", "🟢🟡", "🟢|🟡"),
}


@pytest.mark.parametrize(
    ("legend", "box"),
    [
        ("Key: [x] read, [~] reading, [ ] to read.", "[/]"),
        ("`[x]` done, `[~]` in progress, `[-]` gave up. I keep it up.", "[/]"),
        ("[x] read, [~] skipped", "[-]"),
        ("[x] read, [~] for Ann", "[~]"),
        ("[x] read [~](http://a)", "[~]"),
        ("- [x] read [a note]", "[~]"),
    ],
)
def test_a_box_means_what_the_list_says(legend: str, box: str) -> None:
    text = f"{legend}\n\n- {{}} A tree\n- [x] An oak"
    assert with_boxes(text.format("[~]")) == text.format(box)


@pytest.mark.parametrize(("legend", "signs", "shown"), LISTS.values(), ids=LISTS)
def test_a_sign_that_the_list_explains_is_a_box(legend: str, signs: str, shown: str) -> None:
    bullets = "".join(f"\n- {sign} A tree" for sign in signs)
    lines = with_boxes(f"# A\n{legend}\n{bullets}").split("\n")[-len(signs) :]
    assert lines == [f"- {box} A tree" for box in shown.split("|")]
