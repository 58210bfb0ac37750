"""Shell completion of resources. It never fails, and never creates a library."""

from recall.domain.text.plain import plain

LIMIT = 500


def resources(incomplete: str) -> list[tuple[str, str]]:
    """Return IDs that begin with the text, with titles; shells only offer prefix matches."""
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
