"""Markdown as people write it, mended before it is parsed."""

import pytest

from recall.formats.markdown.parsing.mended import mended


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("- 《一》\n-《二》\n  *「三」", "- 《一》\n- 《二》\n  * 「三」"),
        ("一|二\n:-:|:-:|:-:\n甲|乙", "一|二\n|:-:|:-:|\n甲|乙"),
        ("| A | B | C |\n|---|---|\n| x | y | z |", "| A | B | C |\n|---|---|---|\n| x | y | z |"),
        ("| A | B |\n| - | - |", "| A | B |\n| - | - |"),
        ("Oaks\n: [A fine tree](u)\n: more", "Oaks\n- [A fine tree](u)\n- more"),
        ("Oaks\n: [pdf](u)\n: [code](v)", "Oaks\n: [pdf](u)\n: [code](v)"),
        ("words\n-|-\n", "words\n-|-\n"),
        ("A | B\n|||\n-|-", "A | B\n|||\n-|-"),
        ("-|-|-\n", "-|-|-\n"),
        ("- :x: A\n- :tv: B", "- :x: A\n- :tv: B"),
        ("- :white_check_mark: A :mark:\n- :x: B", "- ✅ A :mark:\n- ❌ B"),
        ("- [A]([http://a/#b](http://a/#b))", "- [A](http://a/#b)"),
        ("- [A](http://a/b](http://a/b)", "- [A](http://a/b)"),
        ("5%% [a](b) 5%%", "5%% [a](b) 5%%"),
        ("[Fine]([ex.com/a](https://ex.com/a))", "[Fine](https://ex.com/a)"),
        ('[A]([https://ex.com/a_(b)](https://ex.com/a_(b) "w")).', "[A](https://ex.com/a_(b))."),
        ("[A]([https://ex.com/a]), [B]([pdf](v))", "[A](https://ex.com/a), [B]([pdf](v))"),
        ("[x]([A title](https://ex.com/a))", "[x]([A title](https://ex.com/a))"),
        ("[A title](https://ex.com/a](https://ex.com/a))", "[A title](https://ex.com/a)"),
        ("``A title.'' and ``code``, ```''", "“A title.” and ``code``, ```''"),
    ],
)
def test_bullets_rules_and_quotes_are_mended_in_their_lines(text: str, shown: str) -> None:
    assert mended(text) == shown
