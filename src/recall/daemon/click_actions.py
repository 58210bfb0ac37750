"""Carries out a click on a reminder."""

import os
import shutil
import subprocess
import webbrowser
from collections.abc import Mapping, Sequence

from recall.daemon import display_env, terminals
from recall.daemon.process import detached
from recall.domain.library.resource import OPENED

_SECONDS = 1.0
"""A terminal that fails within this time has not opened."""


def open_review(environ: Mapping[str, str], platform: str, url: str | None) -> str:
    """Open a terminal with the review, or else the next resource in the browser; return which."""
    environ = display_env.with_screen(environ, platform)
    for words in terminals.commands(environ, platform):
        if _opens(words, environ, platform):
            return f"opened a review in {os.path.basename(words[0])}"
    if url and url.lower().startswith(OPENED) and _browses(url, environ, platform):
        return "opened the next resource in the browser: no terminal could be opened"
    return "neither a terminal nor a browser could be opened; set TERMINAL, or run 'recall review'"


def open_page(environ: Mapping[str, str], platform: str, link: str) -> bool:
    """Open a link to the session in the browser; return whether one was opened."""
    return _browses(link, display_env.with_screen(environ, platform), platform)


def _browses(url: str, environ: Mapping[str, str], platform: str) -> bool:
    opener = shutil.which("xdg-open", path=environ.get("PATH"))  # takes an environment
    return bool(opener and _opens([opener, url], environ, platform)) or webbrowser.open(url)


def _opens(words: Sequence[str], environ: Mapping[str, str], platform: str) -> bool:
    try:
        process = detached.start(words, environ, platform)
    except OSError:
        return False
    try:
        return process.wait(_SECONDS) == 0
    except subprocess.TimeoutExpired:
        return True
