"""Works whose address is in a footnote: `- A fine paper[^1]`, and `[^1]: https://…` below."""

import re
from collections.abc import Sequence

from recall.domain.lists.link_text import says_something
from recall.formats.markdown.works.citing.citations import title_of
from recall.formats.markdown.works.mentions import Mention, said

_SENTENCE = re.compile(r"[.。!！?？]\s*\Z")


def footnoted(group: Sequence[Mention]) -> list[int]:
    """Return which footnote of a bullet is the address of the work that its text names, if one is.

    A sentence with a footnote is a claim with its source, and so no work.
    """
    if not all(each.is_footnote for each in group):
        return []
    text = said(group[0].before)
    claims = _SENTENCE.search(text) is not None and not title_of(text.strip())
    return [0] if says_something(text) and not claims else []
