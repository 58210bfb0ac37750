"""Plain entries are read as markdown-it reads them, piece by piece."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it.token import Token

from recall.formats.markdown.lines import MarkdownLine, lines
from recall.formats.markdown.parsing import parser, plain_links

PLAIN = [
    "[ ] [A title](https://example.org/a)",
    "[x] [注意力：入门（一）](https://example.org/a?b=c&d=e#f)",
    "[Title](https://example.org/a_b*c) — 15 min, 中文",
    "1) [C# + Rust: 100% @home, $5 {x} | y^2 'q' \"r\"](www.example.org)",
    "a [b](c) d",
    "[x][a](b)",
    "[a](b)",
]
LEFT = [
    "www.example.org [b](c)",
    "Website: example.dev [b](c) d",
    "[b](c) WWW.example.org",
    "[a *b*](c)",
    "[a](b) and [c](d)",
    "[a](b 'title')",
    "[a](<b c>)",
    "[a](b(c))",
    "[a](b&amp;c)",
    "[a](b\\_c)",
    "![a](b)",
    "[![a](b)](c)",
    "see https://example.org [a](b)",
    "[a](b) https://example.org",
    "[https://example.org/a](b)",
    "[a\nb](c)",
    "[a](b)\nc",
    "a `b` [c](d)",
    "[a]: b",
    "[a]()",
    "[](a)",
]


def slowly(text: str) -> list[MarkdownLine]:
    """The lines that are made of markdown-it's own tokens."""
    made = parser._ListParser()
    found: list[Token] = []
    made.inline.parse(text, made, {}, found)
    return lines(Token("inline", "", 0, map=[6, 7], children=found))


def quickly(text: str) -> list[MarkdownLine] | None:
    """The line that is made of a plain link; None if a text is none."""
    found = plain_links.plain_link(text)
    meta = {parser.PLAIN: found}
    return None if found is None else lines(Token("inline", "", 0, map=[6, 7], meta=meta))


@pytest.mark.parametrize("text", PLAIN)
def test_a_plain_entry_has_the_pieces_of_markdown_it(text: str) -> None:
    assert quickly(text) == slowly(text)


@pytest.mark.parametrize("text", LEFT)
def test_what_is_not_plain_is_left_to_markdown_it(text: str) -> None:
    assert plain_links.plain_link(text) is None


def blocks(text: str, *, plain: bool) -> list[Token]:
    made = parser._ListParser()
    if not plain:
        made.disable("plain_line")
    found = made.parse(text)
    return [token for token in found if token.type not in {"paragraph_open", "paragraph_close"}]


LINES = st.sampled_from(
    [
        *(
            "- [ ] [a](b)",
            "- [x] c",
            "[a](b)",
            "**[a](b)**",
            "  [a](b)",
            "    [a](b)",
            "- ",
            "-",
            "text",
        ),
        *(
            "",
            "> [a](b)",
            "> - [a](b)",
            "  - [a](b)",
            "* [a](b)",
            "[a]: b",
            "- [a]: b",
            "===",
            "---",
        ),
        *(
            "|-|",
            "a|b",
            "- [a](b) | c",
            "-|-",
            "# a",
            "1. [a](b)",
            "```",
            "<p>",
            "- - -",
            "\t[a](b)  ",
        ),
    ]
)


@example(["- [a](b)", "text"])
@example(["- [a](b)", "- "])
@example(["- [a|b](c)", "  -|-", "  d|e"])
@given(st.lists(LINES, max_size=8))
def test_a_plain_line_is_the_block_that_markdown_it_makes_of_it(lines: list[str]) -> None:
    text = "\n".join(lines)
    assert blocks(text, plain=True) == blocks(text, plain=False)


LETTERS = st.text(st.sampled_from("ab 中：:/.()[]<>&;!*_~`\\'\"#-=|^$%@+x1\t\u200bé"), max_size=12)
ANY = st.text(max_size=8)


@given(
    st.sampled_from(["", "[ ] ", "[x]", "- "]),
    LETTERS | ANY,
    LETTERS | ANY,
    LETTERS | ANY,
    LETTERS | ANY,
)
@example("[x]", "()", "a", "b", "")
@example("", "a:", "b:", "https://c", "://")
@example("", "", "a", "\u00a0", "")
@example("", "", "a", "\u3000b", "")
@example("", "", "a", "b\u2028", "")
def test_whatever_it_takes_markdown_it_reads_alike(
    box: str, before: str, label: str, url: str, after: str
) -> None:
    text = f"{box}{before}[{label}]({url}){after}"
    found = quickly(text)
    assert found is None or found == slowly(text)


def test_a_box_that_is_a_reference_stays_a_link() -> None:
    text = "- [x] [A](https://example.org/a)\n\n[x]: https://example.org/x\n"
    (inline, *_) = [token for token in parser.tokens(text) if token.type == "inline"]
    assert [token.type for token in inline.children or ()].count("link_open") == 2
