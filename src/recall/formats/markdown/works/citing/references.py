"""The title in a reference, as bibliographies in several countries write it."""

import re

from recall.formats.markdown.titles import clean
from recall.formats.markdown.works.citing.citations import title_of, without_venue
from recall.lazy_regex import lazy_regex

# `Lee A, Ray B. A title[C]//CVPR. 2016.`, as Chinese papers cite.
_TYPED = lazy_regex(
    r"(?:^|[.．。]\s*)([^.．。\[\]［］]{2,300})[\[［](?:[CJMDRNPSZA]|EB|DB|CP)(?:/OL)?[\]］]"
)
# `朱狄：《当代西方艺术哲学》，人民出版社，1994年版`
_BOOK_CITED = lazy_regex(
    r"(?:[^《》。]{1,30}[：:；;。编編著]\s*)?(《[^《》]{1,100}》)"
    r"(?=[^《》]*(?:出版|书店|書店|书局|[著编編译譯](?:[，,。\s]|\Z)|[）)][\s。]*\Z))[^《》]*\Z"
)
# `Ли А. Б., Рэй Б. Хорошая книга. — СПб.: Питер, 2005. — 350 с.`
_RUSSIAN = lazy_regex(
    r"(?:(?:[А-ЯЁ][а-яё-]+,?\s(?:[А-ЯЁ][а-яё]+\.\s)?(?:[А-ЯЁ][а-яё]?\.\s?){1,2}"
    r"|(?:[А-ЯЁ]\.\s?){1,2}[А-ЯЁ][а-яё-]+[.,])[,\s]*){1,20}"
    r"(?P<title>(?:[^—–/]|(?<=\S)/(?=\S)){4,300}?)(?:[.:]*\s*Пер\.[^—–/]{0,60}?)?"
    r"\.?\s*(?:[—–/]|\s-)\s.*\b(?:19|20)\d\d\b.*"
)
# `Ли А. и др. Хорошая книга`
_RUSSIAN_SHORT = lazy_regex(
    r"(?:[А-ЯЁ][А-ЯЁа-яё-]+\s(?:[А-ЯЁ]\.\s?){1,2}(?:,\s|и др\.\s|\s)?){1,10}"
    r"(?P<title>[^\W_][^—–/]{2,300})"
)
# `山田太郎. 良い本. 出版社, 2022.`, `山田太郎「良い本」, 出版社`
_HAN = r"[\u3040-\u9fff][\u3040-\u9fff・·]{1,9}"
_EASTERN = lazy_regex(
    rf"{_HAN}(?:[、,，]\s?{_HAN}){{0,5}}(?:[.．]\s*(?P<title>[^.．]{{4,200}})[.．].*\b(?:19|20)\d\d\W*"
    r"|「(?P<quoted>[^「」]{4,200})」(?:\s?[,，、.(（].*)?)"
)
# `山田太郎 and 川村花. 良い本`
_EASTERN_AND = lazy_regex(
    rf"{_HAN}(?:,\s{_HAN}){{0,8}},?\s(?:and|&)\s{_HAN}[.．]\s*(?P<title>.{{4,300}})"
)
# `A title, Ann Lee, A Press, 2005/3, ISBN 978-…`
_WITH_NUMBER = re.compile(
    r"(?P<title>(?:[^,，.]|\.(?!\s)){6,200}),.*\bISBN\D{0,6}[\dX -]{10,17}\W*"
)
_LABEL = re.compile(r"(?:\[[^\W_]{1,4}\]|[A-Z]{1,3}-?\d{1,3}[a-z]?\.)\s+(?=\S)")
"""What a bibliography calls its entry: `[27]`, `B-02.`."""

_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_SENTENCE = lazy_regex(r"(?<=[^\s.]{2})[.．]\s+(?=[A-ZÀ-Þ\u4e00-\u9fff]|arXiv)")
_SOURCE = re.compile(r"(?i)\b(?:19|20)\d\d\b|\barxiv:|\bdoi\b")
_YEAR_LAST = re.compile(r",\s[^,]{0,40}\b(?:19|20)\d\d[)]?[.\s]*\Z")
_LONGEST_SOURCE = 120
_LONGEST = 600
_DAY = re.compile(r"\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.?\s\d{1,2}\Z")
_WORDS_WITH_A_COMMA = 3
_LAST_LATIN = "\u3000"
_SEPARATORS = " -–—:：|·,（(【["


def of_citation(line: str) -> str:
    """Return the title of a citation, "" if a line is none."""
    line = without_label(line)
    if book := _BOOK_CITED.match(line):
        return book[1]
    if found := _TYPED.search(line):
        return found[1]
    if len(line) <= _LONGEST:
        eastern = (_EASTERN, _EASTERN_AND) if line[:1] > _LAST_LATIN else ()
        for form in (_RUSSIAN, *eastern, _WITH_NUMBER):
            if found := form.fullmatch(line):
                return str(found["title"] or found["quoted"])
        if short := _RUSSIAN_SHORT.fullmatch(line.rstrip(_SEPARATORS)):
            return short["title"]
    return title_of(line.rstrip(_SEPARATORS))


def without_label(line: str) -> str:
    """Return a reference without what its bibliography calls it: `[27]`, `B-02.`."""
    label = _LABEL.match(line)
    return line[label.end() :] if label else line


def title_below(authors: str, line: str) -> str:
    """Return the title in a line, "" unless authors and a colon stand in the line above it.

    A colon may also end the first half of a title, so that the rest has a year.
    """
    above, below = clean(authors), clean(line)
    if not above.endswith((":", "：")):
        return ""
    return without_venue(below) if _YEAR.search(below) else ""


def without_source(text: str) -> str:
    """Return a title without the venue and year after it: `A title. J. Trees 2025`, `…, KDD, 2018`.

    A text is left as it is if hardly a word stands before them, or a day: `Oct 25, 2009`.
    """
    found = _SENTENCE.search(text)
    if found and len(text) - found.end() <= _LONGEST_SOURCE and _SOURCE.search(text, found.end()):
        title = text[: found.start()]
    else:
        title = without_venue(text) if _YEAR_LAST.search(text) else text
    telling = len(title.split()) > (_WORDS_WITH_A_COMMA if "," in title else 1)
    return title if telling and not _DAY.search(title) else text
