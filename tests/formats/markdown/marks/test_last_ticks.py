"""Ticks at the end of paragraphs, and what is struck through before a remark."""

import pytest

from recall.domain.library.catalog import Item
from recall.formats.markdown.reader import parse


def told(item: Item) -> str:
    sign = "x" if item.checked else "/" if item.begun else "-" if item.dropped else " "
    return f"[{sign}] {item.title}"


@pytest.mark.parametrize(
    ("text", "items"),
    [
        (
            "**A tale of oaks** — Ann Lee (A Press, 1979) → [publisher](http://a) ✅\n\n"
            "**A tale of elms** — Ann Lee (A Press, 1980) → [publisher](http://b)",
            ["[x] A tale of oaks", "[ ] A tale of elms"],
        ),
        ("**A tale of oaks** — Ann Lee ([pdf](http://a)) ✔️", ["[x] A tale of oaks"]),
        ("**Oaks** — [pdf](http://a) ✅  \nAgain each year.", ["[x] Oaks"]),
        ("Ann Lee. [A tale of oaks](http://a). 2001. ✅", ["[x] A tale of oaks"]),
        ("[A tale of oaks](http://a), Ann Lee ✅", ["[x] A tale of oaks"]),
        (
            "[Old oaks](http://a) ✅  \n[Old elms](http://b)  \n✅ [Old figs](http://c)",
            ["[x] Old oaks", "[ ] Old elms", "[x] Old figs"],
        ),
        ("I like to read [Old oaks](http://a) in May ✅", ["[ ] Old oaks"]),
        (
            "✅ read · 📖 reading · nothing = not yet\n\n- [Oaks](http://a) 📖\n"
            "- [Elms](http://b) ✅\n- [Figs](http://c)",
            ["[/] Oaks", "[x] Elms", "[ ] Figs"],
        ),
        ("- [Oaks](http://a) 📖", ["[ ] Oaks"]),
        ("- ~~[Oaks](http://a), Ann Lee~~ (see [this](http://b))", ["[-] Oaks"]),
        ("- ~~[Oaks](http://a)~~, see [the critique](http://b)", ["[-] Oaks"]),
        ("- ~~[Oaks](http://a)~~ [Elms](http://b)", ["[ ] Oaks", "[ ] Elms"]),
    ],
)
def test_a_sign_at_the_end_is_of_its_line(text: str, items: list[str]) -> None:
    assert [told(item) for item in parse(f"# A\n\n## B\n\n{text}").items] == items
