"""Reads an HTML page: trafilatura finds its article, title and date."""

import json
import re
from collections.abc import Iterator
from contextlib import suppress
from typing import Any

from recall.fetching.reading.decoding import decoded

_SPOKEN = re.compile(r"P(?:(\d+)D)?T?(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?", re.IGNORECASE)
"""A duration as schema.org writes it: PT1H2M3S."""

_VIDEO, _ARTICLE = "video", "article"


def read(data: bytes, charset: str, url: str) -> Iterator[dict[str, Any]]:
    """Give what the page says: title, text, language, date, kind, seconds, has_password.

    What stands in its head comes first, and all of it once the text is found.
    """
    import trafilatura

    text = decoded(data, charset)
    tree = trafilatura.load_html(text)
    if tree is None:
        yield {}
        return
    about = {
        "language": tree.get("lang") or tree.get("{http://www.w3.org/XML/1998/namespace}lang"),
        "seconds": _seconds(tree),
        "has_password": bool(tree.xpath('//input[@type="password"]')),
        "title": " ".join("".join(tree.xpath("//head/title[1]//text()")).split()),
    }
    yield dict(about)
    found: Any = trafilatura.bare_extraction(
        text,
        url=url,
        with_metadata=True,
        include_comments=False,
        date_extraction_params={"original_date": True, "extensive_search": False},
    )
    if found is not None:
        yield about | {
            "title": found.title or about["title"],
            "text": found.text or "",
            "published_on": found.date,
            "kind": _kind(found.pagetype),
        }


def _kind(said: str | None) -> str | None:
    """Return the kind that a page says in og:type; `website` says nothing."""
    kind = (said or "").partition(".")[0].lower()
    return kind if kind in (_VIDEO, _ARTICLE) else None


def _seconds(tree: Any) -> float | None:
    """Return the length of the video that a page is about, in seconds."""
    for said in tree.xpath('//meta[@property="video:duration"]/@content'):
        if said.strip().isdecimal():
            return float(said)
    spoken = [*tree.xpath('//meta[@itemprop="duration"]/@content'), *_linked_durations(tree)]
    return next((seconds for text in spoken if (seconds := _spoken_seconds(text))), None)


def _spoken_seconds(said: str) -> float | None:
    parts = _SPOKEN.fullmatch(said.strip())
    if parts is None or not any(parts.groups()):
        return None
    days, hours, minutes, seconds = (float(part or 0) for part in parts.groups())
    return ((days * 24 + hours) * 60 + minutes) * 60 + seconds


def _linked_durations(tree: Any) -> Iterator[str]:
    """Give the durations of videos in the page's JSON-LD."""
    waiting: list[Any] = []
    for script in tree.xpath('//script[@type="application/ld+json"]/text()'):
        with suppress(ValueError, RecursionError):
            waiting.append(json.loads(script))
    while waiting:
        thing = waiting.pop()
        if isinstance(thing, list):
            waiting += thing
        elif isinstance(thing, dict):
            waiting += thing.values()
            said = thing.get("duration")
            if "VideoObject" in _types(thing) and isinstance(said, str):
                yield said


def _types(thing: dict[str, Any]) -> list[Any]:
    said = thing.get("@type")
    return said if isinstance(said, list) else [said]
