"""Ends a daemon that runs."""

import os
import signal
from datetime import datetime
from time import monotonic, sleep

from recall.daemon.process import heartbeat, instance_lock, signals

PATIENCE_SECONDS = signals.LONGEST_SECONDS + 2
"""Seconds to wait for the end; a daemon ends by itself within LONGEST_SECONDS."""

_PAUSE_SECONDS = 0.1


def stop(now: datetime) -> bool:
    """Ask the daemon that runs to end, and wait for it; return whether none runs any more."""
    last = heartbeat.read()
    if not instance_lock.is_running():
        return True
    # The lock is held, but an old heartbeat is another daemon's: its number may be anybody's now.
    if last is None or heartbeat.is_silent(last, now):
        return False
    try:
        os.kill(last.pid, signal.SIGTERM)
    except OSError:
        return not instance_lock.is_running()
    until = monotonic() + PATIENCE_SECONDS
    while instance_lock.is_running():
        if monotonic() > until:
            return False
        sleep(_PAUSE_SECONDS)
    return True
