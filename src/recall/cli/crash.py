"""Unexpected errors: reported in one line, with a traceback in a file. Imported only then."""

import traceback
from collections.abc import Callable, Sequence

from recall.cli.environment import Environment
from recall.errors import DamagedLibrary, RecallError, StorageError
from recall.files import private
from recall.masking import masked
from recall.settings.locations import log_folder
from recall.usecases.upkeep.around_damage import SetAside, set_aside
from recall.usecases.upkeep.opening import existing_library

UNEXPECTED = 3

NEED_ALL = frozenset(
    {
        *("undo", "import", "sync", "lists", "export", "join", "init", "catalog"),
        *("optimize", "check", "fetch", "doctor", "backup", "restore", "db", "web", "remind"),
    }
)
"""Commands that compare or copy the whole library, and would be wrong without the damaged rows."""

Again = Callable[[Environment], int]
"""Runs the same command in another environment."""


def tell(error: Exception, environment: Environment, arguments: Sequence[str], again: Again) -> int:
    """Report the error, or the damaged library that caused it; return the exit code.

    A command that does not need the damaged rows goes on without them.
    """
    try:
        found = _damage(environment)
    except DamagedLibrary as damage:  # too bad to be examined
        environment.say(f"recall: {damage}")
        return damage.exit_code
    if not found.sentence:
        if isinstance(error, RecallError):
            environment.say(f"recall: {error}")
            return error.exit_code
        return _report(error, environment)
    is_whole = bool(arguments) and arguments[0] in NEED_ALL
    if found.is_file or is_whole or environment.has_acted or environment.goes_around_damage:
        environment.say(f"recall: {found.error}")
        return StorageError.exit_code
    code = again(environment.around_damage())
    if code != StorageError.exit_code:
        environment.say(f"recall: {found.told}")
    return code


def _report(error: Exception, environment: Environment) -> int:
    where = _keep(error, environment)
    said = _masked(f"{type(error).__name__}: {error}", environment)
    environment.say(f"recall: this should not have happened: {said}; {where}")
    return UNEXPECTED


def _masked(text: str, environment: Environment) -> str:
    """Return text without the password of the library, also if the settings cannot be read."""
    try:
        return masked(text, environment.database_url)
    except Exception:
        return masked(text)


def _keep(error: Exception, environment: Environment) -> str:
    """Write the traceback to a file, and return a phrase that says where."""
    log = log_folder() / "recall.log"
    said = "".join(traceback.format_exception(error)).encode(errors="backslashreplace").decode()
    details = _masked(said, environment)
    try:
        log.parent.mkdir(parents=True, exist_ok=True)
        with private.appending(log) as file:
            file.write(f"{_moment(environment)}\n{details}\n")
    except OSError:
        for line in details.splitlines():
            environment.say(line)
        return "the details are above, for no log could be written"
    return f"the details are in {log}"


def _moment(environment: Environment) -> str:
    """Return the moment of the run; empty if the clock itself is what is wrong."""
    try:
        return environment.moment.isoformat()
    except RecallError:
        return ""


def _damage(environment: Environment) -> SetAside:
    """Return what is wrong with the library; nothing if there is none, or no way to it."""
    try:
        url, settings, now = environment.database_url, environment.settings, environment.now
        with existing_library(url, settings, now) as context:
            return set_aside(context)
    except DamagedLibrary:
        raise
    except Exception:
        return SetAside()
