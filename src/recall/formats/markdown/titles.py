"""Cleans titles: removes markup and leftovers around links."""

import re
from functools import lru_cache

from recall.domain.lists.link_text import says_something
from recall.formats.markdown.works.citing.books import book_in
from recall.lazy_regex import lazy_regex

ESCAPED_STAR = "\ufdd0"
"""Replaces a `*` that the person escaped, so that `clean` keeps it."""

# Control, invisible and surrogate characters. Joiners stay, because emoji need them.
_INVISIBLE = re.compile(
    r"[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u00ad\u200b\u200e\u200f\u202a-\u202e"
    r"\u2060-\u2069\ud800-\udfff\ufeff\ufdd1-\ufdef\ufffe\uffff]"
)
_WIKI_LINK = re.compile(r"\[\[(?:[^\[\]|]{1,200}\|)?([^\[\]|]{1,200})\]\]")
_STARS = re.compile(r"\*+")
_STAR_LETTER = re.compile(r"(?<![A-Za-z0-9])[A-Za-z]\Z")
_HIGHLIGHT = re.compile(r"==(?=\S)([^=]{1,300})(?<=\S)==")
"""`==A title==`, as Obsidian and others mark what is important."""

_EMOJI_CODE = re.compile(r":[a-z][a-z0-9_+-]{1,40}:")
_ACCOUNT = re.compile(r"\A\s*@[\w.-]+\s*(?:['’]s\b\s*|\Z)")
_NUMBER = re.compile(
    r"\s*(?:\[\d{1,4}\]|\(\d{1,4}\)|\d{1,3}\s*(?:[.、)）](?!\d)|(?=《))|\d{1,2}\.\d{1,2}\s)\s*"
)
_DECORATION = re.compile(
    '^(?:[🎧🎙🎥📹📺🎬📖📚📄📝📰🔥⭐🌟✨🚀👍📌💥🎉🆕❗‼👉]\ufe0f?\\s*)+(?=\\w|[\\[(（【《「"“])'
)
"""Signs before a title that say what it is, or how its list values it."""

_SIGN_FIRST = re.compile(r"\A(?:[\u2190-\u2bff\U0001f000-\U0001faff]\ufe0f?\s*)+(?=\w)")
"""Any other sign before a title: `⏳ A title`."""

_NOTHING_LEFT = re.compile(r"[\[(（【]\s+[\])）】]")
"""Brackets of a link that led nowhere."""

_QUOTED = re.compile(r'[.,:，：]\s*["“]([^"“”]{4,300})["”](?!:\s[^\W\d_])')
_QUOTED_ONCE = lazy_regex(r"[.,:，：]\s*‘(.{4,300}?)’(?=[.,;，。]|\s*[(（]|\Z)")
_IN_GUILLEMETS = lazy_regex(
    r"[.,:，：–—]\s*(?:[«]([^«»]{4,300})»|„([^„“”]{4,300})[“”]|»([^«»]{4,300})«)(?=[.,;，。\s(（]|$)"
    r"|[.,:，：]\s*『([^『』]{2,300})』(?![\u3040-\u309f])"
)
_DOTTED = re.compile(r"\s*[.][A-Z]{2}")
"""A name that begins with a period: `.NET`."""

_SENTENCE_END = re.compile(r"[。！？!?]\s*|\.\s+")
_STAR_PASSES = 3
"""One star less may make another a stray."""
_ALWAYS_EMPHASIS = 3
"""From this many stars in a row on, they are always emphasis."""

_LEAST_WORDS, _LEAST_HAN = 2, 4
_LONG = 200
_SHORTEST = 20
"""Characters of a first sentence that is a title."""
_LONGEST_SENTENCE = 1_000

_QUOTES = ('"', "“", "”", "„")
_STARS_OF_A_RATING = " ★☆⭐"
_DAY_BEFORE = re.compile(r"\A(?:19|20)\d\d-\d\d-\d\d\s*[-–—:|·]\s*(?=\S)")
"""A day before a title: `2021-06-18 — A title`."""

_PAIR = 2
_OPEN = " -–—:：|｜·,，、;；→➡⇒👉👇=>/／\\([（【{<《「\ufe0f"
_SHUT = " -–—:：|｜·,，、。;；→=>/\\)]）】}>》」."


def clean(text: str) -> str:
    """Return a title on one line, without control characters and stray asterisks."""
    line = " ".join(_INVISIBLE.sub("", text).split())
    for _ in range(_STAR_PASSES if "*" in line else 0):
        line = " ".join(_without_stars(line).split())
    if "==" in line:
        line = _HIGHLIGHT.sub(r"\1", line)
    if "[[" in line:
        line = _WIKI_LINK.sub(r"\1", line)
    return line.replace(ESCAPED_STAR, "*")


@lru_cache(maxsize=1024)  # asked several times of one link
def label(text: str) -> str:
    """Return the text of a link as a title, without brackets or quotes around the whole of it."""
    title = _unquoted(_DECORATION.sub("", clean(text)).lstrip(">» ").removeprefix("# "))
    if title.startswith("{") and title.endswith("}"):
        title = title.strip("{} ") or title
    inner = title[1:-1].strip()
    wrapped = title.startswith("[") and title.endswith("]") and not set(inner) & set("[]")
    return inner if wrapped and inner else title


def from_text(text: str) -> str:
    """Return the title in the text around a link, without number, authors and the rest."""
    line = without_account(clean(_NOTHING_LEFT.sub(" ", _EMOJI_CODE.sub(" ", clean(text)))))
    line = _SIGN_FIRST.sub("", line.removeprefix("* "))
    number = _NUMBER.match(line)
    line = line[number.end() :] if number else line
    patterns = (_QUOTED, _QUOTED_ONCE, _IN_GUILLEMETS)
    quoted = next(filter(None, (each.search(":" + line) for each in patterns)), None)
    inner = next(filter(None, quoted.groups()), "") if quoted else ""
    if says_something(inner):
        line = inner
    elif book := book_in(line.rstrip(_OPEN)) or book_in(line):
        line = book
    elif len(line) > _LONG:
        line = _last_sentence(line)
    return trim(line)


def _unquoted(title: str) -> str:
    """Return a title without quotation marks around the whole of it, or one that nothing closes."""
    if title.startswith("«") and title.endswith("»") and title.count("«") == 1:
        return title[1:-1].strip() or title
    if not title.startswith(_QUOTES):
        return title
    marks = sum(map(title.count, _QUOTES))
    around = marks == 1 or (marks == _PAIR and title.endswith(_QUOTES))
    return (around and title.strip("".join(_QUOTES)).rstrip(",")) or title


def without_codes(text: str) -> str:
    """Return a text without the codes of emoji, such as `:fire:`."""
    return " ".join(_EMOJI_CODE.sub(" ", text).split()) if ":" in text else text


def without_account(text: str) -> str:
    """Return a text without the name of an account that it begins with: `@ann's Trees`."""
    return _ACCOUNT.sub("", text) if "@" in text else text


def from_heading(text: str) -> str:
    """Return the title of a heading without number and quotes: `3. A title`, `"A title"`."""
    text = dated_last if (dated_last := _DAY_BEFORE.sub("", text)) else text
    number = _NUMBER.match(text)
    told = number and says_something(text[number.end() :])
    return _unquoted(text[number.end() :] if number and told else text)


def has_words(text: str) -> bool:
    """Return whether a text has as many words, or Chinese characters, as a title has at least."""
    words = [word for word in text.split() if any(map(str.isalnum, word))]
    return len(words) >= _LEAST_WORDS or len(re.findall(r"[^\x00-\u2fff]", text)) >= _LEAST_HAN


def trim(text: str) -> str:
    """Return a title without what led to a link or followed it."""
    return label(without_separators(text))


def without_separators(text: str) -> str:
    """Strip separators, unpaired brackets and a full stop."""
    line = text.rstrip(_OPEN).rstrip(" ⭐🌟") or text.rstrip(_OPEN)
    line = line.lstrip(_SHUT.rstrip(".") if _DOTTED.match(line) else _SHUT)
    line = line.removeprefix("[") if "]" not in line else line
    if line.endswith((".", "。")) and not line.endswith(".."):
        line = line[:-1]
    return line


def is_rating(text: str) -> bool:
    """Return whether a text is nothing but stars: `★★★☆☆`."""
    return bool(text.strip()) and not without_rating(text)


def without_rating(text: str) -> str:
    """Return a text without the stars at its end."""
    return text.rstrip(_STARS_OF_A_RATING)


def short(text: str) -> tuple[str, str]:
    """Return a title that is short enough to be one, and the rest of a text that was a paragraph.

    It is the first sentence, or else what stands before a space near the limit.
    """
    if len(text) > _LONG:
        ends = [end.start() + 1 for end in _SENTENCE_END.finditer(text[:_LONG])]
        cut = next((end for end in ends if end >= _SHORTEST), None) or text.rfind(" ", 0, _LONG)
        cut = cut if cut >= _SHORTEST else _LONG
        text, rest = text[:cut], text[cut:].strip()
    else:
        rest = ""
    return text.rstrip("：: ") or text, rest


def _last_sentence(text: str) -> str:
    """Return the last sentence of a paragraph, which leads to the link."""
    text, start = text[-_LONGEST_SENTENCE:], 0
    for end in _SENTENCE_END.finditer(text):
        if says_something(text[end.end() :]):
            start = end.end()
    return text[start:]


def _without_stars(text: str) -> str:
    inner = text.strip("* ")
    if text.startswith(inner + "*") and _STAR_LETTER.search(inner.replace("*", "")):
        inner += "*"
    return _STARS.sub(_star, inner)


def _star(found: re.Match[str]) -> str:
    """Keep meaningful stars: `A*`, `C*-algebra`, `a * b`, `5*5`, `2**3`."""
    text = found.string
    start, end = found.span()
    before, after = text[max(0, start - 8) : start].replace("*", "")[-2:], text[end : end + 1]
    if len(found.group()) >= _ALWAYS_EMPHASIS:
        return ""
    if before[-1:].isdigit() and after.isdigit():
        return found.group()
    single = len(found.group()) == 1
    spaced = before[-1:] == " " and after == " "
    named = _STAR_LETTER.search(before) is not None
    between = before[-1:].isalnum() and after.isalnum()
    return "*" if single and (spaced or named or between) else ""
