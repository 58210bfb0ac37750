"""Predicted against actual recall: on the diagonal both are the same."""

from collections.abc import Iterator, Sequence

from recall.domain.memory.accuracy import Accuracy, Band
from recall.domain.text.wording import percent
from recall.web.pictures.axes import Scale, floor_of, percent_lines, scale
from recall.web.pictures.picture import LEFT, RIGHT, KeyEntry, Picture, Shape, dot, label, stroke
from recall.web.words.words import PageWords

_TOP, _BOTTOM, _HEIGHT = 16, 336, 376
_LEAST, _MOST = 4.0, 11.0
_HALF_LABEL = 24


def calibration(words: PageWords, accuracy: Accuracy) -> Picture:
    """Draw the recall of each band of predictions at its mean prediction."""
    _ = words._
    title, bands = (
        _("Predicted and actual recall"),
        [band for band in accuracy.bands if band.revisits],
    )
    if not bands:
        empty = _("No revisit in these weeks came a day or more after a grade.")
        return Picture("calibration", title, empty)
    said = words.many(
        "%(predicted)s of %(num)d revisit predicted to be recalled, and %(recalled)s were.",
        "%(predicted)s of %(num)d revisits predicted to be recalled, and %(recalled)s were.",
        accuracy.revisits,
    ) % {
        "predicted": percent(accuracy.predicted or 0.0),
        "num": accuracy.revisits,
        "recalled": percent(accuracy.recalled or 0.0),
    }
    return Picture(
        name="calibration",
        title=title,
        says=said,
        height=_HEIGHT,
        shapes=list(_shapes(words, bands)),
        key=(
            KeyEntry(dot("recalled", (10, 10), 6), _("recalled; larger is more revisits")),
            KeyEntry(stroke("spread", (10, 0), (10, 20)), _("95 % interval")),
            KeyEntry(stroke("wanted", (0, 20), (20, 0)), _("recalled as predicted")),
        ),
        head=(_("predicted"), _("recalled"), _("95 % interval"), _("revisits")),
        rows=[_row(band) for band in bands],
    )


def _shapes(words: PageWords, bands: Sequence[Band]) -> Iterator[Shape]:
    shares = [share or 0.0 for one in bands for share in (one.predicted, one.recalled)]
    low = floor_of(shares)
    at, along = scale(low, 1.0, _BOTTOM, _TOP), scale(low, 1.0, LEFT, RIGHT - _HALF_LABEL)
    yield from percent_lines(low, at)
    for tenths in range(10, round(10 * low) - 1, -2):
        yield label("scale", (along(tenths / 10), _BOTTOM + 26), f"{10 * tenths} %")
    yield stroke("wanted", (along(low), at(low)), (along(1.0), at(1.0)))
    most = max(one.revisits for one in bands)
    for band in bands:
        yield from _drawn(words, band, at, along, size=(band.revisits / most) ** 0.5)


def _drawn(
    words: PageWords, band: Band, at: Scale, along: Scale, *, size: float
) -> Iterator[Shape]:
    predicted, recalled = band.predicted or 0.0, band.recalled or 0.0
    x = along(predicted)
    yield stroke("spread", (x, at(band.recalled_low or 0.0)), (x, at(band.recalled_high or 0.0)))
    told = words._("%(predicted)s predicted, %(recalled)s of %(num)d recalled") % {
        "predicted": percent(predicted),
        "recalled": percent(recalled),
        "num": band.revisits,
    }
    yield dot("recalled", (x, at(recalled)), _LEAST + size * (_MOST - _LEAST), told)


def _row(band: Band) -> Sequence[str]:
    return (
        percent(band.predicted or 0.0),
        percent(band.recalled or 0.0),
        f"{percent(band.recalled_low or 0.0)} – {percent(band.recalled_high or 0.0)}",
        str(band.revisits),
    )
