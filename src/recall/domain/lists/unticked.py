"""What an untick makes of a resource that its list ticked before."""

from recall.domain.library.resource import ASIDE
from recall.domain.lists.merge import Known


def is_read(known: Known) -> bool:
    """Return whether a resource is read, also behind a state of being put aside."""
    return (known.status_before if known.status in ASIDE else known.status) == "read"


def unread_again(known: Known) -> dict[str, object]:
    """Return the fields of a resource that is no longer read; what is put aside stays so."""
    status = "status_before" if known.status in ASIDE else "status"
    return {status: "unread", "due": None, "postponed_from": None, "once": False}
