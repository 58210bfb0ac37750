"""Keeps the loggers of other libraries away from the terminal."""

import logging


def ours_alone() -> None:
    """Let only recall's own loggers write to a terminal, where no handler takes what is logged.

    Python would print the warnings of drivers and schedulers between the lines of a command, and
    a traceback for a line that cannot be logged. Called where such a library is loaded.
    """
    logging.raiseExceptions = False
    if logging.lastResort is not None and not logging.lastResort.filters:
        logging.lastResort.addFilter(logging.Filter("recall"))
