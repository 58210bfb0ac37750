"""Keeps lists in step with the library, once a minute, if the person has set that."""

import logging

from recall.errors import RecallError
from recall.notify.text import one_line
from recall.usecases.context import Context

_LONGEST = 300


class ListWatch:
    """Logs what it did, and each problem once while it lasts."""

    def __init__(self, log: logging.Logger) -> None:
        """Do nothing yet."""
        self._log = log
        self._problems: frozenset[str] = frozenset()

    def tick(self, context: Context, machine: str) -> None:
        """Sync what has changed. It never raises: reminders come nevertheless."""
        if not context.settings.sync_on:
            return
        try:
            problems = frozenset(self._sync(context, machine))
        except RecallError as error:
            problems = frozenset([str(error)])
        except Exception as error:
            unexpected = f"unexpected {type(error).__name__}: {error}"
            problems = frozenset([one_line(unexpected, _LONGEST)])
            if problems != self._problems:
                self._log.error("this should not have happened", exc_info=error)
        for line in sorted(problems - self._problems):
            self._log.warning("not in step: %s", line)
        self._problems = problems

    def _sync(self, context: Context, machine: str) -> list[str]:
        from recall.usecases.syncing.watching import keep_in_step

        problems = []
        for done in keep_in_step(context, machine):
            if isinstance(done, RecallError):
                problems.append(one_line(str(done), _LONGEST))
            else:
                self._log.info("in step: %s: %s", done.pair.list.name, done.summary)
        return problems
