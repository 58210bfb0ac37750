"""Hostile keys and answers in a session at the terminal."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from random import Random

from recall.errors import RecallError
from recall.settings.table import Settings
from recall.storage.store import Store
from recall.usecases.context import Context
from testing.commands.session import play
from testing.faults.hostile.house import House, described, harmful, house
from testing.faults.hostile.mutations import chance, hostile_text
from testing.faults.hostile.pace import Hanging, time_limit
from testing.faults.kind import Kind, Trial
from testing.libraries.factories import NOW

FULL, FEW = 10_000, 4

_KEYS = "1234agheosnNuzpdk?+- \n\x1b\t"
"""Keys of a session and some that are none."""

_USUAL = ("20", "tomorrow", "1h", "3 days", "y", "good", "2026-03-05", "a note", "last week", "")


def session_kinds() -> tuple[Kind, ...]:
    return (Kind("session", "hostile keys and answers", FULL, FEW, _playing),)


@contextmanager
def _playing(folder: Path) -> Iterator[Callable[[int], Trial]]:
    with house(folder) as home:

        def trial(seed: int) -> Trial:
            random = Random(seed)
            keys = [_key(random) for _ in range(random.randint(1, 12))]
            answers = [_answer(random) for _ in range(40)]
            did = f"{ascii(keys)[:150]} {ascii(answers[:5])[:200]}"
            return Trial(did, _played(home, seed, keys, answers))

        yield trial


def _played(home: House, seed: int, keys: list[str], answers: list[str | None]) -> str:
    if home.is_changed():
        home.library.write_bytes(home.before)
    url = home.environ["RECALL_DATABASE_URL"]
    try:
        with time_limit(), Store(url) as store:
            said = play(Context(store, Settings(), NOW), keys, answers=answers)
    except Hanging:
        return "it has not ended"
    except RecallError as error:
        return f"the session ended: {ascii(str(error))[:200]}"
    except Exception as error:
        return described(error)
    if bad := harmful(said.replace("\r", "")):
        return f"to the terminal: {bad}"
    return home.doctor() if seed % 10 == 0 else ""


def _key(random: Random) -> str:
    return random.choice(_KEYS) if chance(random, 0.8) else hostile_text(random)[:1] or "x"


def _answer(random: Random) -> str | None:
    """Return a line that is typed; None for Escape."""
    if chance(random, 0.1):
        return None
    text = hostile_text(random, _USUAL).encode("utf-8", "replace").decode()
    return text.replace("\n", " ").replace("\r", " ")
