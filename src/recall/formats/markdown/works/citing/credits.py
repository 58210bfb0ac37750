"""Who is credited beside a link: by the words that lead to it, or by its own text."""

import re

from recall.domain.lists.person_names import is_given_name
from recall.formats.markdown.lines import TextPiece
from recall.formats.markdown.works.citing.names import read as read_names
from recall.lazy_regex import lazy_regex

AND = re.compile(r"\s*(?:[,，、&]|,?\s*(?:and|und|et|y|e|и|и|和|与))\s*")
_PROFESSOR = re.compile(r"\s*(?:Prof\.|Professor)(?:\s+[^\W\d_a-z][\w.’-]*){1,4}\s*")
_PROFILE = re.compile(r"(?i)\s*my(?: \S+){0,3} profile\s*|\s*个人主页\s*")
_HANDLE = re.compile(r"[\s\[]*@[\w.-]+[\s\]]*")
_PEOPLE = (
    r"[Aa]uthors?|[Ss]peakers?|[Ii]nstructors?|[Ll]ecturers?|[Tt]eachers?|[Mm]oderators?"
    r"|[Pp]resenters?|[Dd]iscussants?|[Oo]rgani[sz]ers?|[Hh]osts?|[Mm]aintainers?|[Cc]urators?"
    r"|[Tt]eaching (?:[Aa]ssistant|[Ff]ellow)s?|TAs?"
)
_PEOPLE_IN_CHINESE = (
    "作者|主讲|讲师|講師|(?:任课|授课|主讲)(?:教师|老师)|担当教員|译者|整理|编辑|編輯|投稿|供稿|撰文"
    "|推荐人|组织者|维护者|助教"
)
_LABELED = lazy_regex(rf"(?:^|\n)\W*(?:{_PEOPLE}|{_PEOPLE_IN_CHINESE})\s*[:：]\W*$")
"""A line of people begins so: all of its links that look like names are people."""

_OWN = re.compile(r"(?i)\b(?:me|us|my|our|follow|support|sponsor)\b")
_ACRONYM = re.compile(r"\b[A-Z]{3,}\b")
_HAN_PHRASE = lazy_regex(r"[\u4e00-\u9fff]{5}|网站|官网|主页|团队|社区")
_PHRASE = lazy_regex(rf"\S+(?:/|\s(?=[a-zа-яё]))\S|{_HAN_PHRASE.pattern}")
_CREDIT = lazy_regex(
    r"(?:(?:\b(?:compiled|collected|curated|maintained|presented|given|taught|written)\s+)?"
    r"(?<!ollowed )(?<!nspired )(?<!owered )(?<!\bused )(?<!rinted )(?<!blished )(?<!rseded )"
    r"(?<!placed )\b[Bb]y"
    r"(?:(?:\s+[A-Z][\w.'-]*,?)+(?:,|\s+and|\s+&))?"
    r"|\b(?:[Tt]hanks(?: to)?|[Cc]redits?(?: to)?|[Cc]ourtesy(?: of)?|[Pp]rof(?:essors?|\.)|Dr\."
    rf"|{_PEOPLE}|(?:[Dd]iscussion )?[Ll]ead(?:er)?s?:)\s*:?"
    rf"|(?:{_PEOPLE_IN_CHINESE})\s*[:：]?|,\s(?:de|di|da)|\bvon|\bpar|\bautore?:?|\bpor|автор:?)\s*[(（\[]?\s*$"
)
_NEAR = 80
"""Characters before a link that may lead to it."""


def leads_to_person(text: str) -> bool:
    """Return whether a text before a link says that it leads to a person: `by`, `thanks to`."""
    return _CREDIT.search(text[-_NEAR:]) is not None


def names_people(text: str) -> bool:
    """Return whether a line of people begins with this text: `Authors:`."""
    return _LABELED.search(text[-_NEAR:]) is not None


def is_handle(text: str) -> bool:
    """Return whether the text of a link is an account: `@ann`."""
    return _HANDLE.fullmatch(text) is not None


def is_titled_person(text: str) -> bool:
    """Return whether the text of a link is a professor, or says that it is a profile."""
    return bool(_PROFESSOR.fullmatch(text) or _PROFILE.fullmatch(text))


def is_own(text: str) -> bool:
    """Return whether the text of a link is about whoever wrote the list: `Follow me on GitHub`."""
    return _OWN.search(text) is not None


def is_of_person(name: str) -> bool:
    """Return whether a name is that of a person: a handle, a given name, or several names."""
    if name.startswith(("《", "「", "『")):
        return False
    found = read_names(name)
    full = found is not None and found.end == len(name)
    if _HAN_PHRASE.search(name) or (full and _ACRONYM.search(name) and not name.isupper()):
        return False
    return name == name.lower() or is_given_name(name) or full


def is_phrase(name: str) -> bool:
    """Return whether a name is a phrase, as those of projects are: `Courses on trees`."""
    return name.startswith("《") or _PHRASE.search(name) is not None


def without_credit(pieces: list[TextPiece]) -> list[TextPiece]:
    """Remove the words that lead to a person from the end of a text: `by`."""
    last = pieces[-1]
    return [*pieces[:-1], last._replace(text=_CREDIT.sub(" ", last.text))]
