"""Bilibili's view API: the title, date and length of a video, or of one of its parts."""

import re
from datetime import UTC, datetime, timedelta, timezone
from typing import Any

from recall.domain.pages.facts import PageFacts, minutes_of_seconds
from recall.fetching.sources.source import Unknown, as_object, text

_VIDEO = re.compile(
    r"https?://(?:www\.|m\.)?bilibili\.com/(?:video|s/video)/(?:(BV\w{10})|av(\d{1,12}))",
    re.IGNORECASE,
)
_PART = re.compile(r"[?&]p=(\d{1,4})(?:[&#]|$)")
_CHINA = timezone(timedelta(hours=8))


def address(url: str) -> str | None:
    """Return what to ask for a video."""
    found = _VIDEO.match(url)
    if found is None:
        return None
    query = f"bvid={found[1]}" if found[1] else f"aid={found[2]}"
    return f"https://api.bilibili.com/x/web-interface/view?{query}"


def read(body: bytes, url: str) -> PageFacts:
    """Read a video; of an address with a part, that part."""
    found = as_object(body)
    video = found.get("data")
    if found.get("code") != 0 or not isinstance(video, dict) or not text(video.get("title")):
        raise Unknown
    title, seconds = text(video["title"]), video.get("duration")
    if part := _part(video, url):
        name = text(part.get("part"))
        title = f"{title}: {name}" if name and name != title else title
        seconds = part.get("duration")
    return PageFacts(
        title=title,
        kind="video",
        published_on=_day(video.get("pubdate")),
        minutes=minutes_of_seconds(seconds) if isinstance(seconds, int) and seconds else None,
        text=text(video.get("desc")),
    )


def _part(video: dict[str, Any], url: str) -> dict[str, Any] | None:
    """Return the part that an address names, of a video that has several."""
    parts, said = video.get("pages") or [], _PART.search(url)
    if said is None or not parts[1:] or not 0 < int(said[1]) <= len(parts):
        return None
    found: dict[str, Any] = parts[int(said[1]) - 1]
    return found


def _day(seconds: object) -> str | None:
    """Return the date in China of an instant in seconds since 1970."""
    if not isinstance(seconds, int) or seconds <= 0:
        return None
    return datetime.fromtimestamp(seconds, UTC).astimezone(_CHINA).date().isoformat()
