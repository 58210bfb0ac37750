"""Times inside videos: `youtu.be/ID?t=1m30s` begins at second 90."""

import re
from urllib.parse import parse_qsl, urlsplit

from recall.formats.url_identity import canonical_url

VIDEOS = ("https://youtube.com/watch?", "https://bilibili.com/video/", "https://vimeo.com/")
"""How the identities of videos begin whose links can have a time."""

TIME_NAMES = ("t", "start", "time_continue")

_TIME = re.compile(r"(?:(\d{1,4})h)?(?:(\d{1,5})m)?(?:(\d{1,7})s?)?(?:\.\d+)?", re.ASCII)


def moment(url: str) -> int | None:
    """Return the second at which a video's link begins; None for its beginning, and for others."""
    if not _names_time(url) or not canonical_url(url).startswith(VIDEOS):
        return None
    parts = urlsplit(url)
    given = [*parse_qsl(parts.query, max_num_fields=100), *parse_qsl(parts.fragment)]
    found = next((value for name, value in given if name in TIME_NAMES), "")
    read = _TIME.fullmatch(found)
    if read is None:
        return None
    hours, minutes, seconds = (int(number or 0) for number in read.groups())
    return (hours * 60 + minutes) * 60 + seconds or None


def _names_time(url: str) -> bool:
    """Return whether a link may name a time; most do not, and need not be taken apart."""
    return any(f"{name}=" in url for name in TIME_NAMES) or "%" in url


def at_moment(canonical: str, second: int) -> str:
    """Return the identity of what begins at a second of a video."""
    return f"{canonical}#t={second}"


def identities(url: str) -> list[str]:
    """Return the identities that a link may have, the narrowest first."""
    canonical, second = canonical_url(url), moment(url)
    return [canonical] if second is None else [at_moment(canonical, second), canonical]
