"""What came of asking a page. Nothing of the network is loaded for it."""

from typing import NamedTuple

from recall.domain.pages.facts import PageFacts
from recall.fetching.answer import NoAnswer


class Looked(NamedTuple):
    """What came of asking one address: facts, or the problem. left_alone: it was not asked."""

    url: str
    facts: PageFacts | None = None
    problem: NoAnswer | None = None
    left_alone: bool = False
