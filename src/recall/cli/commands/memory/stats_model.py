"""What `recall stats --model` shows: the measures of the memory model, with a sentence each."""

from collections.abc import Iterator, Sequence

from recall.cli.commands.memory.stats_tables import SHARE
from recall.cli.output.plot import bar
from recall.cli.output.prose import paragraph
from recall.cli.output.screen import Screen
from recall.cli.output.table import Column, rows
from recall.domain.memory.accuracy import Accuracy, Band
from recall.domain.text.wording import counted, percent
from recall.usecases.memory.plain_statistics import KeptNow
from recall.usecases.memory.statistics import Statistics

_ACCURACY = (
    Column("predicted", right=True),
    Column("recalled", right=True),
    Column("", style="good", priority=2),
    Column("95 % interval", priority=3, style="dim"),
    Column("revisits", right=True),
)


def print_model(screen: Screen, counts: Statistics) -> None:
    """Print predicted and actual recall, and what measures the model."""
    accuracy = counts.accuracy
    dates = f"{counts.first.isoformat()} to {counts.today.isoformat()}"
    paragraph(screen, f"The memory model, {dates}", style="heading")
    for name, text in _measures(accuracy, counts.told.kept):
        paragraph(screen, text, label=f"{name:>9}  ")
    if accuracy.bands:
        screen.write()
        _print_bands(screen, accuracy)


def _measures(accuracy: Accuracy, kept: KeptNow) -> Iterator[tuple[str, str]]:
    if accuracy.log_loss is None or accuracy.rmse is None:
        yield "predicted", "no revisit in these weeks came a day or more after a grade"
    else:
        predicted, recalled = accuracy.predicted or 0.0, accuracy.recalled or 0.0
        of = counted(accuracy.revisits, "revisit")
        yield (
            "predicted",
            f"{percent(predicted)} of {of} to be recalled, and {percent(recalled)} were",
        )
        yield (
            "log loss",
            f"{accuracy.log_loss:.3f}, and {accuracy.log_loss_constant:.3f} for the best single "
            "number: what a prediction costs on average, more the surer it was and wrong; "
            "lower is better",
        )
        yield (
            "RMSE",
            f"{100 * accuracy.rmse:.1f} points: how far the recall of the rows below is from "
            "what was predicted, on average",
        )
    if kept.stability is not None:
        yield (
            "stability",
            f"{counted(round(kept.stability), 'day')} in the middle of "
            f"{counted(kept.graded, 'graded resource')}: so long after a grade, recall has fallen "
            "to 90 %",
        )


def _print_bands(screen: Screen, accuracy: Accuracy) -> None:
    """Print a row for each range of predictions."""
    held = [_band_row(screen, band) for band in accuracy.bands if band.revisits]
    for line in rows(screen, _ACCURACY, held, heading=True):
        screen.write(line)
    paragraph(
        screen,
        "The stroke in a bar marks the prediction. The model is off in a row only if the "
        "prediction is outside the interval.",
        style="dim",
    )


def _band_row(screen: Screen, band: Band) -> Sequence[str]:
    predicted, recalled = band.predicted or 0.0, band.recalled or 0.0
    low, high = band.recalled_low or 0.0, band.recalled_high or 0.0
    return [
        percent(predicted),
        percent(recalled),
        bar(recalled, SHARE, utf8=screen.utf8, track=True, mark=predicted),
        f"{100 * low:.0f} to {percent(high)}",
        str(band.revisits),
    ]
