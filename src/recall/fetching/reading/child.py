"""The child process: a line of JSON and the bytes come in on stdin, JSON goes out on stdout.

It limits its own memory and processor time first, before it looks at anything from outside.
"""

import json
import sys
from contextlib import suppress
from io import BytesIO
from pathlib import Path
from typing import Any

CHILD_MEMORY = 1_000_000_000
"""Bytes of address space; trafilatura and a page of 10 MB take 500 MB of it."""

MOST_CHARACTERS = 1_000_000
"""Of the text that is kept: as much as three thick books."""

PDF = "application/pdf"


def main() -> None:
    """Read one page, and write what it says."""
    task = json.loads(sys.stdin.buffer.readline())
    _limit(task["seconds"])
    found = _read(task)
    found["text"] = found.get("text", "")[:MOST_CHARACTERS]
    json.dump(found, sys.stdout)


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


def _read(task: dict[str, Any]) -> dict[str, Any]:
    path, kind = task["path"], task["kind"]
    try:
        if kind == PDF:
            from recall.fetching.reading import pdf_file

            with Path(path).open("rb") if path else BytesIO(sys.stdin.buffer.read()) as file:
                return pdf_file.read(file, MOST_CHARACTERS)
        data = Path(path).read_bytes() if path else sys.stdin.buffer.read()
        if kind == "text/plain":
            from recall.fetching.reading.decoding import decoded

            return {"text": decoded(data, task["charset"])}
        from recall.fetching.reading import html_page

        return html_page.read(data, task["charset"], task["url"])
    except MemoryError:
        return {"problem": "it needs too much memory to be read"}
    except RecursionError:
        return {"problem": "it is nested too deep to be read"}


if __name__ == "__main__":
    main()
