"""Labels in the cells of a table: `speed, memory`, `#speed #memory`."""

import re
from collections.abc import Iterable

from recall.formats.markdown.titles import clean

_BETWEEN = re.compile(r"[,，、;；|\n]|\s/\s|(?:^|\s)#")
_MOST = 20
_LONGEST = 60


def labels_in(texts: Iterable[str]) -> list[str]:
    """Return the labels that texts hold, each once; one of more than 60 characters is a note."""
    words = [clean(word) for text in texts for word in _BETWEEN.split(text)]
    told = dict.fromkeys(word for word in words if 0 < len(word) <= _LONGEST)
    return list(told)[:_MOST]
