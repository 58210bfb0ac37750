"""Takes the library out as a file, in each format of `recall export`."""

from starlette.responses import Response

from recall.usecases.upkeep.exporting import chosen, collected
from recall.web.pages.endpoint import Page
from recall.web.pages.page_request import PageRequest

_TYPES = {
    "json": "application/json",
    "markdown": "text/markdown",
    "csv": "text/csv",
    "csv-reviews": "text/csv",
    "ics": "text/calendar",
    "anki": "text/plain",
}
_ENDINGS = {"markdown": "md", "csv-reviews": "csv", "anki": "txt"}


def download(asked: PageRequest) -> Response:
    """Send the library as a file; BadInput for a format that there is not."""
    export = chosen(None, asked.query("format") or "json")
    text = export.writes(collected(asked.context))
    part = "reviews" if export.name == "csv-reviews" else "library"
    ending = _ENDINGS.get(export.name, export.name)
    name = f"recall-{part}-{asked.context.today.isoformat()}.{ending}"
    headers = {"content-disposition": f'attachment; filename="{name}"'}
    return Response(text, headers=headers, media_type=_TYPES.get(export.name, "text/plain"))


EXPORT_PAGES = (Page("GET", "/export", download),)
