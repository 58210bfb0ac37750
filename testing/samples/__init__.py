"""A small file of each format, and of each program's dialect of it."""

from testing.samples import prose
from testing.samples.sample import Sample

SAMPLES: tuple[Sample, ...] = (*prose.SAMPLES,)
