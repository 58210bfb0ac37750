"""What the shell offers when a resource is to be named. It never fails, and makes nothing."""

from recall.domain.plain_text import plain

LIMIT = 500


def resources(incomplete: str) -> list[tuple[str, str]]:
    """IDs that begin so, each with its title: shells offer only what begins as was typed."""
    from recall.cli.world import World
    from recall.config import library_url
    from recall.errors import RecallError
    from recall.storage.resources import Filter, listed
    from recall.storage.store import Store

    world = World()
    try:
        with Store(library_url(world.environ, world.settings())) as store:
            found = listed(store, Filter())
    except RecallError:
        return []
    fitting = [one for one in found if str(one.id).startswith(incomplete)]
    return [(str(one.id), plain(one.title)) for one in fitting[:LIMIT]]
