"""What the shell offers when a resource is to be named. It never fails, and makes nothing."""

from recall.cli.output.safe import plain

LIMIT = 50


def resources(incomplete: str) -> list[tuple[str, str]]:
    """IDs that begin so, or IDs whose titles hold the text, each with its title."""
    from recall.cli.world import World
    from recall.config import library_url
    from recall.errors import RecallError
    from recall.storage.resources import Filter, listed
    from recall.storage.store import Store

    world = World()
    try:
        with Store(library_url(world.environ, world.settings())) as store:
            number = incomplete.isdecimal() or not incomplete
            found = listed(store, Filter(text=None if number else incomplete))
    except RecallError:
        return []
    fitting = [one for one in found if not number or str(one.id).startswith(incomplete)]
    return [(str(one.id), plain(one.title)) for one in fitting[:LIMIT]]
