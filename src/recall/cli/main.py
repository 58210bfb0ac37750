"""The entry point: every run begins here, and every error is printed here."""

from __future__ import annotations

import errno
import os
import sys

from recall.cli.environment import COMPLETING, Environment
from recall.errors import BadFile, DamagedLibrary, RecallError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from recall.cli.parsing.arguments import Run
    from recall.cli.parsing.plain_calls import Values

DAILY: tuple[list[str], ...] = ([], ["today"], ["next"])
"""The arguments of the commands in `fast_path`, which is not loaded for others."""

INTERRUPTED = 130

_DISK_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)

_REFUSED_PATH = (
    errno.EACCES,
    errno.ELOOP,
    errno.ENAMETOOLONG,
    errno.ENOTDIR,
    errno.EPERM,
    errno.EROFS,
)
"""System errors about a path that cannot be read or written; they are no bug in recall."""

_NOT_WRITTEN = (
    "the output could not be written: the disk is full, or its file may not grow; "
    "a change that was asked for may have been made: see 'recall history'"
)


def main(argv: Sequence[str] | None = None, environment: Environment | None = None) -> int:
    """Run one command; return the exit code."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    outside = environment or Environment()
    try:
        code = _run(arguments, outside)
        outside.stdout.flush()
    except DamagedLibrary as error:
        return _failed(error, outside, arguments)
    except RecallError as error:
        outside.say(f"recall: {error}")
        return error.exit_code
    except BrokenPipeError:
        _forget_stdout()
        return 0
    except KeyboardInterrupt:
        outside.say("recall: interrupted; every grade given before is kept")
        return INTERRUPTED
    except Exception as error:
        return _failed(error, outside, arguments)
    return code


def _failed(error: Exception, environment: Environment, arguments: list[str]) -> int:
    """Say what has failed: something around recall, or recall itself; return the exit code."""
    number = error.errno if isinstance(error, OSError) else None
    if number in _DISK_FULL:
        _forget_stdout()
        environment.say(f"recall: {_NOT_WRITTEN}")
        return RecallError.exit_code
    if number in _REFUSED_PATH and (path := getattr(error, "filename", None)):
        environment.say(f"recall: {BadFile(path, os.strerror(number))}")
        return BadFile.exit_code
    from recall.cli.crash import tell

    return tell(error, environment, arguments, lambda around: main(arguments, around))


def _run(arguments: list[str], environment: Environment) -> int:
    if COMPLETING not in environment.environ:
        if arguments in DAILY:
            from recall.cli.fast_path import COMMANDS

            COMMANDS[tuple(arguments)](environment)
            return 0
        arguments = _in_our_words(arguments)
        plain = _plain_call(arguments)
        if plain is not None:
            command, values = plain
            return command(environment, **values) or 0
    from recall.cli.app import run

    return run(arguments, environment)


def _in_our_words(arguments: list[str]) -> list[str]:
    """Return the arguments with the name that a command has here, for one that people try."""
    from recall.cli.commands.table import WORDS

    if not arguments or arguments[0] in WORDS:
        return arguments
    from recall.cli.parsing.other_words import in_our_words

    return in_our_words(arguments)


def _plain_call(arguments: list[str]) -> tuple[Run, Values] | None:
    """Return the command and its values, if Typer need not look at the words."""
    from recall.cli.commands.table import WORDS, load
    from recall.cli.parsing.plain_calls import read

    if not arguments or arguments[0] not in WORDS:
        return None
    return read(load(arguments[0]), arguments[1:])


def _forget_stdout() -> None:
    """The reader closed the pipe; point stdout at /dev/null, or the final flush raises again."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
