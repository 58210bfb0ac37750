"""Numbers as titles write them: 3, 十二, IV, two, ①, 上."""

import re

HAN = "〇零一二两三四五六七八九十百"
HALVES = "上中下"
NUMBER_WORDS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
ROMANS = tuple(
    tens + ones
    for tens in ("", "X")
    for ones in ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X")
)

_DIGITS = {character: value for value, character in enumerate("零一二三四五六七八九")}
_DIGITS |= {"〇": 0, "两": 2}
_UNITS = re.compile(
    r"(?:(?P<hundreds>[一二两三四五六七八九]?)百)?零?(?:(?P<tens>.?)十)?(?P<ones>.?)"
)

_TABLE = {word: value for value, word in enumerate(NUMBER_WORDS, 1)}
_TABLE |= {roman.casefold(): value for value, roman in enumerate(ROMANS, 1)}
_TABLE |= {half: value for value, half in enumerate(HALVES, 1)}
_TABLE |= {chr(0x2460 + n): n + 1 for n in range(20)}  # ① to ⑳
_TABLE |= {chr(0x2170 + n): n + 1 for n in range(12)}  # ⅰ to ⅻ, to which Ⅰ to Ⅻ casefold


def number_of(text: str) -> int | None:
    """Return the number a numeral stands for, None if it is not one; 上, 中, 下 are 1, 2, 3."""
    if text.isascii() and text.isdigit():
        return int(text)
    value = _TABLE.get(text.casefold())
    return han_number(text) if value is None else value


def han_number(text: str) -> int | None:
    """Read a Chinese numeral up to 999, counted (二十三) or digit by digit (二三)."""
    if text and all(character in _DIGITS for character in text):
        return int("".join(str(_DIGITS[character]) for character in text))
    match = _UNITS.fullmatch(text)
    if not text or match is None:
        return None
    places = (_digit(match[name]) for name in ("hundreds", "tens"))
    ones = _DIGITS.get(match["ones"], None if match["ones"] else 0)
    hundreds, tens = places
    if hundreds is None or tens is None or ones is None:
        return None
    return 100 * hundreds + 10 * tens + ones


def _digit(text: str | None) -> int | None:
    """Read the digit before 百 or 十: None (no such place) is 0, empty is 1."""
    if text is None:
        return 0
    return _DIGITS.get(text) if text else 1
