"""Regular expressions that are compiled when they are first used.

To compile a long one takes as long as to search a thousand lines with it, and what people write now
and then stands in few lists. An expression that every line is asked about is compiled at once, by
`re.compile`: its calls are a little faster.
"""

import re
from typing import Any, cast


class LazyRegex:
    """Stands in for a pattern: compiles it for the first of its methods that is asked for."""

    def __init__(self, pattern: str, flags: int) -> None:
        """Keep the arguments of `re.compile`."""
        self.pattern = pattern
        self._flags = flags

    def __getattr__(self, name: str) -> Any:
        """Take an attribute from the pattern, and keep it: Python asks here only for others."""
        value = getattr(re.compile(self.pattern, self._flags), name)
        setattr(self, name, value)
        return value


def lazy_regex(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """As `re.compile`, but at the first use, which also is when a wrong expression raises re.error.

    It has the methods of a pattern. The functions of `re` do not take it for one.
    """
    return cast("re.Pattern[str]", LazyRegex(pattern, flags))
