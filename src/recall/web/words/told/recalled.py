"""How many revisits were recalled, in words."""

from recall.domain.text.wording import percent
from recall.web.words.words import PageWords


def recalled(words: PageWords, passed: int, revisits: int) -> str:
    """Return how many revisits were recalled, of at least one."""
    said = words.many(
        "%(passed)d of %(num)d revisit, %(share)s",
        "%(passed)d of %(num)d revisits, %(share)s",
        revisits,
    )
    return said % {"passed": passed, "num": revisits, "share": percent(passed / revisits)}
