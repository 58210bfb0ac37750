"""The lists of a library and their files, for every front end."""

from collections.abc import Sequence
from typing import NamedTuple

from recall.usecases.context import Context
from recall.usecases.syncing.standing import Standing, standings


class ListsView(NamedTuple):
    """Every list with its file on this machine."""

    lists: Sequence[Standing]

    def as_json(self) -> dict[str, object]:
        """Return what `recall lists --json` prints."""
        return {
            "lists": [
                {
                    "id": standing.id,
                    "name": standing.name,
                    "file": standing.path,
                    "in_step_at": standing.at,
                    "state": standing.state,
                }
                for standing in self.lists
            ]
        }


def lists_view(context: Context, machine: str) -> ListsView:
    """Return the lists of a library, as they are on this machine."""
    return ListsView(standings(context.store, machine))
