"""The child process: a line of JSON and the bytes come in on stdin, lines of JSON go out on stdout.

Each line says more than the one before: if the text takes too long, the title is out already. The
child limits its own memory and processor time before it looks at anything from outside.
"""

import json
import logging
import sys
from collections.abc import Iterator
from contextlib import suppress
from io import BytesIO
from pathlib import Path
from typing import Any, BinaryIO

CHILD_MEMORY = 1_000_000_000
"""Bytes of address space; trafilatura and a page of 10 MB take 500 MB of it."""

MOST_CHARACTERS = 1_000_000
"""Of the text that is kept: as much as three thick books."""

PDF = "application/pdf"


def main() -> None:
    """Read one page, and write what it says as soon as it is known."""
    task = json.loads(sys.stdin.buffer.readline())
    _limit(task["seconds"])
    logging.disable()  # what the libraries say of a page is of use to nobody
    try:
        for found in read(task, sys.stdin.buffer):
            found["text"] = found.get("text", "")[:MOST_CHARACTERS]
            _write(found)
    except MemoryError:
        _write({"problem": "it needs too much memory to be read"})
    except RecursionError:
        _write({"problem": "it is nested too deep to be read"})


def _write(found: dict[str, Any]) -> None:
    sys.stdout.write(json.dumps(found) + "\n")
    sys.stdout.flush()


def _limit(seconds: int) -> None:
    """Let the system end this process when it takes too much. Windows has no such limits."""
    with suppress(ImportError):
        import resource

        for name, most in (
            ("RLIMIT_AS", CHILD_MEMORY),
            ("RLIMIT_CPU", seconds),
            ("RLIMIT_CORE", 0),
        ):
            with suppress(AttributeError, ValueError, OSError):  # macOS has no RLIMIT_AS
                resource.setrlimit(getattr(resource, name), (most, most))


def read(task: dict[str, Any], sent: BinaryIO) -> Iterator[dict[str, Any]]:
    """Give what a page says, more each time; its bytes lie at its path, or else they are sent."""
    path, kind = task["path"], task["kind"]
    if kind == PDF:
        from recall.fetching.reading import pdf_file

        with Path(path).open("rb") if path else BytesIO(sent.read()) as file:
            yield from pdf_file.read(file, MOST_CHARACTERS)
        return
    data = Path(path).read_bytes() if path else sent.read()
    if kind == "text/plain":
        from recall.fetching.reading.decoding import decoded

        yield {"text": decoded(data, task["charset"])}
        return
    from recall.fetching.reading import html_page

    yield from html_page.read(data, task["charset"], task["url"])


if __name__ == "__main__":
    main()
