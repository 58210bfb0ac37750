"""Runs at the start of each Python process that a test starts: the guard of `offline.py`."""

import sys
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path


def _guard() -> None:
    spec = spec_from_file_location("_offline", Path(__file__).parent.parent / "offline.py")
    if spec is None or spec.loader is None:
        sys.exit("testing/network/offline.py is not there")
    offline = module_from_spec(spec)
    spec.loader.exec_module(offline)
    offline.guard()


_guard()
