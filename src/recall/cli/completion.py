"""What the shell offers when a resource is to be named. It never fails, and makes nothing."""

from recall.domain.text.plain import plain

LIMIT = 500


def resources(incomplete: str) -> list[tuple[str, str]]:
    """IDs that begin so, each with its title: shells offer only what begins as was typed."""
    from recall.cli.environment import World
    from recall.errors import RecallError
    from recall.settings.locations import library_url
    from recall.storage.store import Store
    from recall.storage.tables.resources import Filter, listed

    world = World()
    try:
        with Store(library_url(world.environ, world.settings())) as store:
            found = listed(store, Filter())
    except RecallError:
        return []
    fitting = [one for one in found if str(one.id).startswith(incomplete)]
    return [(str(one.id), plain(one.title)) for one in fitting[:LIMIT]]
