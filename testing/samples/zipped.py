"""Exports that come as a zip."""

import zipfile
from io import BytesIO

from testing.samples import columns, objects
from testing.samples.sample import Sample


def zipped(files: dict[str, str | bytes]) -> bytes:
    """Return the bytes of a zip, the same on each day."""
    data = BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in files.items():
            archive.writestr(zipfile.ZipInfo(name, (2024, 1, 1, 0, 0, 0)), text)
    return data.getvalue()


BELOW = ("files in folders below that are not read: 1",)
NOTE = '[{"url": "https://example.org/c", "title": "Banks", "highlights": []}]'

SAMPLES = (
    Sample(
        "pocket.zip",
        "csv",
        zipped({"part_000000.csv": columns.POCKET, "annotations/part_000000.json": NOTE}),
        columns.SAMPLES[0].items,
        remarks=BELOW,
    ),
    Sample(
        "omnivore.zip",
        "json",
        zipped({"metadata_0_to_20.json": objects.OMNIVORE, "content/warps.html": "<p>x</p>"}),
        objects.SAMPLES[3].items,
        remarks=BELOW,
    ),
)
