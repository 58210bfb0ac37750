"""markdown-it adapted to reading lists: unchanged URLs, bare URLs, lenient indents."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.parser_block import RuleFuncBlockType
from markdown_it.ruler import RuleOptionsType
from markdown_it.rules_block import StateBlock, blockquote, html_block, list_block
from markdown_it.rules_core import StateCore
from markdown_it.rules_inline import StateInline
from markdown_it.rules_inline import image as image_rule
from markdown_it.token import Token

from recall.formats.markdown.parsing import bare_urls, footnote_addresses, plain_links
from recall.formats.markdown.tables.overlong import keep_all_cells

BARE = "bare"
"""The markup of link tokens made from bare URLs."""

PLAIN = "plain"
"""What an inline token holds in place of its tokens, if it is a plain link."""

# Lists may nest deeply. Each level of brackets in a paragraph multiplies the work, and people
# use two or three.
_BLOCK_NESTING = 100
_LEVELS_OF_A_LIST = 3
_INLINE_NESTING = 10
_IMAGE_NESTING = 3
_CODE_INDENT = 4
# Inline rules can be quadratic in a paragraph's length; real paragraphs are far shorter.
_LONGEST_INLINE = 4_000
_BREAKS = ("\n", ") ", "), ", "。", " ")
_INDENT = re.compile(r"\n[ \t]+")

_OPAQUE = re.compile(r"(?i)<(?:!--|(?:script|pre|style|textarea)[\s>])")
_ENTRY = re.compile(r"[-*+#|>]|\d{1,9}[.)、]|\[[ xX]\]|<")
_ADMONITION = re.compile(r"(?:!!!|\?\?\?\+?)[ \t]")
_IN_ADMONITION = "in_admonition"
"""Whether what is indented is the text of an admonition: `!!! note "A title"`."""

_ADDRESS = re.compile(r"https?://\S+[ \t]*(?:\n|\Z)")


class _ListParser(MarkdownIt):
    """CommonMark with tables, strikethrough and bare URLs.

    HTML blocks are parsed as paragraphs, so that a list right under `<summary>` is still a list;
    only comments, scripts and preformatted text are opaque. Bare URLs have their own rule,
    because linkify includes full-width punctuation and takes `README.md` for a host.
    """

    def __init__(self) -> None:
        super().__init__("commonmark", {"maxNesting": _BLOCK_NESTING})
        self.enable(["table", "strikethrough"])
        self.disable(["code", "html_block", "text_join"])
        ends: RuleOptionsType = {"alt": ["paragraph", "reference", "blockquote"]}
        self.block.ruler.before("table", "plain_line", plain_links.line)
        self.block.ruler.before("fence", "opaque_html", _opaque_html, ends)
        self.block.ruler.before("fence", "indented_code", _indented_code)
        self.block.ruler.at("list", _within_limit(list_block), ends)
        self.block.ruler.at(
            "blockquote", _within_limit(blockquote), {"alt": [*ends["alt"], "list"]}
        )
        self.inline.ruler.push("bare_url", _bare_url)
        self.inline.ruler.at("image", _shallow_image)
        self.core.ruler.before("inline", "all_cells", keep_all_cells)
        self.core.ruler.disable("inline")  # what is inside of a line is parsed when it is read

    def normalizeLink(self, url: str) -> str:  # noqa: N802 - markdown-it's name
        """Keep the URL as the person wrote it."""
        return url

    def validateLink(self, url: str) -> bool:  # noqa: ARG002, N802 - markdown-it's name
        """Accept every link: those that are not web pages are reported later."""
        return True


def tokens(text: str) -> list[Token]:
    """Parse markdown into markdown-it's tokens."""
    return list(parsed(text)[0])


def parsed(text: str) -> tuple[Iterator[Token], Mapping[str, Any]]:
    """Parse markdown into markdown-it's tokens, and the definitions that its links refer to.

    A token is forgotten once it is given: all tokens of a list take 50 times as much memory as it.
    """
    state = StateCore(text, _ListParser(), {"references": footnote_addresses.definitions(text)})
    state.md.core.process(state)
    return _given(state), state.env.get("references", {})


def _within_limit(rule: RuleFuncBlockType) -> RuleFuncBlockType:
    """Return a rule for blocks in blocks that ends before markdown-it's limit for them.

    At its own limit markdown-it skips the rest of the text; this way the rest is lines of text.
    """

    def limited(state: StateBlock, start: int, end: int, silent: bool) -> bool:  # noqa: FBT001 - markdown-it's signature
        return state.level < _BLOCK_NESTING - _LEVELS_OF_A_LIST and rule(state, start, end, silent)

    return limited


def _opaque_html(state: StateBlock, start: int, end: int, silent: bool) -> bool:  # noqa: FBT001 - markdown-it's signature
    """Keep comments and preformatted HTML opaque; parse other HTML as text."""
    if not _OPAQUE.match(state.src, state.bMarks[start] + state.tShift[start]):
        return False
    return html_block(state, start, end, silent)


def _indented_code(state: StateBlock, start: int, end: int, silent: bool) -> bool:  # noqa: ARG001, FBT001 - markdown-it's signature
    """Skip indented code, but only outside lists, and not if it is an indented entry.

    markdown-it's own rule takes an over-indented list for code, and an address that stands
    alone below a heading, which would lose them.
    """
    if silent or state.level:
        return False
    at = state.bMarks[start] + state.tShift[start]
    if state.sCount[start] - state.blkIndent < _CODE_INDENT:
        state.env[_IN_ADMONITION] = _ADMONITION.match(state.src, at) is not None
        return False
    if state.env.get(_IN_ADMONITION):
        return False
    above = state.tokens[-1].type if state.tokens else ""
    meant = above == "paragraph_close" and state.tokens[-2].content.startswith("##")
    below_heading = above == "heading_close" or meant  # `##Papers`
    if _ENTRY.match(state.src, at) or (below_heading and _ADDRESS.match(state.src, at)):
        return False
    token = state.push("code_block", "code", 0)
    token.content = state.getLines(start, start + 1, 0, keepLastLF=False)
    token.map = [start, start + 1]
    state.line = start + 1
    return True


def _bare_url(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 - markdown-it's signature
    """Turn `https://…` in running text into a link; called at the colon."""
    if state.linkLevel or not state.src.startswith("://", state.pos):
        return False
    scheme = bare_urls.SCHEME.search(state.src[max(0, state.pos - 6) : state.pos])
    if scheme is None:
        return False
    start = state.pos - len(scheme.group())
    raw = _broken_target(state, start) or bare_urls.match(state.src, start)
    if not raw:
        return False
    if not silent:
        state.pending = state.pending[: -len(scheme.group())]
        _push_link(state, bare_urls.unescape(raw))
    state.pos = start + len(raw)
    return True


def _broken_target(state: StateInline, start: int) -> str:
    """Return the target of `[title](https://… …)`, which markdown rejects because of the space."""
    if state.src[max(0, start - 2) : start] != "](":
        return ""
    line = state.src[start : state.posMax].partition("\n")[0]
    target, closed, _ = line.partition(")")
    return target.strip() if closed else ""


def _push_link(state: StateInline, url: str) -> None:
    opening = state.push("link_open", "a", 1)
    opening.attrs = {"href": url}
    opening.markup = BARE
    state.push("text", "", 0).content = url
    state.push("link_close", "a", -1)


def _shallow_image(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 - markdown-it's signature
    """Parse an image, but not images nested in its alternative text."""
    depth: int = state.env.get("image_depth", 0)
    if depth >= _IMAGE_NESTING:
        return False
    state.env["image_depth"] = depth + 1
    taken = image_rule(state, silent)
    state.env["image_depth"] = depth
    return taken


def _given(state: StateCore) -> Iterator[Token]:
    """Give the tokens, and parse inline text, in pieces of limited length.

    Inline rules can take quadratic time.
    """
    state.md.options["maxNesting"] = _INLINE_NESTING
    left = state.tokens
    left.reverse()
    while left:
        token = left.pop()
        if token.type == "inline":
            plain = _plain(token.content, state)
            if plain is None:
                token.children = _walked(token.content, state)
            else:
                token.meta[PLAIN] = plain
        yield token


def _plain(text: str, state: StateCore) -> plain_links.PlainLink | None:
    # A box is a link if the list says elsewhere to what `[x]` leads.
    if state.env.get("references") or len(text) > _LONGEST_INLINE:
        return None
    return plain_links.plain_link(text)


def _walked(text: str, state: StateCore) -> list[Token]:
    if len(text) > _LONGEST_INLINE:  # lists that nest too deeply are mostly indents
        text = _INDENT.sub("\n", text)
    found: list[Token] = []
    for part in _parts(text):
        # A list of its own for each: the last rules go through all tokens of the list they get.
        tokens_of_part: list[Token] = []
        state.md.inline.parse(part, state.md, state.env, tokens_of_part)
        found += tokens_of_part
    return found


def _parts(text: str) -> Iterator[str]:
    start = 0
    while len(text) - start > _LONGEST_INLINE:
        limit = start + _LONGEST_INLINE
        ends = (text.rfind(end, start, limit) + len(end) for end in _BREAKS)
        cut = next((end for end in ends if end > start + 1), limit)
        yield text[start:cut]
        start = cut
    yield text[start:]
