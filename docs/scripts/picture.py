"""Takes the picture of README.md: real commands, on the shipped catalog, in a real terminal.

Run it when what `recall today` or `recall review` prints has changed:
`python docs/scripts/picture.py`.
It needs a POSIX system; the library it plays with is made in a temporary folder, at a fixed
date, so the picture changes only when the program does.
"""

import io
import json
import os
import sys
import tempfile
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pexpect  # type: ignore[import-untyped]  # it has no stubs in the dev install

ROOT = Path(__file__).resolve().parents[2]
if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))

from docs.scripts.terminal_svg import draw  # noqa: E402 - the path above comes first
from recall.cli.environment import Environment  # noqa: E402 - see above
from recall.cli.main import main as recall  # noqa: E402 - see above

PICTURE = ROOT / "docs" / "pictures" / "recall.svg"
COLUMNS = 84
ZONE = ZoneInfo("Asia/Shanghai")
PROMPT = "\x1b[1m$\x1b[0m "

FIRST, TODAY = 17, 23
"""Days of November 2026: the library is made on the first, the picture taken on the last."""

MINUTES = 200
RATINGS = ("good", "good", "hard", "good", "easy")
CLEARED = "\x1b[H\x1b[2J"
"""What takes one screen off the terminal before the next."""

NOTE = "the point in my own words: what it does, what it costs, when it fails"

IN_TERMINAL = """
import sys
from datetime import datetime
from recall.cli.main import main
from recall.cli.environment import Environment
sys.exit(main(sys.argv[2:], Environment(clock=lambda: datetime.fromisoformat(sys.argv[1]))))
"""


def main() -> int:
    """Play the days, take the picture, write it."""
    with tempfile.TemporaryDirectory() as folder:
        environ = _environ(folder)
        _run(FIRST, environ, "config", "set", "time_zone", ZONE.key)
        for day in range(FIRST, TODAY):
            _play(day, environ)
        shown = [
            f"{PROMPT}recall today\n",
            _in_terminal(("today",), (), environ),
            f"\n{PROMPT}recall review\n",
            _in_terminal(("review",), ("l", " ", "3", "q"), environ),
        ]
    PICTURE.write_text(
        draw("".join(shown), COLUMNS, "recall today and recall review in a terminal"),
        encoding="utf-8",
    )
    return 0


def _environ(folder: str) -> dict[str, str]:
    return {
        **os.environ,
        "HOME": folder,
        "RECALL_DATABASE_URL": f"sqlite:///{folder}/library.db",
        "RECALL_CONFIG": f"{folder}/config.toml",
        "TERM": "xterm-256color",
        "NO_COLOR": "",
        "EDITOR": "",
    }


def _clock(day: int) -> datetime:
    return datetime(2026, 11, day, 9, 30, tzinfo=ZONE)


def _play(day: int, environ: dict[str, str]) -> None:
    """Do all of one day: grade the revisits, read one thing more."""
    queue = json.loads(_run(day, environ, "today", "--minutes", str(MINUTES), "--json"))
    for number, one in enumerate(queue["revisit"]):
        rating = RATINGS[number % len(RATINGS)]
        _run(day, environ, "grade", str(one["id"]), rating, "--note", NOTE)
    for one in queue["read"][:1]:
        sitting = ("--sitting",) if one["sitting"] else ("--note", NOTE)
        _run(day, environ, "read", str(one["id"]), "--minutes", str(one["minutes"]), *sitting)


def _run(day: int, environ: dict[str, str], *command: str) -> str:
    out, err = io.StringIO(), io.StringIO()
    if recall(command, Environment(environ, lambda: _clock(day), out, err)):
        raise RuntimeError(err.getvalue())
    return out.getvalue()


def _in_terminal(command: Sequence[str], keys: Sequence[str], environ: dict[str, str]) -> str:
    """What a terminal got from one command while these keys were pressed, one screen a key."""
    arguments = ["-c", IN_TERMINAL, _clock(TODAY).isoformat(), *command]
    child = pexpect.spawn(
        sys.executable,
        arguments,
        env=environ,
        dimensions=(50, COLUMNS),
        encoding="utf-8",
        timeout=10,
    )
    got: str = ""
    for key in keys:
        child.expect("q quit")
        got += child.before + child.after
        child.send(key)
    child.expect(pexpect.EOF)
    return f"{got}{child.before}".replace(CLEARED, "")


if __name__ == "__main__":
    sys.exit(main())
