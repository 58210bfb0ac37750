"""Unexpected errors: reported in one line, with a traceback in a file. Imported only then."""

import traceback

from recall.cli.environment import Environment
from recall.errors import RecallError, StorageError
from recall.files import private
from recall.masking import masked
from recall.settings.locations import log_folder
from recall.usecases.upkeep.checking import damage

UNEXPECTED = 3


def tell(error: Exception, environment: Environment) -> int:
    """Report the error, or the damaged library that caused it; return the exit code."""
    where, damage_found = _keep(error, environment), _damage(environment)
    if damage_found:
        environment.say(
            f"recall: the library is damaged: {damage_found}; 'recall doctor' says more; {where}"
        )
        return StorageError.exit_code
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


def _damage(environment: Environment) -> str:
    """Return the first problem of the library; empty if even the check fails."""
    try:
        return next(iter(damage(environment.database_url)), "")
    except Exception:
        return ""
