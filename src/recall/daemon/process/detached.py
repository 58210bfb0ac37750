"""Starts processes that outlive the one that started them."""

import subprocess
from collections.abc import Mapping, Sequence
from threading import Thread
from typing import Any


def start(
    words: Sequence[str], environ: Mapping[str, str], platform: str, folder: str | None = None
) -> "subprocess.Popen[bytes]":
    """Start a process with its own input and output; OSError if it cannot be started.

    None is the present folder.
    """
    process = subprocess.Popen(words, env=dict(environ), cwd=folder, **_apart(platform))
    Thread(target=process.wait, daemon=True).start()  # reap it, or it stays a zombie
    return process


def _apart(platform: str) -> dict[str, Any]:
    if platform == "win32":  # a new console has its own input and output
        return {"creationflags": getattr(subprocess, "CREATE_NEW_CONSOLE", 0)}
    nowhere = dict.fromkeys(("stdin", "stdout", "stderr"), subprocess.DEVNULL)
    return {**nowhere, "start_new_session": True}
