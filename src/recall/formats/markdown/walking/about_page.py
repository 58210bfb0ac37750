"""Lines with links about the page of a list: who teaches, where to hand in, what came before.

They are no readings: `Instructor: Ann Lee ([home page](…))`, `Older issues are [here](…)`.
"""

from collections.abc import Iterable, Sequence

from recall.domain.library.catalog import Skipped
from recall.formats.markdown.lines import MarkdownLine
from recall.formats.markdown.links import named
from recall.formats.markdown.works.introduction import INTRODUCTION
from recall.formats.markdown.works.mentions import Mention, mentions
from recall.formats.markdown.works.people import PERSON
from recall.lazy_regex import lazy_regex

ABOUT_PAGE = "about the page of the list, not a reading"

_STAFF = lazy_regex(
    r"\W*(?:Course )?(?:Instructors?|Lecturers?|Professors?|Teachers?|TAs?"
    r"|Teaching (?:assistant|fellow)s?|Dozent(?:in|en)?|Docentes?|Enseignant(?:e|s|es)?"
    r"|Profesor(?:a|es)?|Professora|Преподавател[ьи]|(?:任课|授课|主讲)(?:教师|老师)|助教|讲师|講師|教員|担当教員|강사|교수|조교)\s*[:：]",
)
_OWN = lazy_regex(
    r"(?i)\W*(?:(?:play|follow|find|contact|reach|e-?mail|message|add|ping|support) (?:me|us)\b"
    r"|(?:my|our) (?:accounts?|profiles?|home ?pages?|websites?|socials?)\b"
    r"|(?:mis?|nuestras?) (?:cuentas?|perfil(?:es)?)\b|(?:mon|mes|nos) (?:comptes?|profils?)\b"
    r"|(?:meine?|unsere?) (?:konten|profile?)\b|关注我|我的(?:账号|主页|微博))[^:：.]{0,30}[:：]"
)
_OLDER = lazy_regex(
    r"(?i)(?:.*[.!?]\s)?\W*"
    r"(?:(?:older|earlier|previous|past|back) (?:issues|editions|newsletters|numbers)\b"
    r"|(?:ältere|frühere) ausgaben|anciens numéros|numéros précédents|números anteriores"
    r"|edi(?:ções|ciones) anteriores|numeri precedenti|往期|过往各期|バックナンバー"
    r"|지난 호)(?:\s[^\s:]+){0,3}"
    r"[\u3040-\u9fff]{0,4}\W*\Z"
)
_OF_COURSE = lazy_regex(
    r"(?i)\b(?:polic(?:y|ies)|grading|attendance|due(?! to)|hand(?:ed)? in|submit(?:ted)?|turn in"
    r"|deadlines?|abgabe|à rendre|entrega(?:r)?)\b|提交|截止|締め?切|제출"
)
_INSPIRED = lazy_regex(r"(?i)\W*(?:inspired by|based on|forked from|adapted from|copied from)\b")
_LIST = lazy_regex(
    r"(?i)\b(?:reading|papers?|books?|this|his|her|their|other|awesome)[- ]lists?\b|awesome"
    r"|\brepo(?:sitory)?\b|书单|列表|清单"
)
_ALL_FOUND = lazy_regex(
    r"(?i)\W*(?:note|n\.?b\.?|hint|all)\b.*\b(?:resources|files|pdfs|books|papers|materials)"
    r" (?:can|may) be (?:found|downloaded) (?:on|at|in|from|here)\W*\Z"
)
_SITE = lazy_regex(
    r"(?i)canvas|moodle|blackboard|gradescope|piazza|ilias|(?:the )?syllabus|honou?r code|here"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)day"
)
"""A link to where a course has its pages, or its day: `Canvas`, `Thursday`."""

_NEAR = 300


def parted_from_page(
    lines: list[MarkdownLine],
) -> tuple[list[MarkdownLine], list[Skipped]]:
    """Separate the links about the page from the lines of a paragraph that are not about it."""
    kept: list[MarkdownLine] = []
    left_out: list[Skipped] = []
    for line in lines:
        found = mentions(line.pieces) if line.links else []
        reason = _reason(found) if found else None
        if reason is None:
            kept.append(line)
        else:
            left_out += _skipped(found, reason)
    return kept, left_out


def _skipped(found: Iterable[Mention], reason: str) -> Iterable[Skipped]:
    return (Skipped(each.link.line, named(each.link), reason) for each in found)


def _reason(found: Sequence[Mention]) -> str | None:
    """Return why the links of a line are no readings; None if they may be."""
    before = found[0].gap[-_NEAR:]
    if _STAFF.match(before) and all(map(_is_of_person, found)):
        return PERSON
    if _OWN.match(before) and not any(map(_has_title, found)):
        return PERSON
    first = found[0]
    if _INSPIRED.match(before) and not first.bare and _LIST.search(first.link.label):
        return INTRODUCTION
    return ABOUT_PAGE if _is_about_page(before, first) else None


def _is_of_person(mention: Mention) -> bool:
    """Return whether a link has the name of a person, or only points to a page of theirs."""
    if mention.is_credited or mention.is_named_as_person:
        return True
    return not mention.titled and mention.role in {"page", "person"}


def _has_title(mention: Mention) -> bool:
    """Return whether a link has several words with a capital: `[A Novel]`, not `[my profile]`."""
    return mention.titled and " " in mention.link.label and not mention.link.label[:1].islower()


def _is_about_page(before: str, mention: Mention) -> bool:
    if mention.bare or not before.strip():
        return False
    if _OLDER.match(before) or _ALL_FOUND.match(before):
        return True
    site = _SITE.fullmatch(mention.link.label.strip())
    return site is not None and _OF_COURSE.search(before) is not None
