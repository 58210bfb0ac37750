"""A kind of fault, and one trial of it."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path
from typing import NamedTuple


class Trial(NamedTuple):
    """What was done, in a line, and what went wrong, or nothing if recall held."""

    did: str
    wrong: str = ""


class Kind(NamedTuple):
    """A kind of fault that can be done again and again, each time in another way.

    `opened` takes an empty folder and yields a function that does one trial. The trial's number,
    its seed, decides everything that chance decides, so the same seed does the same again,
    whichever trials came before. What is dear to build is built when the kind is opened.

    `full` is how many trials `python -m bench.faults` does, `few` how many the tests do. `lacks`
    says what this computer needs for it and has not, or ''.
    """

    name: str
    about: str
    full: int
    few: int
    opened: Callable[[Path], AbstractContextManager[Callable[[int], Trial]]]
    lacks: Callable[[], str] = str
