"""The environment of a program on a private bus."""

import os
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from testing.checkout import SOURCE
from testing.desktop.dbus_server import Bus
from testing.needs import need

Environ = dict[str, str]


@pytest.fixture
def environ(home: Path) -> Environ:
    """A program's environment with no session bus in it."""
    return {"PATH": os.environ["PATH"], "HOME": str(home), "PYTHONPATH": str(SOURCE)}


@pytest.fixture
def desktop(bus: Bus, environ: Environ) -> Environ:
    """The environment of a program on the bus; what shows notifications is the test's business."""
    return environ | bus.environ


@pytest.fixture
def notify_send() -> None:
    """The test needs the real notify-send."""
    need("notify-send")


@pytest.fixture
def dbus_module(monkeypatch: pytest.MonkeyPatch) -> Callable[[Mapping[str, str]], Environ]:
    """Make Python find a dbus module: a stand-in, as dbus-python has no wheel to install."""
    folder = Path(__file__).parent / "fake_dbus"

    def install(environ: Mapping[str, str]) -> Environ:
        monkeypatch.syspath_prepend(str(folder))
        return {**environ, "PYTHONPATH": f"{folder}{os.pathsep}{SOURCE}"}

    return install


@pytest.fixture
def other_platform(tmp_path: Path, environ: Environ) -> Callable[[str, str], Environ]:
    """A stand-in for plyer with one platform's module: what really happens there is Windows's."""

    def make(name: str, code: str) -> Environ:
        folder = tmp_path / "plyer" / "platforms" / name
        folder.mkdir(parents=True)
        (folder / "notification.py").write_text(code)
        for package in (folder, folder.parent, folder.parent.parent):
            (package / "__init__.py").touch()
        path = os.pathsep.join((str(tmp_path), environ["PYTHONPATH"]))
        return environ | {"PYTHONPATH": path}

    return make
