"""Checks of texts with a form of their own, such as lists of labels or JSON.

Each is read by the function that the commands read it with, where there is one.
"""

import json
import re
from itertools import chain

from recall.domain.library.resource import LINK_ROLES
from recall.domain.library.when_read import ABOUT, is_possible
from recall.domain.lists.syncing.base import BaseEntry
from recall.domain.lists.syncing.own_lines import Own
from recall.domain.memory.mixture import from_text
from recall.errors import RecallError
from recall.storage.tables import parameters
from recall.storage.tables.details import to_choice, to_lines
from recall.storage.tables.syncing.packing import unpacked

_FIELDS_OF_A_LINK = 3
_LANGUAGE = re.compile("[a-z]{0,3}")
_DIGEST = re.compile("[0-9a-f]{64}")


def is_section(text: str) -> bool:
    """Return whether a text is a path of headings, none of them blank."""
    return not text or all(heading.strip() for heading in text.split("\x1f"))


def is_language(text: str) -> bool:
    """Return whether a text can be the name of a language, as in ISO 639."""
    return _LANGUAGE.fullmatch(text) is not None


def is_partial_date(text: str) -> bool:
    """Return whether a text is a year, a month or a day."""
    return is_possible(text)


def is_when_read(text: str) -> bool:
    """Return whether a text says when something was read."""
    return text in ABOUT or is_possible(text)


def is_lines(text: str) -> bool:
    """Return whether a text is lines, none of them blank."""
    return all(line.strip() for line in to_lines(text))


def is_link(line: str) -> bool:
    """Return whether a line is a link with a role, a text and a URL."""
    role, *rest = line.split("\t")
    return role in LINK_ROLES and len(rest) == _FIELDS_OF_A_LINK - 1 and bool(rest[-1])


def is_links(text: str) -> bool:
    """Return whether each line of a text is a link."""
    return all(map(is_link, to_lines(text)))


def is_labels_by_hand(text: str) -> bool:
    """Return whether each line of a text puts a label on or takes one off."""
    return all(word[:1] in ("+", "-") and word[1:].strip() for word in to_lines(text))


def is_choice(text: str) -> bool:
    """Return whether a text is the choice of what to read of a list."""
    try:
        chosen = to_choice(text)
    except (ValueError, AttributeError, TypeError):
        return False
    texts = chain((chosen.base or "",), chosen.sections, chosen.not_sections)
    return all(isinstance(one, str) for one in texts) and isinstance(chosen.plain, bool)


def is_weights(text: str) -> bool:
    """Return whether a text is weights that FSRS can reckon with."""
    from recall.domain.memory.scheduling import Model

    weights = parameters.read(text)
    try:
        return weights is not None and bool(Model(weights).checked())
    except RecallError:
        return False


def is_mixture(text: str) -> bool:
    """Return whether a text is the mixture of a person's memory."""
    try:
        from_text(text)
    except ValueError:
        return False
    return True


def is_mixture_or_none(text: str) -> bool:
    """Return whether a text is the mixture of a person's memory, or empty, for the average one."""
    return text == "" or is_mixture(text)


def is_packed(text: str) -> bool:
    """Return whether the bytes of a file can be read from a text."""
    try:
        unpacked(text)
    except RecallError:
        return False
    return True


def is_packed_or_none(text: str) -> bool:
    """Return whether the bytes of a file can be read, or none are kept."""
    return not text or is_packed(text)


def is_entries(text: str) -> bool:
    """Return whether the readings of a list can be read from a text."""
    try:
        entries = [BaseEntry.of(entry) for entry in json.loads(unpacked(text))]
    except (RecallError, ValueError, TypeError):
        return False
    return all(isinstance(entry.key, str) and isinstance(entry.line, int) for entry in entries)


def is_entries_or_none(text: str) -> bool:
    """Return whether the readings of a list can be read, or none are kept."""
    return not text or is_entries(text)


def is_own_lines(text: str) -> bool:
    """Return whether the lines of a list that are recall's can be read from a text."""
    try:
        Own.of(json.loads(unpacked(text)))
    except (RecallError, ValueError, TypeError):
        return False
    return True


def is_digest(text: str) -> bool:
    """Return whether a text is the SHA-256 of bytes."""
    return _DIGEST.fullmatch(text) is not None
