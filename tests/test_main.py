"""How a run ends."""

import subprocess
import sys
from threading import Event, Thread

from recall.__main__ import _has_threads


def test_a_thread_that_runs_is_waited_for() -> None:
    done = Event()
    thread = Thread(target=done.wait)
    thread.start()
    try:
        assert _has_threads()
    finally:
        done.set()
        thread.join()


def test_the_module_for_threads_alone_is_no_thread() -> None:
    script = "import threading, recall.__main__; print(recall.__main__._has_threads())"
    run = subprocess.run((sys.executable, "-c", script), capture_output=True, text=True, check=True)
    assert run.stdout == "False\n"
