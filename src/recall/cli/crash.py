"""An error that nobody expected: told in one line, its traceback kept. Loaded only for one."""

import traceback

from recall.cli.environment import World
from recall.errors import StorageError
from recall.settings.locations import log_folder
from recall.usecases.upkeep.checking import damage

UNEXPECTED = 3


def tell(error: Exception, world: World) -> int:
    """Say what happened, and that the library is damaged where that is why; gives the exit code."""
    where, found = _keep(error, world), _damage(world)
    if found:
        world.say(f"recall: the library is damaged: {found}; 'recall doctor' says more; {where}")
        return StorageError.exit_code
    world.say(f"recall: this should not have happened: {type(error).__name__}: {error}; {where}")
    return UNEXPECTED


def _keep(error: Exception, world: World) -> str:
    """Write the traceback to a file that can be sent, and say where it is."""
    log = log_folder() / "recall.log"
    try:
        log.parent.mkdir(parents=True, exist_ok=True)
        with log.open("a", encoding="utf-8") as file:
            details = "".join(traceback.format_exception(error))
            file.write(f"{world.clock().isoformat()}\n{details}\n")
    except OSError:
        traceback.print_exception(error)
        return "the details are above, for no log could be written"
    return f"the details are in {log}"


def _damage(world: World) -> str:
    """The first thing wrong with the library; none where even asking fails."""
    try:
        return next(iter(damage(world.database_url())), "")
    except Exception:
        return ""
