"""People before a work: `[Ann](…) – [A talk](…)`, `[Ann](…), A title [pdf](…)`."""

from collections.abc import Sequence
from itertools import pairwise

from recall.domain.lists.link_hosts import is_front_page
from recall.formats.markdown.lines import TextPiece
from recall.formats.markdown.titles import has_words
from recall.formats.markdown.works.citing.credits import without_credit
from recall.formats.markdown.works.mentions import Mention, said
from recall.formats.markdown.works.people import are_people
from recall.lazy_regex import lazy_regex

_APART = (",", ";", "|", "·", "，", "、", "；")
_TITLED_AFTER = lazy_regex(r"\s*[-–—:：]\s*[\"“《]")
"""What parts a person from a title: `[@ann](…) – "A title" ([post](…))`."""


def credit_author(group: Sequence[Mention]) -> None:
    """Take the page of a person beside a work for that of its author.

    `[Ann](https://ann.org) – [A talk](…)`, `A talk – [Ann Lee](…/people/ann)`
    """
    first, *others = group
    if others:
        leads = _leads_on(others[0].gap) and others[0].titled and not is_front_page(others[0].url)
        credited = leads and (first.is_home_of_person or are_people([first]))
    else:
        title, dash, _ = first.gap.rpartition(" - ")
        credited = has_words(title) and first.gap.endswith(dash) and are_people([first])
    if credited:
        first.column = "person"


def _leads_on(text: str) -> bool:
    return text.strip() in {"-", "–", "—", ":", "：", "on", "about", "presents"}


def lead_to(group: Sequence[Mention], first: int) -> list[TextPiece]:
    """Return the text before a link, with the names of the people before it."""
    lead: list[TextPiece] = []
    for person, after in pairwise(group[: first + 1]):
        lead += person.before
        if person.is_credit:
            lead = without_credit(lead)
        elif not (said(lead).rstrip().endswith(_APART) or _TITLED_AFTER.match(after.gap)):
            lead.append(TextPiece(person.link.label))
    before = group[first].before
    return [*lead, *(without_credit(before) if group[first].is_credit else before)]
