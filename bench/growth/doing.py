"""Works: a command of recall, or a request to its page, in the library of a folder."""

import os
from collections.abc import Mapping
from io import StringIO
from pathlib import Path

from bench.growth.measuring import Work
from recall.cli.environment import Environment
from recall.cli.main import main


def environ(folder: Path) -> Mapping[str, str]:
    """Return the environment of a folder with its library."""
    return {
        "HOME": str(folder),
        "PATH": os.environ["PATH"],
        "RECALL_DATABASE_URL": f"sqlite:///{folder}/library.db",
        "RECALL_CONFIG": str(folder / "config.toml"),
    }


def run(folder: Path, *argv: str) -> None:
    """Run a command; SystemExit if it fails."""
    words = [word.format(folder=folder) for word in argv]
    said = StringIO()
    code = main(words, Environment(environ(folder), err=said))
    if code:
        raise SystemExit(f"this failed with {code}: recall {' '.join(words)}\n{said.getvalue()}")


def command(*argv: str) -> Work:
    """Return the work of a command; {folder} in its words is the folder."""
    return lambda folder: run(folder, *argv)


def request(path: str, **form: str) -> Work:
    """Return the work of a request to the page: a POST if there is a form."""

    def work(folder: Path) -> None:
        from bench.web import client

        browser = client(dict(environ(folder)), folder)
        answer = browser.post(path, data=form) if form else browser.get(path)
        if answer.status_code != 200:
            raise SystemExit(f"{path} answered {answer.status_code}: {answer.text[-2000:]}")

    return work
