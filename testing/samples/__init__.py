"""A small file of each format, and of each program's dialect of it."""

from testing.samples import (
    bookmarks,
    columns,
    objects,
    outlines,
    prose,
    references,
    texts,
    zipped,
)
from testing.samples.sample import Sample

SAMPLES: tuple[Sample, ...] = (
    *bookmarks.SAMPLES,
    *columns.SAMPLES,
    *objects.SAMPLES,
    *zipped.SAMPLES,
    *references.SAMPLES,
    *outlines.SAMPLES,
    *texts.SAMPLES,
    *prose.SAMPLES,
)
