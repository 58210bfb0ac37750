"""Bilibili's videos: av numbers and BV names are two spellings of one number."""

import re

from recall.formats.sites.addresses import Address, key

# The site's own arithmetic, found by its users: https://github.com/SocialSisterYi/
# bilibili-API-collect/blob/master/docs/misc/bvid_desc.md
_LETTERS = "FcwAPNKTMug3GV5Lj7EJnHpWsx4tb8haYeviqBz6rkCy12mUSDQX9RdoZf"
_XOR = 23442827791579
_MOST = 1 << 51
_SWAPPED = ((3, 9), (4, 7))


def video(address: Address) -> Address | None:
    """Return a video by its BV name, in which case matters; the first part (p=1) is the video."""
    found = re.fullmatch(r"/video/(?:(BV[0-9A-Za-z]{10})|[aA][vV](\d{1,16}))", address.path)
    if not found:
        return None
    name = found[1] or _bv(int(found[2]))
    part = tuple(p for p in address.query if key(p) == "p" and p not in ("p=1", "p="))
    return Address("bilibili.com", f"/video/{name}", part)


def _bv(number: int) -> str:
    """Return the BV name of an av number; one too large for a name stays as it is."""
    if not 0 < number < _MOST:
        return f"av{number}"
    left = (_MOST | number) ^ _XOR
    letters: list[str] = []
    while left:
        left, digit = divmod(left, len(_LETTERS))
        letters.append(_LETTERS[digit])
    name = [*"BV1", *reversed(letters)]
    for one, other in _SWAPPED:
        name[one], name[other] = name[other], name[one]
    return "".join(name)
