"""Prints the scores: a table of means, the kinds of memory, and the paired differences."""

from collections.abc import Iterator, Mapping

from bench.lived.compare import Score, difference
from bench.lived.diary import Measures

_LABELS = {
    "read_by_30": "read by day 30",
    "read_by_60": "read by day 60",
    "read_by_120": "read by day 120",
    "read_by_180": "read by day 180",
    "kept": "kept, mean of the days",
    "kept_at_end": "kept at the end",
    "mean_late": "days late, mean",
    "late_95": "days late, 95 % within",
    "longest_late": "days late, longest",
    "mean_wait": "wait of a begun reading, mean",
    "longest_wait": "wait of a begun reading, longest",
    "without_reading": "days of work without reading, %",
    "minutes": "minutes used",
    "revisits": "revisits",
    "recalled": "of them recalled, %",
    "vanished": "planned things that vanished",
    "unplanned": "unplanned things that came in",
    "early_minutes": "minutes on what was read before",
    "second_recall": "its recall at the second date, %",
}
_SHARES = {"without_reading", "recalled", "second_recall"}
_WIDTH = 33
_DRIVERS_ABREAST = 6


def as_json(scores: Mapping[str, Score]) -> dict[str, object]:
    """Return the scores as one object; fields are only ever added."""
    reference = next(iter(scores))
    drivers = {
        name: {
            "measures": {field: round(score.mean(field), 3) for field in Measures._fields},
            "differences": {
                field: [round(value, 3) for value in difference(score, scores[reference], field)]
                for field in Measures._fields
            },
        }
        for name, score in scores.items()
    }
    return {"schema": 1, "reference": reference, "drivers": drivers}


def print_tables(scores: Mapping[str, Score]) -> None:
    """Print a few drivers abreast: means first, then differences to the reference."""
    reference = next(iter(scores))
    others = [name for name in scores if name != reference]
    for first in range(0, max(1, len(others)), _DRIVERS_ABREAST - 1):
        abreast = [reference, *others[first : first + _DRIVERS_ABREAST - 1]]
        print(_line("", [name[-14:] for name in abreast]))
        for line in _lines({name: scores[name] for name in abreast}):
            print(line)
        print()


def _lines(scores: Mapping[str, Score]) -> Iterator[str]:
    reference = next(iter(scores))
    truths = list(dict.fromkeys(scores[reference].memories))
    for name, label in _LABELS.items():
        yield _line(label, [_mean(score, name) for score in scores.values()])
    for memory in truths:
        kept = [score.mean("kept", memory) for score in scores.values()]
        yield _line(f"kept, {memory} memories", [f"{value:.1f}" for value in kept])
    yield f"\ndifferences to {reference}, ± standard error"
    for name, label in _LABELS.items():
        yield _line(
            label, [_difference(score, scores[reference], name) for score in scores.values()]
        )
    for memory in truths:
        changes = [
            _difference(score.of(memory), scores[reference].of(memory), "kept")
            for score in scores.values()
        ]
        yield _line(f"kept, {memory} memories", changes)


def _mean(score: Score, name: str) -> str:
    value = score.mean(name)
    return (
        f"{100 * value:.1f}"
        if name in _SHARES
        else f"{value:.1f}"
        if value < 1000
        else f"{value:.0f}"
    )


def _difference(score: Score, reference: Score, name: str) -> str:
    if score == reference:
        return ""
    scale = 100 if name in _SHARES else 1
    mean, error = difference(score, reference, name)
    return f"{scale * mean:+.1f} ±{scale * error:.1f}"


def _line(label: str, cells: list[str]) -> str:
    return f"{label:{_WIDTH}}" + "".join(f"{cell:>16}" for cell in cells)
