"""The title in a citation: `Ann Lee et al.: A title, OSDI 2004`, `A title. A. Lee, B. Ray`.

Authors are told from a title by their form: several in a row, initials, or `et al.`. One name alone
is that of an author if its first or last word is a usual one.
"""

import re

from recall.domain.lists.person_names import may_be_names
from recall.formats.markdown.works.citing import names
from recall.formats.markdown.works.citing.names import Authors
from recall.lazy_regex import lazy_regex

_YEAR = r"(?:(?:19|20)\d\d[a-z]?|n\.d\.)"
_MONTH = (
    r"(?:,\s(?:[A-Z][a-z]{2,8}\.?(?:\s\d{1,2}(?:[-–]\d{1,2})?)?"
    r"|[Vv]ersion\s[\d.]{1,8}|\d{1,2}(?:st|nd|rd|th)\sed(?:ition|\.)?))?"
)
_AFTER_NAMES = lazy_regex(
    rf"(?:(?P<dated>,?\s*[(]{_YEAR}{_MONTH}[)][.,:]?|,?\s(?:{_YEAR}{_MONTH}[.,:]|n\.d\.))|(?P<mark>[:.]|\.?,)"
    r"|(?<=\.)|(?=\s[\"“].*[\"”]))\s+(?=\S)"
)
_BEFORE_NAMES = re.compile(
    r"\.\s|(?<=[?!])\s(?:[-–—]\s)?|(?:,\s|\s?[(]|\s)"
    r"(?:(?:taught|written|edited|given|presented|hosted)\s)?by\s"
    r"|(?P<weak>,\s|\s(?:[-–—]\s|[–—](?=[A-Z]))|\s?[|·/]\s|\s?[(])"
)
_NO_NAME = re.compile(
    r"(?:[A-Z][a-z]*\s)?[A-Z][a-z]{3,}(?:ing|tions?|ness|ity|ism)\b|[A-Z][a-z]+(?:-[a-z]|['’]s\s)"
)
"""What is done, or how, and no name: `by Growing Trees`, `by Self-grown Oaks`, `by Lee's Way`."""
_AFTER_ALL = lazy_regex(
    rf"(?:,\s(?:Ph\.?D|MD|Jr)\b\.?)?[)]?(?:\s?[.,–—|-]?\s*[(]?[^()]{{0,40}}{_YEAR}[)]?)?"
    r"(?:,?\s(?:aka|a\.k\.a\.|also known as)\s[^.,]{1,40}|\.?\s[(][^()]{1,40}[)])?[\s.]*\Z"
)
_YEAR_AFTER_ALL = re.compile(rf",\s{_YEAR}[\s.]*(?:[(][^()]{{1,40}}[)])?[\s.]*\Z")
_SENTENCE = re.compile(
    r"(?:(?<=[^\s.][\w)”\"’])|(?<=\w\.[)])|(?<=\sin\s[RC])|(?<=\swith\s[RC]))(?<!\bvs)(?<!\b\d\d)\.\s+(?=[A-ZÀ-Þ(\d])"
)
_VENUE_NEXT = re.compile(
    r"(?<=[?!])\s+(?=In:?\s|[A-Z]{3,}|arXiv|Nature\b|Science\b|[A-Z][^.?!]{2,60},\s\d+\s?[(])"
)
_DATED = lazy_regex(
    rf"(?:,?\s*[(][^()]{{0,40}}{_YEAR}[^()]{{0,12}}[)]"
    rf"|,\s*(?:[^\s,]{{1,30}}\s){{0,6}}'?{_YEAR}|,\s*(?:arXiv|CoRR)\b[^,]*"
    rf"|\s\d{{1,4}}(?:\s[(]\d{{1,3}}[)])?\s[(]{_YEAR}[)]\s[\d–-]+)[\s.]*\Z"
)
_VENUE = lazy_regex(
    r",\s*(?=[^,]{0,80}(?:\b[A-Z]{2,}|\b(?:Journal|Proceedings|Conference|Transactions|Workshop"
    r"|Letters|Research|Press|Report|Linguistics|Review|Science|Nature|Magazine|Annals"
    r"|Communications|Advances|Computing|University|Corporation|In)\b|\b(?:J|Proc|Trans)(?:\.|\s[A-Z])))[^,]{1,120}\Z"
)
_PUBLISHER = re.compile(
    r",\s(?:Springer|Wiley|Elsevier|Addison-Wesley|Prentice|McGraw|O['’]Reilly|Academic Press)"
    r"[^,]{0,40}(?:,[^,]{1,40}){0,2}\Z"
)
_VENUE_LAST = re.compile(rf"[.?!]\s[A-Z][\w&'’ -]{{1,40}}\s(?:'\d\d|{_YEAR})\W*\Z")
_UNIVERSITY = lazy_regex(
    r",\s[A-ZÀ-Þ][\w.'’ -]{2,30}(?:,\s[A-Z]{2})?,\s"
    r"(?=[A-ZÀ-Þ])(?:[^,]*\bUniversity\b[^,]*|University of\b[^,]*,[^,]*)\Z"
)
"""`, Durham, NH, University of Oaks, Department of Trees`."""
_PLACE = re.compile(r",\s(?:[A-ZÀ-Þ][^,.:]{2,40},\s)?[A-ZÀ-Þ][^,.:]{2,40}:\s[A-ZÀ-Þ][^:]{2,60}\Z")
"""`, Cambridge, Mass: A Press`."""
# `, 14(1), pp. 1-41`
_PAGES = lazy_regex(
    r",\s*(?:\d{1,4},\s*(?=\d+[-–]))?(?:\d{1,4}\s?[(]\d{1,4}[)]|(?:(?:vol|no|pp?)\.\s?|(?=\d+\s?[-–]))\d{1,5})"
    r"(?:\s?[:,–-]+\s?\d{1,5})*\s*\Z",
    re.IGNORECASE,
)
# `Lee A, Ray B. A title`
_LAST_NAME_FIRST = (
    r"(?:(?:de|van|von|der|den|di|da|del|la|le)\s){0,2}[A-ZÀ-ÞА-Я][\w'’-]+(?:\s[A-ZÀ-Þ][\w'’-]+)?\s"
    r"(?:[A-Z]{1,3}|[A-ZА-Я]\.(?:[\s-]?[A-ZА-Я]\.){0,2})"
)
_LAST_NAMES_FIRST = re.compile(
    rf"(?:{_LAST_NAME_FIRST},\s){{1,60}}(?:et al|{_LAST_NAME_FIRST})(?:\.|(?<=\.))\s+(?=\S)"
)
# `Lee AB. A title. A journal, 2004.`, `Lee, Ann B. A title. …`, `A. Lee, A title, 1989`
_ONE_NAME = re.compile(
    rf"(?:{_LAST_NAME_FIRST}|[A-ZÀ-Þ][\w'’-]+,\s[A-ZÀ-Þ][\w'’-]+(?:\s[A-Z])?)(?:\.|(?<=\.))\s+"
    r"(?![^\s,.]+(?:[.,]|\s(?:and|&))\s)(?=\S.{3,300}[.?!]\s.*\b(?:19|20)\d\d(?:;[\d():\s–-]+)?\W*\Z)"
    r"|(?:[A-Z]\.[\s-]?){1,3}[A-ZÀ-Þ][\w'’-]+,\s+(?=[^,]{3,300},\s(?:19|20)\d\d\W*\Z)"
)
# `Lee, Ann: A title, 2. Aufl., Köln 2004`, `Lee/Ray: A title, Köln 2004`
_COLON_AFTER_NAMES = lazy_regex(
    r"(?:(?:[A-ZÀ-Þ][\w'’-]+,\s[A-ZÀ-Þ][\w.'’-]*(?:\s[A-ZÀ-Þ][\w.'’-]*){0,2}"
    r"|[A-ZÀ-Þ][\w'’-]+(?=/)|(?<=/)[A-ZÀ-Þ][\w'’-]+)"
    rf"(?:;\s|\s?/\s?)?){{1,9}}:\s+(?=.*\b{_YEAR}\W*\Z)"
)
# `Lee. A title of a few words. ICML 2006.`
_LAST_NAME_ALONE = re.compile(
    rf"[A-ZÀ-Þ][\w'’-]+\.\s+(?=(?:\S+\s){{3,40}}\S+[.?!]\s[A-Z][A-Z&]+[\s'’]*(?:\d\d|{_YEAR})\W*\Z)"
)
# `LEE, Ann; RAY, B. C. A title. 2. ed. A place: a press, 2006.`
_LAST_NAMES_IN_CAPITALS = re.compile(
    r"(?:[A-ZÀ-Þ][A-ZÀ-Þ'’-]+(?:\s[A-ZÀ-Þ'’-]{2,}){0,2},\s[^;:,]{1,40}?(?:;\s+|\.\s+(?=[^\s.]{2,}\s))){1,30}"
)
# `SICP, H. Lee, G. Ray`: a title before its authors
_NAMED_LAST = re.compile(r"[A-ZÀ-Þ][\w'’-]+,\s[A-Z]\.\s[A-ZÀ-Þ][\w'’-]+,\s[A-Z]\.\s[A-ZÀ-Þ]")
_YEAR_THEN_NAME = re.compile(r"(?<=\S)\s?[(](?:1[5-9]|20)\d\d[)]\s(?=[A-ZÀ-Þ])")
_DASH_AND_NAME = re.compile(
    rf"(?<=\S)\s[–—]\s(?P<name>[A-ZÀ-Þ][\w.'’-]+(?:\s[A-ZÀ-Þ][\w.'’-]*){{0,3}})"
    rf"(?:,\s[^,]{{2,60}},\s{_YEAR}|\s[(]{_YEAR}[)])[\s.]*\Z"
)
_BEFORE_LAST_NAME = lazy_regex(
    r"([^\s.,]+(?:\s[^\s.,]+){1,20}\s[^\s.,]{2,})\.\s([A-ZÀ-Þ][\w'’-]+),\s([A-ZÀ-Þ][\w'’-]+)(?:\s[A-Z])?\.?"
    r"(?=(\s\d{1,2}(?:st|nd|rd|th)\sed)?(?:\W|\Z))"
)
"""`A fine title. Lee, Ann. 4th ed. A Press, 2009.`"""

_ONLY_VENUE = re.compile(rf"(?:\S+\s)?'?{_YEAR}\W*|[A-Z]{{2,}}\W*")
# `Lee, Ann, and Bob Ray. 2024. A title`: what stands before a year is authors.
_WORD = (
    r"(?:(?:[A-ZÀ-Þ]\.-?)+|[A-ZÀ-Þ][\w'’-]*"
    r"|and|und|et|al\.|y|&|van|von|de|der|den|di|da|del|du|la|le|bin)"
)
_NAMES_AND_YEAR = re.compile(
    rf"(?P<names>{_WORD}(?:[,;]?\s+{_WORD}){{1,80}})"
    rf"(?:\.?,?\s[(]{_YEAR}{_MONTH}[)][.:]?|[.,]\s{_YEAR}[.:])\s+(?=\S)"
)
# `A consortium of trees. (2024). A title`, as only authors stand before a year.
_ORGANIZATION = re.compile(rf"[A-ZÀ-Þ][^.:,()\d]{{2,80}}\.\s[(]{_YEAR}{_MONTH}[)]\.\s+(?=\S)")
# `------. 2018. A title. A publisher.`, by the authors of the work before.
_SAME_AUTHORS = re.compile(
    rf"(?:-{{2,}}|[–—]{{1,3}}|_{{3,}})[.,]?\s+[(]?{_YEAR}[)]?[.,:]?\s+(?=\S)"
)
_SEVERAL = re.compile(r",\s|\s(?:and|und|et|&)\s")
# `A title. (2009, June 2). Retrieved February 2018, from a blog: …`
_RETRIEVED = re.compile(r"(?<=[.)])\s+Retrieved\s[^\n.:]{3,40}(?:\bfrom\b.*)?\Z", re.DOTALL)
_WEB_DOCUMENT = re.compile(r"(?P<before>[^\[\]]{4,})\s\[WWW Document\]")
"""`Lee, A., 2020. A title [WWW Document]. A journal. URL`, also without authors."""
_DATED_LAST = re.compile(rf"\.?\s+[(](?:{_YEAR}[^()]{{0,20}})[)]\.?\s*\Z")
# `Lee and Ray. 2020. “A title.” *A journal*`, also with a closing quotation mark before it.
_QUOTED = re.compile(
    rf"{_YEAR}[)]?[.,:]\s+[\"“”]([^\"“”]{{4,300}})[\"”](:\s[^.?!]{{3,200}}(?=[.?!]))?"
)
_QUOTES = ('"', "“")
_CLOSING_QUOTES = ('"', "”")
_SHORTEST, _LONGEST = 3, 600
_WORDS_OF_A_NAME = 2


def title_of(line: str) -> str:
    """Return the title of a citation, "" if a line is none."""
    if len(line) > _LONGEST:
        return ""
    if web := _WEB_DOCUMENT.match(line):
        return title_of(web["before"]) or web["before"]
    if quoted := _QUOTED.search(line):
        return f"“{quoted[1]}”{quoted[2]}" if quoted[2] else quoted[1].rstrip(".,")
    if again := _SAME_AUTHORS.match(line):
        return without_venue(line[again.end() :].lstrip("".join(_QUOTES)))
    if retrieved := _RETRIEVED.search(line):
        line = line[: retrieved.start()]
        if dated := _DATED_LAST.search(line):
            return line[: dated.start()]
    by_year = _before_year_and_name(line) or _before_dash_and_name(line)
    by_year = by_year or _before_last_name(line)
    return by_year or _after_names(line) or _after_year(line) or _before_names(line)


def _before_last_name(line: str) -> str:
    """Return the title of `A title. Lee, Ann. 4th ed.`, "" if a line is no such citation."""
    found = _BEFORE_LAST_NAME.match(line)
    name = f"{found[3]} {found[2]}" if found else ""
    read = names.read(name) if name else None
    told = found and read and read.end == len(name) and (read.sure or found[4])
    return found[1] if found and told else ""


def _before_year_and_name(line: str) -> str:
    """Return the title of `A title (1897) H. G. Wells`, "" if a line is no such citation."""
    year = _YEAR_THEN_NAME.search(line)
    found = names.read(line, year.end()) if year else None
    told = found and (found.sure or found.several) and _AFTER_ALL.match(line, found.end)
    return line[: year.start()] if year and told else ""


def _before_dash_and_name(line: str) -> str:
    """Return the title of `A title — Lee, A Magazine, 1945` or `A title — Ann Lee (2018)`.

    It is no name itself, and of two words or less only before a usual one: `Ann Lee – Oaks (2018)`.
    """
    found = _DASH_AND_NAME.search(line)
    if found is None or not may_be_names(found["name"]):
        return ""
    title = line[: found.start()]
    by, left = names.read(f"{found['name']} "), names.read(title)
    is_name = left is not None and left.end == len(title)
    sure = bool(by and by.sure) or found.group().rstrip(". ").endswith(")") is False
    return "" if is_name or (len(title.split()) <= _WORDS_OF_A_NAME and not sure) else title


def _after_names(line: str) -> str:
    if _NAMED_LAST.match(line):
        return ""
    for form in (
        _LAST_NAMES_FIRST,
        _LAST_NAMES_IN_CAPITALS,
        _ONE_NAME,
        _LAST_NAME_ALONE,
        _COLON_AFTER_NAMES,
    ):
        if listed := form.match(line):
            return without_venue(line[listed.end() :])
    found = names.read(line)
    if found is None:
        return ""
    mark = _AFTER_NAMES.match(line, found.end)
    if mark is None or not _leads(found, mark, line):
        return ""
    title = line[mark.end() :]
    closed = title.startswith(_QUOTES) and any(map(title[1:].__contains__, _CLOSING_QUOTES))
    return title if closed else without_venue(title.lstrip("".join(_QUOTES)))


def begins_with_names(line: str) -> bool:
    """Return whether a line begins with authors and a year: `Lee, Ann, and Bob Ray. 2024. …`."""
    found = _NAMES_AND_YEAR.match(line)
    if found is None or not may_be_names(found["names"]):
        return False
    alone = names.read(found["names"])
    return bool(_SEVERAL.search(found["names"]) or (alone and alone.sure))


def _after_year(line: str) -> str:
    found = _NAMES_AND_YEAR.match(line) if begins_with_names(line) else _ORGANIZATION.match(line)
    return without_venue(line[found.end() :]) if found else ""


def _leads(found: Authors, mark: re.Match[str], line: str) -> bool:
    """Return whether names lead to a title with this mark."""
    if found.short:  # `Lee and Ray. A title. OSDI 2014`, `Lee and Ray: A title, 2014`
        last = {".": _VENUE_LAST, ":": _DATED}.get(mark["mark"] or "")
        return last is not None and last.search(line) is not None
    if found.several:
        ended = found.closed or mark["mark"] not in {",", ".,"}
        if mark["mark"] == ":" and not found.sure:
            ended = False  # `Fine Oaks and Open Source: A title`
        return ended or _DATED.search(line) is not None
    if mark["mark"] == ":":  # `Ann Lee: A Life` is about her.
        return found.sure and _DATED.search(line) is not None
    sure = found.sure or _VENUE_LAST.search(line) is not None
    return sure and mark["mark"] not in {",", ".,"}


def _before_names(line: str) -> str:
    for sign in _BEFORE_NAMES.finditer(line):
        found = names.read(line, sign.end())
        if found is None or not _AFTER_ALL.match(line, found.end):
            continue
        if not found.sure and _NO_NAME.match(line, sign.end()):
            continue
        if found.short and "by" not in sign[0]:  # `A title, Lee and Ray, 2015`
            told = sign["weak"] == ", " and _YEAR_AFTER_ALL.match(line, found.end) is not None
        else:
            told = found.sure if sign["weak"] or not (found.several or "by" in sign[0]) else True
        before = line[: sign.start()]
        if before.rfind("(") > before.rfind(")"):
            before = before[: before.rfind("(")]  # `A film (1979, Ann Lee)`
        if told and len(before.strip()) >= _SHORTEST:
            return before.rstrip()
    return ""


def without_venue(text: str) -> str:
    """Return a title without the journal, the conference and the year after it."""
    end = _SENTENCE.search(text) or _VENUE_NEXT.search(text)
    title = text[: end.start()] if end else text.rstrip(" .")
    venues = (_PUBLISHER,) if end else (_UNIVERSITY, _PLACE, _PUBLISHER, _VENUE, _VENUE)
    for tail in (_DATED, _DATED, _PAGES, _PAGES, *venues):
        if found := tail.search(title):
            title = title[: found.start()]
    named = len(title) >= _SHORTEST and not _ONLY_VENUE.fullmatch(title)
    return title if named else ""
