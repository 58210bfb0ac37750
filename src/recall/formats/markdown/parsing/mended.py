"""Markdown as people write it, mended before it is parsed; each line stays in its place."""

import re

from markdown_it.rules_block.table import escapedSplit

from recall.domain.lists.link_words import pointer
from recall.lazy_regex import lazy_regex

_BULLET_OF_BOOK = re.compile(r"(?m)^([ \t]*[-*+])(?=[《「『])")
"""A bullet without a space: `-《一本书》`."""

_COMMENT = re.compile(r"(?<![%\w])%%(?!%)((?:(?!%%|-->)[\s\S]){1,2000})%%(?![%\w])")
"""A comment as Obsidian writes it: `%% not yet %%`."""

_CALLOUT = re.compile(r"(?m)^([ \t]*(?:>[ \t]*)+)\[![A-Za-z][\w-]{1,30}\][+-]?")
"""What a quotation is, as GitHub and Obsidian write it: `> [!NOTE]`."""

_QUOTED_ONCE = re.compile(r"(?<=[(]\d{4}[)] )['‘](.{4,300}?)['’](?=[,.] )")
"""A title after a year in brackets, as Harvard style has it: `Lee, A. (2019) 'A title', `."""

_LATEX_QUOTES = re.compile(r"(?<!`)``(?!`)([^`\n]{1,300}?)''")
"""Quotation marks as LaTeX writes them, which are ``these''."""

_ADDRESS_TWICE = re.compile(r"\]\((https?://[^()\[\]\s]{1,500})\]\(\1\)\)?")
"""`[A title](u](u)`"""

_FIELD = lazy_regex(
    r"(?i)[(\[](authors?|by|year|published|link|url|source):: ?([^()\[\]\n]{1,500})[)\]]"
)
"""A field in a line, as Dataview writes it: `(author:: Ann Lee)`, `(link:: https://…)`."""

_SPACED = lazy_regex(
    r"(?i)(?<=\]\()(?!<|[a-z][a-z0-9+.-]*:)([^()<>\n\"']{1,300}[ :][^()<>\n\"']{0,300}"
    r"\.(?:md|pdf|html?|ipynb|epub|txt))(?=\))"
)
"""The name of a file with spaces: `[A title](papers/A title.pdf)`."""

_DEFINED = re.compile(
    r"(?m)^(?![ \t]*(?:[-*+#>|:]|\d{1,9}[.)]))([^\n\[\]]{2,80})((?:\n:[ \t]+\S.*){2,})"
)
_LABEL = re.compile(r"\[([^\[\]]+)\]\(")
_LINK_IN_LINK = re.compile(
    r"(?<!\[[ xX])\]\(\[(?:[^\[\]\n]{1,300}\]\()?"
    r"(https?://(?:[^\s()\[\]]|\([^\s()]{0,200}\)){1,2000})(?: \"[^\"\n]{0,300}\")?[)\]]\)"
)
"""An address that an editor made a link, inside of a link: `[A title]([u.com](https://u.com))`."""

_INPUT = re.compile(r"(?i)<input\b([^<>]{0,200}\bcheckbox\b[^<>]{0,200})>")
"""A box as HTML writes it: `<input type="checkbox" checked>`."""

_BULLET_IN_CELL = re.compile(r"(?<=\|)[ \t]*[-*+][ \t](?=\[[ xX]\])")
"""A bullet before a box in a table: `| - [x] |`."""

_RULE = re.compile(r"(?m)^[ \t]*[|:-][|: \t-]*$")
"""What stands below the heads of a table: `--|:--:`."""

_SIGNS = {
    "white_check_mark": "✅",
    "heavy_check_mark": "✔",
    "ballot_box_with_check": "☑",
    **dict.fromkeys(("x", "negative_squared_cross_mark"), "❌"),
    **dict.fromkeys(("construction", "hourglass", "hourglass_flowing_sand"), "🚧"),
    "pencil2": "✏",
    "white_large_square": "⬜",
}
_CODE = re.compile(rf":({'|'.join(_SIGNS)}):")
"""Signs of the status as GitHub writes them: `:white_check_mark:`."""

_KIND = re.compile(r"(?m)^[ \t]*[-*+][ \t]+:([a-z][a-z0-9_]{1,40}):")
"""Beside other signs they say what something is: `- :movie_camera: A talk`."""


def mended(text: str) -> str:
    """Put a space after such bullets, and give the rule of a table as many columns as heads.

    The definitions of a term become bullets; quotation marks of LaTeX those of Unicode, because a
    backtick begins code, and so do single ones around a title; codes of signs the signs themselves;
    boxes of HTML those of Markdown; and comments of Obsidian those of HTML. The kind of a quotation
    is left out, and a link in a link is its address.
    """
    if _CODE.search(text) and _SIGNS.keys() >= {*_KIND.findall(text)}:
        text = _CODE.sub(lambda code: _SIGNS[code[1]], text)
    text = _BULLET_IN_CELL.sub(" ", text) if "|" in text else text
    text = _INPUT.sub(_box, text) if "checkbox" in text else text
    text = _BULLET_OF_BOOK.sub(r"\1 ", text)
    if "\n:" in text:
        text = _DEFINED.sub(_listed, text)
    text = _CALLOUT.sub(r"\1", text) if "[!" in text else text
    text = _QUOTED_ONCE.sub(r"“\1”", text)
    text = _LATEX_QUOTES.sub(r"“\1”", text) if "``" in text else text
    text = _COMMENT.sub(r"<!--\1-->", text) if "%%" in text else text
    text = _FIELD.sub(_shown_field, text) if ":: " in text else text
    text = _SPACED.sub(r"<\1>", text)
    text = _LINK_IN_LINK.sub(r"](\1)", text) if "]([" in text else text
    text = _ADDRESS_TWICE.sub(r"](\1)", text) if "](http" in text else text
    return _RULE.sub(_fitted, text) if "-|" in text or "- |" in text or ":|" in text else text


def _shown_field(field: re.Match[str]) -> str:
    """Return a field as people write it: `by Ann Lee`, `(1946)`, `<https://…>`."""
    name, value = field[1].lower(), field[2].strip()
    if value.startswith(("https://", "http://")) and " " not in value:
        return f"<{value}>"
    return f"by {value}" if name in {"author", "authors", "by"} else f"({value})"


def _listed(term: re.Match[str]) -> str:
    """Return a term and its definitions, which are bullets if one of them leads to a title."""
    titled = any(not pointer(label, beside_a_title=True) for label in _LABEL.findall(term[2]))
    return term[1] + term[2].replace("\n:", "\n-") if titled else term.group()


def _box(found: re.Match[str]) -> str:
    return ("[x]" if "checked" in found[1].lower() else "[ ]") + "\n" * found[1].count("\n")


def _fitted(found: re.Match[str]) -> str:
    """Return the rule of a table with a column for each head."""
    rule, text, end = found.group(), found.string, found.start() - 1
    if "|" not in rule or end < 0:
        return rule
    heads = _cells(text[text.rfind("\n", 0, end) + 1 : end])
    cells = _cells(rule)
    if len(cells) == len(heads) or len(heads) == 1 or not all(map(_is_rule, cells)):
        return rule
    return "|".join(["", *(cells + ["---"] * len(heads))[: len(heads)], ""])


def _cells(line: str) -> list[str]:
    return escapedSplit(line.strip().removeprefix("|").removesuffix("|"))


def _is_rule(cell: str) -> bool:
    return set(cell.strip()) <= {"-", ":"} and "-" in cell
