"""A whole library that came back, for every front end."""

from typing import NamedTuple

from recall.usecases.upkeep.restoring import Restored


class RestoredView(NamedTuple):
    """A whole library that came back from its export."""

    came: Restored

    def as_json(self) -> dict[str, object]:
        """Return what `recall import --json` prints of it: nothing in it is an update."""
        return {
            "new": self.came.counts.resources,
            "updated": 0,
            "unchanged": 0,
            "gone": 0,
            "skipped": [],
            "library": self.came.place,
            "reviews": self.came.counts.reviews,
            "actions": self.came.counts.actions,
        }
