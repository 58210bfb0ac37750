"""Lines that explain the boxes of a list."""

import pytest

from recall.formats.markdown.reader import parse

LEGENDS = [
    "`[x]` done, `[/]` in progress, `[-]` gave up.",
    "`[x]` done, `[/]` half way, `[-]` not for me. I keep it up each month.",
    "[x] 已读 [ ] 未读",
    "[x] lu · [ ] à lire",
    "[x] gelesen  \n[/] lese ich gerade  \n[ ] offen",
    "- [x] done\n- [/] in progress\n- [-] gave up",
    "* `[ ]`: to read\n* `[x]`: read",
    "> [x] read, [ ] to read",
    "`[x]` means that I have read it.",
    "[x] = read",
    "✅ finished · 📖 reading · ~~struck~~ dropped · nothing = not yet",
]


@pytest.mark.parametrize("legend", LEGENDS)
def test_a_line_that_explains_boxes_is_no_reading(legend: str) -> None:
    found = parse(f"# A\n\n{legend}\n\n## B\n\n- [x] [Oaks](http://a)\n- [ ] Elms")
    assert [(item.title, item.checked) for item in found.items] == [("Oaks", True), ("Elms", False)]
    assert all(line.reason for line in found.skipped)


@pytest.mark.parametrize(
    ("lines", "titles"),
    [
        ("- [x] Oaks\n- [ ] Elms", ["Oaks", "Elms"]),
        ("- [x] Done\n- [ ] Elms", ["Done", "Elms"]),
        ("- [ ] Later", ["Later"]),
        ("- [x] done\n  - [Oaks](http://a)", ["Oaks"]),
        ("- [x] [done](http://a)\n- [ ] [to read](http://b)", ["done", "to read"]),
    ],
)
def test_a_box_before_a_title_is_a_reading(lines: str, titles: list[str]) -> None:
    assert [item.title for item in parse(lines).items] == titles


@pytest.mark.parametrize("name", ["Legend", "범례", "凡例", "图例", "Légende", "Leyenda"])
def test_a_section_that_explains_signs_is_no_reading(name: str) -> None:
    legend = "- ✅ done\n- 📖 reading\n- 💤 abandoned\n- empty: not yet"
    text = (
        f"- 📖 [Oaks](http://a)\n- 💤 [Elms](http://b)\n- [Figs](http://c)\n\n## {name}\n\n{legend}"
    )
    found = parse(f"# A\n\n{text}\n\n## More\n\n- [Ash](http://d)")
    assert [item.title for item in found.items] == ["Oaks", "Elms", "Figs", "Ash"]
    assert [item.begun for item in found.items] == [True, False, False, False]
    assert [item.dropped for item in found.items] == [False, True, False, False]


def test_a_section_on_symbols_may_have_readings() -> None:
    assert [item.title for item in parse("## Symbols\n\n- [ ] Elms\n- [ ] Oaks").items] == [
        "Elms",
        "Oaks",
    ]
