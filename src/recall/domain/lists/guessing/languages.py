"""Guesses the language of a title: by its script, its small words, and the host of its link."""

import re
from collections import Counter
from collections.abc import Iterable
from functools import lru_cache

from recall.domain.lists.guessing.hosts import host_and_rest, is_one_of, names_of
from recall.domain.lists.guessing.kind_rules import CHINESE_HOSTS

_LONGEST = 500
"""Characters of a title that are looked at."""

_ENOUGH = 2
"""Signs of a language that a title in Latin letters needs; one may be a name (`Schrödinger`)."""

_KANA = re.compile(r"[\u3041-\u3096\u30a1-\u30fa]")
_HANGUL = re.compile(r"[\uac00-\ud7a3\u1100-\u11ff]")
_HAN = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U0003134f]")
_LATIN_WORD = re.compile(r"[A-Za-z\u00c0-\u024f]+")
_UKRAINIAN = re.compile("[іїєґІЇЄҐ]")
_ALPHABETS = (
    ("ru", re.compile(r"[\u0400-\u04ff]+")),
    ("el", re.compile(r"[\u0370-\u03ff]{2,}")),
    ("ar", re.compile(r"[\u0600-\u06ff]+")),
    ("he", re.compile(r"[\u0590-\u05ff]+")),
    ("th", re.compile(r"[\u0e00-\u0e7f]+")),
    ("hi", re.compile(r"[\u0900-\u097f]+")),
)

_WIKIPEDIA = re.compile(r"([a-z]{2})\.(?:m\.)?wikipedia\.org")
_SMALL_WORDS = {
    "en": "the of and to in for is are with how what why on an your from by at it you this that "
    "introduction guide",
    "es": "el los las del de la y en para con una un por que cómo qué sobre como su es más desde "
    "introducción guía",
    "fr": "le les des du de la et en pour avec une un par que comment sur dans aux est une au "
    "qu sans introduction pourquoi quoi quand où ces",
    "de": "der die das und für mit von ein eine einer im zur zum auf wie ist den dem des nicht "
    "über einführung warum wann was",
    "pt": "os as de do da dos das em para com uma um por que como não no na introdução guia",
    "it": "il lo gli di del della dei delle per con una un che come nel nella sul sulla "
    "introduzione",
    "nl": "het een en van voor met op de hoe zijn niet door naar wat inleiding",
    "pl": "w na do się jest jak dla o nie przez z oraz wprowadzenie",
    "tr": "ve bir için ile bu nasıl nedir giriş",
    "sv": "och för med en ett att är på av som hur från",
}
_SPELLINGS = {
    "es": re.compile(r"ción\b|ciones\b|ñ|¿|¡"),
    "fr": re.compile(r"\b[ldqjn]['’]\w|œ|ç|\bà\b|ê"),
    "de": re.compile(r"ß|ä|ö|ü"),
    "pt": re.compile(r"ção\b|ções\b|ã|õ"),
    "it": re.compile(r"zione\b|zioni\b|\b(?:dell|nell|sull|all|un)['’]"),
    "pl": re.compile(r"[łąęśżźć]"),
    "tr": re.compile(r"[ğşı]"),
    "sv": re.compile(r"å"),
}


def _by_word() -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for language, words in _SMALL_WORDS.items():
        for word in set(words.split()):
            found[word] = (*found.get(word, ()), language)
    return found


_BY_WORD = _by_word()
_ENGLISH = frozenset(_SMALL_WORDS["en"].split())


def small_words(languages: Iterable[str]) -> frozenset[str]:
    """Return the small words of some languages, in lower case."""
    return frozenset(word for language in languages for word in _SMALL_WORDS[language].split())


def language_of(url: str | None, title: str) -> str:
    """Guess an ISO 639-1 code: by the script and the words of the title, then the host, else en.

    A few foreign letters in a title make it no other language: each Han character counts as half
    a word, and there must be at least as many of these words as of others.
    """
    title = title[:_LONGEST]
    host, _ = host_and_rest(url)
    if not title.isascii() and (told := _eastern(title) or _alphabet(title)):
        return told
    if wiki := _WIKIPEDIA.fullmatch(host):
        return wiki[1]
    return "zh" if _is_chinese(host) else _latin(title, host)


def _eastern(title: str) -> str | None:
    """Return ja, ko or zh if enough of a title is written so."""
    kana, hangul, han = (len(script.findall(title)) for script in (_KANA, _HANGUL, _HAN))
    words = len(_LATIN_WORD.findall(title))
    if not kana + hangul + han or (kana + hangul + han) * 2 < words:
        return None
    if hangul > kana + han:
        return "ko"
    return "ja" if kana else "zh"


def _alphabet(title: str) -> str | None:
    """Return the language of another alphabet, if most words are in it."""
    words = len(_LATIN_WORD.findall(title))
    for language, letters in _ALPHABETS:
        found = letters.findall(title)
        if found and len(found) * 2 > words:
            return "uk" if language == "ru" and _UKRAINIAN.search(title) else language
    return None


def _latin(title: str, host: str) -> str:
    """Return the language with the most small words and spellings, if they are enough."""
    text = title.lower()
    words = text.split() if text.replace(" ", "").isalnum() else _LATIN_WORD.findall(text)
    known = [word for word in words if word in _BY_WORD]
    is_plain = title.isascii() and "'" not in title
    if is_plain and _ENGLISH.issuperset(known):
        return "en"  # the usual case
    signs = Counter(language for word in known for language in _BY_WORD[word])
    if not is_plain:
        for language, spelling in _SPELLINGS.items():
            signs[language] += len(spelling.findall(text)[:_ENOUGH])
    land = host.rpartition(".")[2]
    if land in _SMALL_WORDS and not signs["en"]:
        signs[land] += 1 if any(signs.values()) or title.isascii() else _ENOUGH
    ranked = signs.most_common(2)
    if not ranked or ranked[0][0] not in _SMALL_WORDS or ranked[0][1] < _ENOUGH:
        return "en"
    is_tied = len(ranked) > 1 and ranked[1][1] == ranked[0][1]
    return "en" if is_tied else ranked[0][0]


@lru_cache(maxsize=1024)
def _is_chinese(host: str) -> bool:
    return is_one_of(names_of(host), CHINESE_HOSTS)
