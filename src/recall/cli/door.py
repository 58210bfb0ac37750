"""The one door: every run begins here, and every error is printed here."""

import errno
import os
import sys
from collections.abc import Callable, Sequence

from recall.cli import daily
from recall.cli.world import COMPLETING, World
from recall.errors import RecallError

UNEXPECTED = 3
INTERRUPTED = 130

_DISK_FULL = (errno.ENOSPC, errno.EDQUOT)

DAILY: dict[tuple[str, ...], Callable[[World], None]] = {
    (): daily.show_today,
    ("today",): daily.show_today,
    ("next",): daily.show_next,
}
"""The commands of every day, as most people type them: they run without the command-line
library, whose import costs five times a bare interpreter."""


def main(argv: Sequence[str] | None = None, world: World | None = None) -> int:
    """Run one command; gives the exit code."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    outside = world or World()
    try:
        code = _run(arguments, outside)
        outside.stdout.flush()
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
        if isinstance(error, OSError) and error.errno in _DISK_FULL:
            _forget_stdout()
            outside.say("recall: the output could not be written: the disk is full")
            return RecallError.exit_code
        return _unexpected(error, outside)
    return code


def _run(arguments: list[str], world: World) -> int:
    command = DAILY.get(tuple(arguments))
    if command is not None and COMPLETING not in world.environ:
        command(world)
        return 0
    from recall.cli.app import run

    return run(arguments, world)


def _forget_stdout() -> None:
    """It takes nothing more; without this Python complains again when it closes stdout."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _unexpected(error: Exception, world: World) -> int:
    """Keep the traceback in a file that can be sent, and say where it is."""
    import traceback
    from pathlib import Path

    from platformdirs import user_log_dir

    log = Path(user_log_dir("recall", appauthor=False)) / "recall.log"
    try:
        log.parent.mkdir(parents=True, exist_ok=True)
        with log.open("a", encoding="utf-8") as file:
            details = "".join(traceback.format_exception(error))
            file.write(f"{world.clock().isoformat()}\n{details}\n")
        where = f"the details are in {log}"
    except OSError:
        traceback.print_exception(error)
        where = "the details are above, for no log could be written"
    world.say(f"recall: this should not have happened: {type(error).__name__}: {error}; {where}")
    return UNEXPECTED
