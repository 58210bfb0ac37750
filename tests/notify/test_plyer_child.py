"""The program in which plyer is called: what it does by itself, and on other platforms."""

import json
import os
import subprocess
import sys

import pytest

from recall.domain.reminders.message import Message
from recall.notify.plyer_process import PlyerProcess
from testing.desktop.notifications import MESSAGE

pytestmark = pytest.mark.slow


def child(environ, platform="linux", **request) -> tuple[int, dict[str, str]]:
    """Run the child's program alone: its status and its answer."""
    request = {"title": "title", "body": "body", "platform": platform, "seconds": 5, **request}
    done = subprocess.run(
        [sys.executable, "-P", "-m", "recall.notify.plyer_child"],
        check=False,
        input=json.dumps(request).encode(),
        capture_output=True,
        env=environ,
    )
    return done.returncode, json.loads(done.stdout or "{}")


def test_where_plyer_has_no_way_its_process_says_so_too(environ, tmp_path):
    bare = environ | {"PATH": str(tmp_path)}
    delivery = PlyerProcess(bare, "linux").send(MESSAGE)
    assert "libnotify-bin" in delivery.hint
    assert child(bare) == (1, {"reason": delivery.reason, "hint": delivery.hint})


@pytest.fixture
def stub(environ, tmp_path):
    """A notify-send that does as the test says."""

    def make(script: str) -> dict[str, str]:
        program = tmp_path / "notify-send"
        program.write_text(f"#!/bin/sh\n{script}\n")
        program.chmod(0o755)
        return environ | {"PATH": f"{tmp_path}{os.pathsep}{environ['PATH']}"}

    return make


def test_a_notify_send_that_hangs_does_not_outlive_the_child(stub):
    status, answer = child(stub("exec sleep 5"), seconds=0.2)
    assert status == 1
    assert "did not answer" in answer["reason"]


def test_notify_send_speaks_english_so_that_its_failures_are_known(stub):
    _, answer = child(stub('echo "$LC_ALL" >&2; exit 1') | {"LC_ALL": "de_DE.UTF-8"})
    assert "C.UTF-8" in answer["reason"]


def test_a_notify_send_without_words_is_reported(stub):
    _, answer = child(stub("exit 7"))
    assert "notify-send ended with status 7" in answer["reason"]


AS_ON_WINDOWS = """
def units(text):  # with the NUL that ends it, as plyer counts
    return len(text.encode("utf-16-le")) // 2 + 1

class Backend:
    def notify(self, title, message, app_name, timeout):
        for text, most in ((title, 64), (message, 256), (app_name, 128)):
            if units(text) > most:
                raise ValueError(f"a text of {units(text)} units, at most {most} allowed")

instance = Backend
"""


@pytest.mark.parametrize("character", ["a", "长", "👩‍👩‍👧‍👦", "e\u0301", "🇨🇳"])
def test_no_text_is_too_long_for_windows(other_platform, character):
    text = character * 999
    delivery = PlyerProcess(other_platform("win", AS_ON_WINDOWS), "win32").send(
        Message(text, text, "slot")
    )
    assert delivery.delivered, delivery


def test_a_text_that_is_too_long_for_windows_would_be_reported(other_platform):
    status, answer = child(other_platform("win", AS_ON_WINDOWS), "win32", title="长" * 64)
    assert status == 1
    assert "a text of 65 units" in answer["reason"]


def test_a_module_that_plyer_misses_is_reported(other_platform):
    status, answer = child(other_platform("macosx", "import pyobjus_of_nowhere"), "darwin")
    assert status == 1
    assert "pyobjus_of_nowhere" in answer["reason"]


def test_on_macos_without_pyobjus_plyer_s_own_error_is_reported(environ):
    status, answer = child(environ, "darwin")
    assert status == 1
    assert "pyobjus" in answer["reason"]
