"""A small file of each format, and of each program's dialect of it."""

from testing.samples import bookmarks, prose
from testing.samples.sample import Sample

SAMPLES: tuple[Sample, ...] = (*bookmarks.SAMPLES, *prose.SAMPLES)
