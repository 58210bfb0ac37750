"""Requirements of tests: missing ones skip a test, but fail it in CI."""

import os
import shutil
import sys
from importlib import import_module
from types import ModuleType

import pytest


def need(*programs: str) -> None:
    """Skip the test if a system program is missing, but fail it in CI."""
    missing = [program for program in programs if shutil.which(program) is None]
    if missing:
        reason = f"not installed: {', '.join(missing)}"
        if os.environ.get("CI"):
            pytest.fail(f"{reason}, and in CI it must be")
        pytest.skip(reason)


def posix_module(name: str) -> ModuleType:
    """Import a module that drives a terminal; skip the tests on Windows, which has no pty."""
    if sys.platform == "win32":
        pytest.skip(f"{name} needs a pty of POSIX", allow_module_level=True)
    return import_module(name)
