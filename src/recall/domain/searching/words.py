"""The words that a person searches for. All of them have to occur, in any order."""

import re

from recall.domain.library.resource import fold

MOST_WORDS = 20
"""The words of a search that count; a pasted page would ask thousands of questions."""

_WORD = re.compile(r'"([^"]+)"|(\S+)')


def words(text: str) -> tuple[str, ...]:
    """Return the words of a text without differences of case and width, each once.

    What stands in double quotes is one word. Chinese is written without spaces: all that stands
    between two spaces is one word, too.
    """
    found = (quoted or plain for quoted, plain in _WORD.findall(fold(text)))
    return tuple(dict.fromkeys(word for word in found if word.strip()))[:MOST_WORDS]
