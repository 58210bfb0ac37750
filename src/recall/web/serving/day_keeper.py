"""Makes the plan of each day for the page, which only looks when a browser asks for it."""

import logging
from threading import Event, Thread

from recall.errors import RecallError
from recall.usecases.personal import prepare
from recall.usecases.planning.today import progress_today
from recall.web.pages.endpoint import WEB_LOGGER
from recall.web.site import Library

_EVERY_SECONDS = 60


class DayKeeper:
    """Once a minute it sees to it that today has its plan, as `recall today` does."""

    def __init__(self, library: Library) -> None:
        """Do nothing yet."""
        self._library = library
        self._log = logging.getLogger(WEB_LOGGER)
        self._stopped = Event()
        self._thread = Thread(target=self._run, name="plan of the day", daemon=True)

    def start(self) -> None:
        """Keep the plan of each day from now on."""
        self._thread.start()

    def stop(self) -> None:
        """Stop; a plan that is being made is finished."""
        self._stopped.set()
        self._thread.join()

    def keep(self) -> None:
        """Make today's plan unless it is there; what is wrong with the library a page will say."""
        try:
            with self._library() as context:
                progress_today(context)
                prepare(context)
        except RecallError:
            return
        except Exception as error:
            self._log.error("%s while the plan of the day was made", type(error).__name__)

    def _run(self) -> None:
        self.keep()
        while not self._stopped.wait(_EVERY_SECONDS):
            self.keep()
