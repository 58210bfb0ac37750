"""Processor time of a piece of work in a forked process, and how it grows.

A forked process has everything loaded, so the start of Python is not in the time. What the same
work takes with nearly nothing is taken off too.
"""

import gc
import math
import os
import shutil
import sys
import time
import traceback
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

Work = Callable[[Path], object]
"""What is measured: it finds what it needs in a folder, and may change it."""

TINY = 8
"""A size at which a work takes no longer than its start."""

LEAST_SECONDS = 0.01
"""Less than this beyond the start counts as this: it is noise."""

LIMIT = 1.2
"""An exponent above this is a defect."""

UPPER = 3
"""The sizes, from the largest down, between which the exponent is taken."""


class Axis(NamedTuple):
    """What grows: its name and sizes, how a folder of a size is made, and what is done in it."""

    name: str
    sizes: Sequence[int]
    make: Callable[[Path, int], None]
    works: Mapping[str, Work]


class Growth(NamedTuple):
    """Seconds of a work at each size, without its start."""

    axis: str
    work: str
    sizes: Sequence[int]
    seconds: Sequence[float]

    @property
    def exponent(self) -> float:
        """The slope of the logarithm of time against that of size, over the upper sizes."""
        return slope(self.sizes[-UPPER:], self.seconds[-UPPER:])


def slope(sizes: Sequence[int], seconds: Sequence[float]) -> float:
    """Return the exponent between the first and the last size."""
    grown = max(seconds[-1], LEAST_SECONDS) / max(seconds[0], LEAST_SECONDS)
    return math.log(grown) / math.log(sizes[-1] / sizes[0])


def measured(axis: Axis, folder: Path, rounds: int, only: Callable[[str], bool]) -> list[Growth]:
    """Return how each work of an axis grows."""
    works = {name: work for name, work in axis.works.items() if only(f"{axis.name}: {name}")}
    if not works:
        return []
    starts, *times = [_at(axis, size, folder, works, rounds) for size in (TINY, *axis.sizes)]
    return [
        Growth(axis.name, name, axis.sizes, [max(0.0, time[name] - starts[name]) for time in times])
        for name in works
    ]


def _at(
    axis: Axis, size: int, folder: Path, works: Mapping[str, Work], rounds: int
) -> dict[str, float]:
    """Return the least seconds of each work at a size."""
    made, place = folder / "made", folder / "place"  # paths in a library stay as they are
    for left in (made, place):
        shutil.rmtree(left, ignore_errors=True)
    place.mkdir()
    _silently(lambda place: axis.make(place, size), place)
    place.rename(made)
    if size == TINY:
        for work in works.values():  # loads what they load
            _fresh(made, place)
            _silently(work, place)
    return {name: min(_times(work, made, place, rounds)) for name, work in works.items()}


def _times(work: Work, made: Path, place: Path, rounds: int) -> list[float]:
    times = []
    for _ in range(rounds):
        _fresh(made, place)
        times.append(_forked(work, place))
    return times


def _fresh(made: Path, place: Path) -> None:
    shutil.rmtree(place, ignore_errors=True)
    shutil.copytree(made, place)


def _forked(work: Work, place: Path) -> float:
    """Return the processor seconds of a work in a child; SystemExit if it fails."""
    gc.collect()
    gc.freeze()  # so that the child's collections do not look at what its parent has
    reading, writing = os.pipe()
    child = os.fork()
    if not child:
        _be_the_child(work, place, writing)
    os.close(writing)
    with os.fdopen(reading) as told:
        text = told.read()
    os.waitpid(child, 0)
    if not text:
        raise SystemExit(f"this failed in {place}")
    return float(text)


def _be_the_child(work: Work, place: Path, writing: int) -> None:
    code = 1
    try:
        began = time.process_time()
        _silently(work, place)
        os.write(writing, str(time.process_time() - began).encode())
        code = 0
    except BaseException:
        traceback.print_exc()
    finally:
        os._exit(code)


def _silently(work: Work, place: Path) -> None:
    """Do a work with standard output thrown away."""
    before = sys.stdout
    with open(os.devnull, "w", encoding="utf-8") as nowhere:
        sys.stdout = nowhere
        try:
            work(place)
        finally:
            sys.stdout = before
