"""Who and what is named beside a work: `[Ann](…) – [A talk](…)`, `[Ann](…), A title [pdf](…)`."""

from collections.abc import Sequence
from itertools import pairwise, takewhile

from recall.domain.lists.link_hosts import is_front_page
from recall.domain.lists.person_names import may_be_names
from recall.formats.markdown.lines import TextPiece
from recall.formats.markdown.titles import clean, has_words, label
from recall.formats.markdown.works.citing.credits import without_credit
from recall.formats.markdown.works.citing.references import of_citation
from recall.formats.markdown.works.mentions import Mention, said
from recall.formats.markdown.works.parts import is_part
from recall.formats.markdown.works.people import are_people
from recall.lazy_regex import lazy_regex

_APART = (",", ";", "|", "·", "，", "、", "；")
_ENDS = (".", "?", "!", "。")
_YEAR = lazy_regex(r"\b(?:19|20)\d\d")
_YEAR_LAST = lazy_regex(r"\b(?:19|20)\d\d\.?\Z")
_ONLY_YEAR = lazy_regex(r"\W*(?:19|20)\d\d\W*")
_TITLED_AFTER = lazy_regex(r"\s*[-–—:：]\s*[\"“《]")
"""What parts a person from a title: `[@ann](…) – "A title" ([post](…))`."""


def credit_author(group: Sequence[Mention]) -> None:
    """Take the page of a person beside a work for that of its author.

    `[Ann](https://ann.org) – [A talk](…)`, `A talk – [Ann Lee](…/people/ann)`, `The [Ann Lee] set:`
    """
    first, *others = group
    if others:
        leads = _leads_on(others[0].gap) and others[0].titled and not is_front_page(others[0].url)
        credited = leads and (first.is_home_of_person or are_people([first]))
        credited = credited or (_is_inside(first) and are_people([first]))
    else:
        title, dash, _ = first.gap.rpartition(" - ")
        credited = has_words(title) and first.gap.endswith(dash)
        credited = (credited or _is_inside(first, end=":")) and are_people([first])
    if credited:
        first.column = "person"


def set_venue_aside(group: Sequence[Mention]) -> None:
    """Take links after a citation for where it is from: `Lee, A. (1999). A title. [A firm](…)`.

    If the first has the year, it is the venue, and labels behind it lead to the work.
    """
    first, *others = group
    cited, shown = clean(first.gap), label(first.link.label)
    dated = cited.endswith(_ENDS) and _YEAR.search(cited) is not None
    dated = dated and first.titled and not is_part(shown)
    labels = bool(others) and first.role == "page" and all(each.weak for each in others)
    aside = labels and _YEAR_LAST.search(first.link.label) is not None
    if (dated or aside) and not first.is_credited and _has_title(cited, shown):
        first.aside = aside
        for mention in (first, *takewhile(_follows, others)):
            mention.column = mention.role


def _follows(mention: Mention) -> bool:
    """Return whether no words stand between a link and the one before it."""
    return not any(map(str.isalnum, mention.gap))


def _has_title(cited: str, shown: str) -> bool:
    """Return whether a citation has its title before its link, not in it: `Lee (1999). […]`."""
    title, whole = of_citation(cited), of_citation(f"{cited} {shown}")
    if not has_words(title) or (whole and shown.startswith(whole)):
        return False
    return not (may_be_names(title) and _ONLY_YEAR.fullmatch(cited.rpartition(title)[2]))


def _is_inside(mention: Mention, *, end: str = "") -> bool:
    """Return whether words stand before a link, and only a space or words with this end after."""
    after = said(mention.after).rstrip()
    goes_on = after.endswith(end) if end else not after
    return any(map(str.isalpha, mention.gap)) and goes_on


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
