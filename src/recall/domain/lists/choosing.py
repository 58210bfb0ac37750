"""Which sections of a list are taken: those that the person chose, and no page furniture."""

import re
from collections.abc import Container, Iterable, Iterator, Mapping
from functools import lru_cache
from itertools import chain
from urllib.parse import unquote

from recall.domain.library.catalog import Catalog, Item, ParsedList, ReadOptions, Skipped
from recall.domain.library.resource import Section, fold
from recall.domain.lists.link_hosts import is_home
from recall.domain.lists.merge import identity
from recall.domain.lists.section_names import shown
from recall.domain.text.edges import without_edges
from recall.errors import BadInput
from recall.lazy_regex import lazy_regex

OUTSIDE = "outside of the chosen sections"
LEFT_OUT = "in a section that is left out"

SHOWN = 10
"""The most headings that an error names."""

# A heading that is one of these names as a whole, beside numbers and signs, is about the file.
_CONTENTS = "in the table of contents"
_CONDUCT = "in the code of conduct"
_FURNITURE: Mapping[str, str] = {
    _CONTENTS: (
        "contents|table of contents|toc|目录|目錄|目次|もくじ|목차|содержание|оглавление|inhalt"
        "|inhaltsverzeichnis|table des matières|sommaire|índice|contenido|contenidos|tabla de"
        " contenidos|sumário|indice|içindekiler|spis treści"
    ),
    "in the list of contributors": (
        "contributors|our contributors|authors and contributors|maintainers"
        "|贡献者|貢獻者|贡献者列表|コントリビューター|기여자|участники|mitwirkende|contributeurs"
        "|colaboradores|contribuidores|contributori"
    ),
    "in the section on contributing": (
        "contributing|how to contribute|contribute|contribution|contributions|contribution guide"
        "|contribution guidelines|contributing guidelines|贡献|如何贡献|参与贡献|贡献指南|貢獻"
        "|コントリビュート|貢献|기여|기여하기|как помочь|mitmachen|beitragen|contribuer"
        "|contribuir|cómo contribuir|como contribuir"
    ),
    "in the license": (
        "license|licence|licensing|license & copyright|copyright|许可|许可证|许可协议|授权|版权"
        "|授權|ライセンス|라이선스|лицензия|lizenz|licencia|licença|licenza|licencja|lisans"
    ),
    _CONDUCT: (
        "code of conduct|code of conduct index|conduct|verhaltenskodex|verhaltensregeln"
        "|code de conduite|código de conducta|código de conduta|codice di condotta|行为准则"
        "|行为规范|行動規範|행동 강령|кодекс поведения"
    ),
    "in the changelog": (
        "changelog|change log|更新日志|更新记录|更新歷史|更新履歴|변경 이력|журнал изменений"
        "|änderungen|historial de cambios|journal des modifications|registro de alterações"
    ),
    "among the badges": "badges|badge|徽章|バッジ",
    "in the acknowledgements": (
        "acknowledgements|acknowledgments|acknowledgement|acknowledgment|thanks|special thanks"
        "|credits|致谢|感谢|鸣谢|致謝|謝辞|감사의 말|благодарности|danksagung|remerciements"
        "|agradecimientos|agradecimentos|ringraziamenti"
    ),
    "in the preface": "前言|序言|写在前面|引言|まえがき|머리말",
    "in the star history": "star history|stargazers|stargazers over time|star 历史",
    "among the sponsors": "sponsors|backers|sponsors and backers|our sponsors|赞助|赞助商|赞助者",
}
_LEGEND = "in the legend"
_LEGENDS = frozenset(
    ("legend", "notation", "legende", "légende", "leyenda", "legenda", "легенда", "图例", "凡例")
)
_PEOPLE = re.compile(
    r"people(?: to follow)?|who to follow|persons|researchers|scholars|experts"
    r"|.{0,6}(?:人物|大牛|牛人|大佬|学者|研究者|专家|인물|연구자)(?:[及和与、]?(?:团队|组织|机构|实验室))?"
)
_PERSON = lazy_regex(
    r"[^\W\d_a-z][\w.'’-]*(?: [^\W\d_a-z][\w.'’-]*){1,3}|[\u4e00-\u9fff]{2,4}|[가-힣]{2,4}"
)
_SECTION_ON_GITHUB = re.compile(
    r"https?://(?:www\.)?github\.com/[^/#]+/[^/#]+(?:/blob/[^#]+)?/?#.+"
)
_README = re.compile(r"(?i)https?://[^?#]+/readme(?:[-_.][\w-]{2,10})?\.(?:md|rst)")
_LANGUAGE = lazy_regex(
    r"(?i)readme[\w.-]*|(?:en|zh|ja|jp|ko|cn|tw)(?:[-_]\w{2,4})?|english(?: version)?"
    r"|[简繁體体]{0,2}中文版?|英文版?|(?:simplified |traditional )?chinese|日本語版?|japanese"
    r"|한국어|korean|русский|español|deutsch|français|português"
)
"""What a link to the same list in another language is called."""

_BY_NAME = {name: reason for reason, names in _FURNITURE.items() for name in names.split("|")}
_SIGNS = re.compile(r"[\W_]+")
_HALF = 2


def left_out(sections: Iterable[Section], options: ReadOptions) -> dict[Section, str]:
    """Return the sections that are not taken, with the reason of each; BadInput if none fits."""
    if not (options.sections or options.not_sections):
        return {}
    paths = tuple(sections)
    _refuse_unknown((*options.sections, *options.not_sections), chain.from_iterable(paths))
    reasons = {path: _refused(path, options) for path in paths}
    return {path: reason for path, reason in reasons.items() if reason}


def with_choice(parsed: ParsedList, options: ReadOptions) -> ParsedList:
    """Return a list that names as skipped what is not taken; its items are still all there."""
    reasons = left_out(parsed.sections, options)
    return parsed._replace(skipped=(*parsed.skipped, *_skipped(parsed.items, reasons)))


def with_choice_known(catalog: Catalog, options: ReadOptions) -> Catalog:
    """Return a catalog that knows which of its sections are not taken."""
    return catalog._replace(left_out=frozenset(left_out(catalog.sections, options)))


def without_left_out(catalog: Catalog, here: Container[str]) -> Catalog:
    """Return a catalog without what is not taken, unless its identity stands in the list already.

    So a part of a file can be imported after another one, and neither loses what the other has.
    """
    if not catalog.left_out:
        return catalog
    kept = (
        entry
        for entry in catalog.entries
        if identity(entry) in here
        or not all(place.section in catalog.left_out for place in entry.places)
    )
    return catalog._replace(entries=tuple(kept))


def with_furniture_known(catalog: Catalog, stood: Iterable[Section]) -> Catalog:
    """Return a catalog that knows which sections it had are left out now, as about the file."""
    reasons = {line.reason for line in catalog.skipped}
    there = set(catalog.sections)
    gone = (path for path in stood if path not in there)
    left = frozenset(path for path in gone if furniture(path) in reasons)
    return catalog._replace(left_out=catalog.left_out | left)


def without_furniture(parsed: ParsedList, options: ReadOptions) -> ParsedList:
    """Return a document's list without its table of contents, contributors, license and so on.

    A section stays that the person names or has ticked something in, or that is half of all, as a
    table of contents may be the list. A code of conduct never is, unless there is nothing else.
    """
    parsed = _without_people_and_anchors(_without_legend(parsed, options), options)
    ticked = {item.section for item in parsed.items if item.checked or item.begun or item.dropped}
    reasons = {
        path: reason
        for path in parsed.sections
        if (reason := furniture(path)) and path not in ticked and not _named(path, options)
    }
    gone = [reasons[item.section] for item in parsed.items if item.section in reasons]
    half = _HALF * (len(gone) - gone.count(_CONDUCT)) >= len(parsed.items)
    if half or len(gone) == len(parsed.items):
        return parsed
    return _without(parsed, reasons)


def _without_legend(parsed: ParsedList, options: ReadOptions) -> ParsedList:
    """Return a list without the boxes before all else that only explain what boxes are."""
    path = parsed.items[0].section if parsed.items else ()
    legend = [item for item in parsed.items if item.section == path]
    explains = {item.checked for item in legend} == {False, True}
    named = bool(path) and without_edges(_normal(path[-1]), behind=_SIGNS) in _LEGENDS
    linked = any(item.url or item.links for item in legend)
    alone = len(legend) == len(parsed.items)
    if linked or alone or not (explains and named) or _named(path, options):
        return parsed
    return _without(parsed, {path: _LEGEND})


def _without_people_and_anchors(parsed: ParsedList, options: ReadOptions) -> ParsedList:
    """Return a list without the pages of people in a section of people, and links to itself."""
    headings = {_normal(heading) for path in parsed.sections for heading in path}
    reasons = [
        None if item.checked or _named(item.section, options) else _no_reading(item, headings)
        for item in parsed.items
    ]
    if not any(reasons) or all(reasons):
        return parsed
    judged = list(zip(parsed.items, reasons, strict=True))
    skipped = [
        Skipped(item.line, f"{text} ({url})", reason)
        for item, reason in judged
        if reason
        for text, url in ((item.title, item.url), *((link.text, link.url) for link in item.links))
    ]
    items = tuple(item for item, reason in judged if not reason)
    return parsed._replace(items=items, skipped=(*parsed.skipped, *skipped))


def _no_reading(item: Item, headings: Container[str]) -> str | None:
    url = item.url or ""
    if _SECTION_ON_GITHUB.fullmatch(url) and _normal(item.title) in headings:
        return "an in-page anchor"
    if _README.fullmatch(url) and _LANGUAGE.fullmatch(item.title):
        return "a translation of the list, not a reading"
    heading = without_edges(_normal(item.section[-1]), behind=_SIGNS) if item.section else ""
    if not _PEOPLE.fullmatch(heading) or not _PERSON.fullmatch(item.title):
        return None
    called = unquote(url.rpartition("/")[2]).replace("_", " ") == item.title.replace("’", "'")
    return "a person, not a reading" if called or is_home(url) else None


def names_contents(path: Section) -> bool:
    """Return whether one of these headings is that of a table of contents."""
    return furniture(path) == _CONTENTS


def _without(parsed: ParsedList, reasons: Mapping[Section, str]) -> ParsedList:
    return parsed._replace(
        sections=tuple(path for path in parsed.sections if path not in reasons),
        items=tuple(item for item in parsed.items if item.section not in reasons),
        skipped=(*parsed.skipped, *_skipped(parsed.items, reasons)),
    )


def _skipped(items: Iterable[Item], reasons: Mapping[Section, str]) -> Iterator[Skipped]:
    for item in items:
        if reason := reasons.get(item.section):
            yield Skipped(item.line, item.title, reason)


def _refused(path: Section, options: ReadOptions) -> str | None:
    if any(_holds(path, text) for text in options.not_sections):
        return LEFT_OUT
    return None if not options.sections or _asked(path, options) else OUTSIDE


def _asked(path: Section, options: ReadOptions) -> bool:
    return any(_holds(path, text) for text in options.sections)


def _named(path: Section, options: ReadOptions) -> bool:
    return any(_holds(path, text) for text in (*options.sections, *options.not_sections))


def _holds(path: Section, text: str) -> bool:
    wanted = _normal(text)
    return wanted in _normal(shown(path)) or any(wanted in _normal(heading) for heading in path)


def _refuse_unknown(texts: Iterable[str], headings: Iterable[str]) -> None:
    known = sorted(set(headings))
    for text in texts:
        if not _normal(text) or not any(_normal(text) in _normal(heading) for heading in known):
            named = ", ".join(known[:SHOWN]) + (", …" if len(known) > SHOWN else "")
            there = f"its headings are: {named}" if known else "it has no headings"
            raise BadInput(f"no section of the list is called '{text}'; {there}")


@lru_cache(maxsize=4096)
def _normal(text: str) -> str:
    return " ".join(fold(text).split())


@lru_cache(maxsize=4096)
def furniture(path: Section) -> str | None:
    """Return where something stands that is about the file itself, such as `in the license`."""
    names = (without_edges(_normal(heading), behind=_SIGNS) for heading in path)
    return next((_BY_NAME[name] for name in names if name in _BY_NAME), None)
