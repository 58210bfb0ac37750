"""Links that name the author of the work before them: `Servant - [Lee](…) Chapter 13`."""

import re

from recall.domain.lists.link_words import pointer
from recall.domain.lists.person_names import is_family_name, is_given_name, may_be_names
from recall.formats.markdown.titles import label
from recall.formats.markdown.works.citing import names
from recall.formats.markdown.works.mentions import Mention, said
from recall.lazy_regex import lazy_regex

_LED = re.compile(r"\S\s*(?:\s[-–—]|[:：])\s*\Z")
_CHAPTER = lazy_regex(
    r"(?i)\s*[,(（]?\s*(?:(?:ch(?:apters?|aps?\.|\.)?|sections?|sec\.|pp?\.|pages?)\s*\d|§|第\s*\d)"
)
_NAME = lazy_regex(r"[^\W\d_a-z][\w'’-]+(?:\s(?:et al\.?|(?:and |& )?[^\W\d_a-z][\w.'’-]*)){0,3}")
_LAST_NAME = re.compile(r"[^\W\d_a-z][\w'’-]+(?: et al\.?)?")
_OF = re.compile(r"(\w[\w ]{1,20}?) (?:of|by|from|von|de|par)\s(.{2,40})")
_NOBODY = re.compile(r"(?i)(?:our|my|your|the|an?|this|all)\b")
_POSSESSIVE = re.compile(r"(.{2,40}?)(?:'s|’s|s['’]) (\w[\w ]{1,20})")


def says_whose(mention: Mention) -> bool:
    """Return whether a link after a title and a dash or a colon only says whose work that is.

    Its text is a usual name, a name with the chapter after it, or a pointer with one:
    `slides by Ann Lee`.
    """
    if not _LED.search(mention.gap):
        return False
    shown = label(mention.link.label)
    if is_name(shown) or _points_to_theirs(shown):
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


def _points_to_theirs(text: str) -> bool:
    of, possessive = _OF.fullmatch(text), _POSSESSIVE.fullmatch(text)
    word = of[1] if of else possessive[2] if possessive else ""
    whose = of[2] if of else possessive[1] if possessive else ""
    named = _NAME.fullmatch(whose) and not _NOBODY.match(whose) and may_be_names(whose)
    return bool(named) and pointer(word, beside_a_title=True) is not None
