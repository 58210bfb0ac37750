"""Rows of a schedule without a reading: `| 21 Jan | Introduction | none | [slides](…) |`."""

from collections.abc import Iterator, Sequence

from recall.domain.library.catalog import Skipped
from recall.formats.markdown.links import named
from recall.formats.markdown.tables.columns import Columns
from recall.formats.markdown.works.mentions import Mention
from recall.lazy_regex import lazy_regex

NO_READING = "beside a column that says that there is no reading"

_READING = lazy_regex(
    r"(?i)\s*(?:(?:required|assigned|weekly|main) )?readings?(?: materials?)?\s*"
    r"|lektüre|lecturas?|leituras?|letture|阅读(?:材料)?|閱讀|文献|読む論文|읽기(?: 자료)?"
)
_NONE = lazy_regex(
    r"(?i)\W*(?:none|n/?a|nothing|no (?:assigned )?readings?|keine?|aucune?|ninguna?|nenhuma?"
    r"|nessuna?|无|無|没有|なし|없음)\W*|\s*[-–—/]+\s*"
)


def says_no_reading(known: Columns, texts: Sequence[str]) -> bool:
    """Return whether a row says `none` in its column of readings."""
    pairs = zip(known.heads, texts, strict=False)
    return any(_READING.fullmatch(head) and _NONE.fullmatch(text) for head, text in pairs)


def without_reading(groups: Sequence[Sequence[Mention]]) -> Iterator[Skipped]:
    """Yield the links of such a row as left out, unless one has a title of its own."""
    every = [each for group in groups for each in group]
    if not any(each.titled and not each.weak and not each.is_credited for each in every):
        yield from (Skipped(each.link.line, named(each.link), NO_READING) for each in every)
