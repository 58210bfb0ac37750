"""What a person may give for the fields of a resource."""

from recall.domain.library.resource import KINDS, ResourceKind
from recall.domain.text.choice import chosen
from recall.errors import BadInput

MOST_MINUTES = 60_000
MOST_PARTS = 10_000
MOST_LENGTH = 10_000_000


def checked_kind(text: str | None) -> ResourceKind | None:
    """Return the kind as given; BadInput, which names the kinds, if there is no such kind."""
    kind = chosen(text, KINDS)
    if kind is None and text is not None:
        raise BadInput(f"'{text}' is not a kind; allowed: {', '.join(KINDS)}")
    return kind
