"""What the page is given from outside: the library, the devices, its names, its clocks."""

from collections.abc import Callable, Collection
from contextlib import AbstractContextManager, suppress
from datetime import datetime
from typing import NamedTuple

from recall.domain.library.timing.stopwatch import Clocks
from recall.domain.reminders.wording import Language
from recall.errors import RecallError
from recall.usecases.context import Context
from recall.web.guard.devices import Devices
from recall.web.sent_forms import SentForms
from recall.web.uploads import Uploads

Library = Callable[[], AbstractContextManager[Context]]
"""Opens the library with the present settings and moment; RecallError if it cannot."""


class Site(NamedTuple):
    """The outside of the page. Tests pass their own.

    hosts are the names, with ports, by which it may be asked for. language gives the present one.
    now is the present moment, for links and devices; a library that is open has its own.
    clocks shows both clocks of this computer. settings_path is the settings file, and uploads are
    files that wait for the person's decision, and sent knows the forms that were done.
    """

    library: Library
    devices: Devices
    hosts: Collection[str]
    language: Callable[[], Language]
    clocks: Callable[[], Clocks]
    now: Callable[[], datetime]
    settings_path: str
    uploads: Uploads
    sent: SentForms


def last_language(present: Callable[[], Language]) -> Callable[[], Language]:
    """Return a function that gives the language, or the last one if the settings are unreadable.

    A page says what is wrong with the settings, so its language must not depend on them.
    """
    last: Language = "en"

    def language() -> Language:
        nonlocal last
        with suppress(RecallError):
            last = present()
        return last

    return language
