"""Lives a year with a memory several times better or worse: `python -m bench.year LIST.md`.

Each person does so twice, with dates by their own memory and by the average person's.
"""

import argparse
from collections.abc import Sequence
from itertools import product
from math import inf
from multiprocessing import Pool
from pathlib import Path
from statistics import fmean, stdev
from tempfile import TemporaryDirectory

from bench.year.measures import Year
from bench.year.person import Person, dates
from testing.commands.command_line import CommandLine

_MEASURES = ("revisits", "recalled", "at_due", "minutes", "read", "kept", "kept_at_end")


def main() -> None:
    """Print the measures of each factor, and what the commands said to the first person."""
    options = _options()
    for factor in options.factors:
        cases = list(
            product([options.list], [factor], range(options.people), (True, False), [options.days])
        )
        with Pool(options.workers) as pool:
            lived = pool.starmap(live, cases, chunksize=1)
        _print(factor, lived[::2], lived[1::2])


def live(reading_list: Path, factor: float, seed: int, personal: bool, days: int) -> Year:  # noqa: FBT001 - starmap gives no names
    """Live the days of one person with a new library."""
    with TemporaryDirectory(prefix="recall-") as folder, dates(personal=personal):
        return Person(CommandLine(Path(folder)), reading_list, factor, seed).lives(days)


def _print(factor: float, own: Sequence[Year], average: Sequence[Year]) -> None:
    print(f"\nmemory {factor:.2f} times the average one's, {len(own)} people")
    print(f"{'':14}{'own dates':>12}{'average':>12}{'difference':>18}")
    for name in _MEASURES:
        mine, theirs = ([float(getattr(year, name)) for year in some] for some in (own, average))
        change = [one - other for one, other in zip(mine, theirs, strict=True)]
        error = stdev(change) / len(change) ** 0.5 if len(change) > 1 else 0.0
        print(
            f"{name:14}{fmean(mine):12.3f}{fmean(theirs):12.3f}{fmean(change):+10.3f} ±{error:.3f}"
        )
    told = [year.told_after or inf for year in own]
    print(f"said so after revisits: {' '.join(f'{count:.0f}' for count in sorted(told))}")
    said = own[0].said
    if said is not None:
        print(f"\nafter 50 revisits, on day {said.day}:", *said[1:], sep="\n")
    healthy = sum("is healthy" in year.doctor for year in (*own, *average))
    print(f"doctor: {healthy} of {len(own) + len(average)} libraries are healthy")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m bench.year", description=(__doc__ or "").partition("\n")[0]
    )
    parser.add_argument("list", type=Path, help="a reading list with some things read")
    parser.add_argument("--factors", nargs="+", type=float, default=(3.0, 1 / 3))
    parser.add_argument("--people", type=int, default=4, help="of each factor")
    parser.add_argument("--days", type=int, default=365)
    parser.add_argument("--workers", type=int, default=2, help="processes")
    return parser.parse_args()


if __name__ == "__main__":
    main()
