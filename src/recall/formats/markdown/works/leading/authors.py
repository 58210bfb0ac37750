"""Links that name the author of the work before them: `Servant - [Lee](…) Chapter 13`."""

import re

from recall.domain.lists.person_names import is_family_name, is_given_name, may_be_names
from recall.formats.markdown.titles import label
from recall.formats.markdown.works.citing import names
from recall.formats.markdown.works.mentions import Mention, said
from recall.lazy_regex import lazy_regex

_LED = re.compile(r"\S\s*(?:\s[-–—]|[:：])\s*\Z")
_CHAPTER = lazy_regex(
    r"(?i)\s*[,(（]?\s*(?:(?:ch(?:apters?|aps?\.|\.)?|sections?|sec\.|pp?\.|pages?)\s*\d|§|第\s*\d)"
)
_LAST_NAME = re.compile(r"[^\W\d_a-z][\w'’-]+(?: et al\.?)?")


def says_whose(mention: Mention) -> bool:
    """Return whether a link after a title and a dash or a colon only says whose work that is.

    Its text is a usual name, or a name with the chapter after it.
    """
    if not _LED.search(mention.gap):
        return False
    shown = label(mention.link.label)
    if is_name(shown):
        return True
    chapter = _CHAPTER.match(said(mention.after))
    return bool(chapter and _LAST_NAME.fullmatch(shown) and may_be_names(shown))


def is_name(text: str) -> bool:
    """Return whether a text is the name of a person or of several, as far as the words tell."""
    if not text.count(" "):
        return is_family_name(text) or is_given_name(text)
    found = names.read(text)
    if found is None or found.end != len(text):
        return False
    return found.sure or (found.several and not found.short)  # `Oaks & Elms` may be a title
