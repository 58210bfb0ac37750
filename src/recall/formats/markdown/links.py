"""Decides which links lead to something readable, and why the others do not."""

import re
from collections.abc import Iterable, Iterator, Sequence
from urllib.parse import unquote

from recall.domain.library.catalog import Skipped
from recall.domain.lists.link_hosts import is_front_page, is_name_of_its_part, is_name_of_its_site
from recall.domain.lists.link_text import says_something
from recall.domain.lists.link_words import pointer
from recall.domain.text.addresses import without_scheme
from recall.formats.markdown.lines import MarkdownLine, MarkdownLink, TextPiece
from recall.formats.markdown.parsing.bare_urls import HOST
from recall.formats.markdown.titles import label
from recall.lazy_regex import lazy_regex

_AT = frozenset(("at", "on", "in", "en", "auf", "bei", "sur", "em", "no", "na", "su", "в", "на"))
_AT_A_SITE = 2
_SCHEME = re.compile(r"(?i)([a-z][a-z0-9+.-]*):")
_WEB = re.compile(r"(?i)https?://[^\s/?#]|www\.")
_FILE = re.compile(r"(?i)file:///[^\s/]")
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f]")
_FTP = "an FTP address, which browsers no longer open"
_NO_PAGE = "not a web page"
_SCHEMES = {
    "mailto": "an e-mail address",
    "tel": "a phone number",
    "javascript": "a script, not a page",
    "data": "data, not a page",
    "ftp": _FTP,
}
ANCHOR = "an in-page anchor"
_EMPTY = "an empty link"
_RELATIVE = "a relative link"
COUNTER = "a badge or counter, not a reading"
_OWN_PAGE = "a control of the page, not a reading"

_SUBSCRIPTION = r"unsubscribe|manage (?:your )?(?:subscriptions?|preferences)|退订|取消订阅"
_CONTROLS = re.compile(
    r"(?i)[\[(（]?\s*(?:edit(?: (?:this )?(?:page|section|source))?|view source"
    r"|view (?:this (?:e-?mail|issue|newsletter) )?in (?:your |the )?browser"
    rf"|\+ ?\d+ more\b[^\[\]]*|编辑|編輯|在浏览器中(?:打开|查看)|{_SUBSCRIPTION})"
    r"\s*[\])）]?"
)
"""What the page of a list shows for its own use: `## A section [[edit](…)]`, `[Unsubscribe](…)`."""

# Pages of badges, counters, builds or licenses; nobody links them to be read.
_COUNTERS = re.compile(
    r"(?i)https?://(?!docs\.)(?:[\w-]+\.)*(?:shields\.io|badge\.fury\.io|badgen\.net|star-history\.com"
    r"|awesome\.re|makeapullrequest\.com|travis-ci\.(?:org|com)|codecov\.io|coveralls\.io"
    r"|circleci\.com|hits\.(?:seeyoufarm\.com|dwyl\.(?:com|io))|visitor-badge\.\w+"
    r"|api\.star-history\.com|starchart\.cc|(?:twitter|x)\.com/intent"
    r"|github\.com/[^/]+/[^/]+/(?:stargazers|watchers|network|graphs|actions))(?:[/?#:]|$)"
)
_BADGE = re.compile(r"(?i)/badges?[./-]|#badge|badge\.svg|colab-badge|mybinder\.org/badge")
# Pages that can be readings, but not if a badge links to them.
_BADGE_TARGETS = lazy_regex(
    r"(?i)https?://(?:www\.)?(?:semanticscholar\.org|api\.semanticscholar\.org"
    r"|scholar\.google\.\w+|github\.com/sindresorhus/awesome|opensource\.org/licenses|creativecommons\.org|discord\.(?:gg|com)"
    r"|gitter\.im|pepy\.tech|pypi\.org|www\.npmjs\.com"
    r"|github\.com/[^/]+/[^/]+/(?:stargazers|network|actions|issues|pulls|graphs|watchers|forks"
    r"|blob/[^/]+/LICENSE))(?:[/?#:.]|$)"
)


def refusal(link: MarkdownLink) -> str | None:
    """Return why a link is not a resource, or None if it is one."""
    if not (_WEB.match(link.url) or _FILE.match(link.url) or HOST.match(link.url)):
        return _not_web(link.url)
    if _COUNTERS.match(link.url) or (link.image and _BADGE_TARGETS.match(link.url)):
        return COUNTER
    return _OWN_PAGE if is_control(link) else None


def is_control(link: MarkdownLink) -> bool:
    """Return whether a link only belongs to the page that the list was on: `[edit](…)`."""
    return _CONTROLS.fullmatch(link.label) is not None


def ends_a_letter(lines: Iterable[MarkdownLine]) -> list[Skipped]:
    """Return all links of what ends a letter, which has `[Unsubscribe](…)`; none of other lines."""
    links = [link for line in lines for link in line.links]
    if not any(re.search(f"(?i){_SUBSCRIPTION}", link.label) for link in links):
        return []
    return [Skipped(link.line, named(link), _OWN_PAGE) for link in links]


def refusals(lines: Iterable[MarkdownLine]) -> Iterator[Skipped]:
    """Yield the links that are no readings, with the reason of each."""
    for line in lines:
        for link in line.links:
            if reason := refusal(link):
                yield Skipped(link.line, named(link), reason)


def why_empty(skipped: Sequence[Skipped], plain: str, *, fenced: bool) -> str:
    """Return why a list has no items: its first link is none, or there is nothing in it.

    plain is what of it --plain takes, such as `lines`; "" if nothing. fenced: it has code.
    """
    if skipped and not plain:
        first = min(skipped, key=lambda each: each.line)
        return f"no readings in it; line {first.line} is not taken, {first.reason}"
    code = "; remove the ``` around its titles, which make them code" if fenced else ""
    hint = f"; --plain takes its {plain}" if plain else code
    return f"no links and no checkboxes in it: not a reading list{hint}"


def named(link: MarkdownLink) -> str:
    """Return a link for the report: its text, and its address on the web."""
    text, url = title(link), address(link)
    return f"{text} ({url})" if _WEB.match(link.url) and shown(link) else text


def address(link: MarkdownLink) -> str:
    """Return the URL as written; a browser needs a scheme before `www.`."""
    url = _CONTROL.sub("", link.url)
    return url if _SCHEME.match(url) else f"http://{url}"


def title(link: MarkdownLink) -> str:
    """Return the text of a link as a title; for a bare URL, the URL without its scheme.

    Of a redirect that shows where it leads, that is the URL.
    """
    text = "" if is_bare(link) else label(link.label)
    if _is_redirect(link):
        return label(without_scheme(address(link._replace(url=link.label.strip()))))
    return text or label(without_scheme(address(link))) or address(link)


def _is_redirect(link: MarkdownLink) -> bool:
    """Return whether a link shows another address, which is a part of its own."""
    shown_url = link.label.strip()
    told = not link.bare and is_bare(link) and not address(link).startswith(shown_url)
    return told and shown_url in unquote(link.url)


def is_titled(link: MarkdownLink) -> bool:
    """Return whether the text of a link is a title, not a URL, a badge or a label such as `pdf`.

    The name of a site is the title of the site, and a label of everything else that is on it.
    """
    if link.is_label or is_badge(link) or is_bare(link):
        return False
    if is_name_of_its_site(link.label, link.url):
        return is_front_page(link.url)
    if is_name_of_its_part(link.label, link.url):
        return True
    text = without_site(link)
    return says_something(text) and pointer(text) is None


def without_site(link: MarkdownLink) -> str:
    """Return the text of a link without the site that it names last: `Video on Vimeo`."""
    text, *at = link.label.strip(" []").rsplit(" ", 2)
    named = len(at) == _AT_A_SITE and at[0] in _AT and is_name_of_its_site(at[1], link.url)
    return text if named else link.label


def is_badge(link: MarkdownLink) -> bool:
    """Return whether a link is shown as a badge."""
    return (
        bool(link.image) and (_COUNTERS.match(link.image) or _BADGE.search(link.image)) is not None
    )


def _is_logo(link: MarkdownLink) -> bool:
    shown = f"{link.label} {link.image}".casefold()
    return bool(link.image) and ("logo" in shown or "banner" in shown)


def parted_from_badges(
    line: MarkdownLine, *, heading: bool = False
) -> tuple[MarkdownLine, list[Skipped]]:
    """Return a line without its badges and its logo, and them as links that are left out.

    heading: it is the heading of the list, where each picture is a logo.
    """
    kept: list[TextPiece | MarkdownLink] = []
    left_out: list[Skipped] = []
    for piece in line.pieces:
        if (
            isinstance(piece, TextPiece)
            or refusal(piece)
            or not (is_badge(piece) or _is_logo(piece) or (heading and piece.image))
        ):
            kept.append(piece)
        else:
            left_out.append(Skipped(piece.line, named(piece), COUNTER))
    return line._replace(pieces=kept), left_out


def shown(link: MarkdownLink) -> str:
    """Return the text of a link, "" if it shows only its URL."""
    return "" if is_bare(link) else label(link.label)


def is_bare(link: MarkdownLink) -> bool:
    """Return whether a link shows only a URL."""
    return link.bare or _WEB.match(link.label.strip()) is not None


def leads_nowhere(link: MarkdownLink) -> bool:
    """Return whether a link has no target, or none outside of the list that a browser finds."""
    return refusal(link) in {ANCHOR, _EMPTY, _RELATIVE, _FTP, _NO_PAGE}


def says_nowhere(reason: str) -> bool:
    """Return whether a link that is refused so has no address that could be lost."""
    return reason in {ANCHOR, _EMPTY}


def is_only_a_name(link: MarkdownLink) -> bool:
    """Return whether a link says no more than what to read: it is empty, or no browser opens it."""
    return refusal(link) in {_EMPTY, _FTP, _NO_PAGE}


def _not_web(url: str) -> str:
    if url in {"", "#"}:
        return _EMPTY
    if url.startswith("#"):
        return ANCHOR
    scheme = _SCHEME.match(url)
    if scheme is None:
        return _RELATIVE
    return _SCHEMES.get(scheme.group(1).lower(), _NO_PAGE)
