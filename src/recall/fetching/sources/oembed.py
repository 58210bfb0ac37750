"""oEmbed (https://oembed.com) of YouTube, which says a title, and of Vimeo, which says more."""

import re
from urllib.parse import urlencode

from recall.domain.pages.facts import PageFacts, minutes_of_seconds
from recall.fetching.sources.source import Unknown, as_object, text

_YOUTUBE = re.compile(
    r"https?://(?:(?:www\.|m\.|music\.)?youtube(?:-nocookie)?\.com/"
    r"(?:watch\?|live/|shorts/|embed/|v/|playlist\?)|youtu\.be/)\S+",
    re.IGNORECASE,
)
_VIMEO = re.compile(r"https?://(?:www\.|player\.)?vimeo\.com/(?:video/|channels/\w+/)?\d+", re.I)
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


def youtube(url: str) -> str | None:
    """Return what to ask for a video or a playlist of YouTube."""
    query = urlencode({"url": url, "format": "json"})
    return f"https://www.youtube.com/oembed?{query}" if _YOUTUBE.match(url) else None


def vimeo(url: str) -> str | None:
    """Return what to ask for a video of Vimeo."""
    query = urlencode({"url": url})
    return f"https://vimeo.com/api/oembed.json?{query}" if _VIMEO.match(url) else None


def read(body: bytes, url: str) -> PageFacts:
    """Read an embedding."""
    found = as_object(body)
    title, said = text(found.get("title")), found.get("duration")
    if not title:
        raise Unknown
    day = _DAY.match(text(found.get("upload_date")))
    seconds = said if isinstance(said, int | float) and said > 0 else None
    return PageFacts(
        title=title,
        kind=None if "/playlist" in url else "video",
        published_on=day[0] if day else None,
        minutes=None if seconds is None else minutes_of_seconds(seconds),
        text=text(found.get("description")),
    )


def no_text(_: str) -> str:
    """Return that the page of a video has no text to keep."""
    return ""
