"""Draws templates: every value is escaped, and shown without hidden characters."""

import re
from functools import cache, partial

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup, escape

from recall.domain.reminders.wording import Language
from recall.domain.text.plain import lines, plain, spaced
from recall.usecases.find import state_of
from recall.views.resource import shown_title
from recall.web.words.sentences import said
from recall.web.words.words import words_of

_WEB = ("http://", "https://")

_HIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u061c\u200b\u200c\u200e\u200f\u2028-\u202e"
    "\u2060-\u206f\ufeff\ufff9-\ufffb\ufffe\uffff\U000e0000-\U000e007f]"
)
"""Characters that are not seen and change what is: no page has them, wherever they come from."""


def draw(language: Language, template: str, values: dict[str, object]) -> str:
    """Return the HTML of a template in a language."""
    return _HIDDEN.sub("", _environment(language).get_template(template).render(values))


def web_link(url: str | None) -> str | None:
    """Return an address that a page may link to: only http and https; None for all others."""
    if url is None or not url.lower().startswith(_WEB):
        return None
    return plain(url).replace(" ", "%20")


@cache
def _environment(language: Language) -> Environment:
    words = words_of(language)
    environment = Environment(
        loader=PackageLoader("recall.web"),
        autoescape=True,
        undefined=StrictUndefined,
        extensions=["jinja2.ext.i18n"],
        finalize=_shown,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    environment.install_gettext_callables(  # type: ignore[attr-defined] # of the extension
        words.translations.gettext, words.translations.ngettext, newstyle=True
    )
    environment.filters |= {
        "plain": plain,
        "spaced": _spaced,
        "lines": lines,
        "web_link": web_link,
        "merged": _merged,
        "coded": _coded,
    }
    environment.globals |= {
        "say": partial(said, words),
        "shown_title": shown_title,
        "state_of": state_of,
    }
    return environment


def _coded(text: str) -> Markup:
    """Return a text in which what stands between backticks is code."""
    parts = plain(text).split("`")
    code = Markup("<code>{}</code>")
    return Markup("").join(code.format(part) if at % 2 else part for at, part in enumerate(parts))


def _spaced(line: str) -> Markup:
    """Return a line of a file with its own spaces, which the page else takes out."""
    return escape(spaced(line))


def as_shown(text: str) -> str:
    """Return a text as the fields of a form show it."""
    return _HIDDEN.sub("", str(_shown(text)))


def _merged(some: dict[str, str], more: dict[str, str]) -> dict[str, str]:
    return some | more


def _shown(value: object) -> object:
    """Return a text as it may be shown: each of its lines plain."""
    if isinstance(value, Markup) or not isinstance(value, str):
        return value
    return value if value.isascii() and value.isprintable() else "\n".join(lines(value))
