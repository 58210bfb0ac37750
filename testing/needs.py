"""What a test needs of the computer: skipped where it is missing, but in CI it must be there."""

import os
import shutil
import sys
from importlib import import_module
from types import ModuleType

import pytest


def need(*programs: str) -> None:
    """Skip the test where a system program is missing, but fail in CI: there it must run."""
    missing = [program for program in programs if shutil.which(program) is None]
    if missing:
        reason = f"not installed: {', '.join(missing)}"
        if os.environ.get("CI"):
            pytest.fail(f"{reason}, and in CI it must be")
        pytest.skip(reason)


def posix_module(name: str) -> ModuleType:
    """Import what drives a terminal: skipped on Windows, where there is no pty, and only there."""
    if sys.platform == "win32":
        pytest.skip(f"{name} needs a pty of POSIX", allow_module_level=True)
    return import_module(name)
