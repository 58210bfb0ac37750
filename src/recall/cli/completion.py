"""Shell completion of resources. It never fails, and never creates a library."""

from recall.domain.text.plain import plain

LIMIT = 500


def resources(incomplete: str) -> list[tuple[str, str]]:
    """Return IDs that begin with the text, with titles; shells only offer prefix matches."""
    from recall.cli.environment import Environment
    from recall.errors import RecallError
    from recall.usecases.find import ids_beginning
    from recall.usecases.upkeep.opening import existing_library

    environment = Environment()
    try:
        url, settings, now = environment.database_url, environment.settings, environment.now
        with existing_library(url, settings, now) as context:
            offered = ids_beginning(context.store, incomplete, LIMIT)
    except RecallError:
        return []
    return [(str(resource.id), plain(resource.title)) for resource in offered]
