"""Takes passwords out of text that a person, a log or a page is to see."""

_MASK = "…"

# What stands for any user in recall's own advice is no user.
_OTHER = r"\b(?!(?i:https?|ftp|file|sqlite):)[A-Za-z][\w+.-]{1,30}:/{1,2}(?!/|(?i:user@host/))"
"""How an address begins that is no page's."""

_CUT = r"\b((?:[A-Za-z][\w+.-]{1,30}):/{1,2})(?!(?i:user@host/))[^\s:/?#@…]*"
"""How an address begins, up to the password behind its user."""

_USER = r"[^\s:/@'\"()]{0,60}"

_SHORT_PASSWORD = 6
"""A password with fewer characters may be a word that stands in the text by chance."""

_MOST_PASSWORDS = 20
"""Each is looked for in the whole text."""

_SHORTEST = 3
"""Pieces of a database URL that are shorter stand in many texts by chance."""


def masked(text: str, database_url: str = "") -> str:
    """Return text in which no address shows a user or a password, and no setting a password.

    A password that stands in an address is masked wherever else it stands too. With database_url
    nothing of its password and its query is repeated either: a driver quotes them in its errors.
    Idempotent.
    """
    is_cut = ":/" in text and _MASK in text
    if "@" not in text and "=" not in text and not is_cut and not database_url:
        return text
    pieces = _pieces(database_url)
    while (shorter := _once(text, pieces)) != text:  # what is left may be an address in turn
        text = shorter
    return text


def _once(text: str, pieces: list[str]) -> str:
    from re import escape, sub

    passwords = _passwords(text)
    for pattern, replacement in _patterns():
        text = sub(pattern, replacement, text)
    for piece in (*passwords, *pieces):
        text = sub(rf"(?<!\w){escape(piece)}(?!\w)", _MASK, text)
    return text


def _patterns() -> tuple[tuple[str, str], ...]:
    """Return what is taken out, each with what stands in its place.

    In a page's address it is what stands before the last @ of its host, or before an @ behind a
    port that is no number. In other addresses it is all up to the last @ of the line, since a
    password may hold a slash, a space or an @ of its own. An address may lack its scheme, or, if
    it was taken for a path, the second slash behind it. A long one may have been cut before its @.
    """
    web = r"(?i)\b((?:https?|ftp):/{1,2})"
    lone = rf"(?<!\w)(?!mailto:){_USER}:[^\s:/@'\"]{{1,200}}@"
    names = r"(?:ssl)?password|passwd|passphrase|pwd|secret|(?:access_?|api_?)?token"
    return (
        (rf"{web}(?:[^/?#\s]*|[^/?#\s:]*:(?!\d*(?:[/?#]|$))\S*)@", rf"\1{_MASK}@"),
        (rf"({_OTHER})[^\n]*@", rf"\1{_MASK}@"),
        (lone, f"{_MASK}@"),
        (rf"{_CUT}:(?!\d*(?:[/?#{_MASK}]|$))[^\s@{_MASK}]*{_MASK}", rf"\1{_MASK}"),
        (rf"(?i)\b({names})=(?:'[^'\n]*'|\"[^\"\n]*\"|[^\s&'\"]+)", rf"\1={_MASK}"),
    )


def _passwords(text: str) -> list[str]:
    """Return the passwords of the addresses in a text: a part of it may be an address again."""
    from re import findall

    found: list[str] = findall(rf"(?:{_OTHER}|(?<!\w)){_USER}:([^\s:/@'\"]+)@", text)
    long = dict.fromkeys(password for password in found if len(password) >= _SHORT_PASSWORD)
    return list(long)[:_MOST_PASSWORDS]


def _pieces(database_url: str) -> list[str]:
    """Return what is secret in a URL, as written and unquoted, the longest first."""
    if not database_url:
        return []
    from re import findall, split
    from urllib.parse import unquote

    before = database_url.partition("://")[2].rpartition("@")[0].partition(":")[2]
    values = findall(r"=([^&]+)", database_url.partition("?")[2])
    forms = {form for text in (before, *values) for form in (text, unquote(text))}
    pieces = forms.union(*(split(r"[\s:@/?&=]|-c", form) for form in forms))
    return sorted((piece for piece in pieces if len(piece) >= _SHORTEST), key=len, reverse=True)
