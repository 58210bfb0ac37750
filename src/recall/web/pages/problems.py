"""One clear page for everything that goes wrong."""

from starlette.responses import HTMLResponse, Response

from recall.domain.reminders.wording import Language
from recall.errors import (
    BadInput,
    ChangedSince,
    DamagedLibrary,
    NotFound,
    RecallError,
    StorageError,
    UnknownSection,
)
from recall.web.pages.drawing import draw
from recall.web.words.sentences import said
from recall.web.words.words import PageWords, words_of

_STATUSES = ((NotFound, 404), (UnknownSection, 404), (BadInput, 422), (StorageError, 503))

DEFECT = "unexpected"

_LEAD_NOWHERE = frozenset({"signed out", "link", "host"})
"""Errors after which no other page can be opened either, so none is offered."""


def problem_of(error: RecallError, language: Language, written: str = "") -> Response:
    """Return the page of an error that a person can mend, with the text that they had written."""
    sentence = _told(error, words_of(language))
    return problem_page(language, status_of(error), sentence, written=written)


def told(error: RecallError, words: PageWords) -> str:
    """Return the sentence of an error that a person can mend, to stand where they did something.

    Damage is raised again, because that page could not be drawn either: it is answered around it.
    """
    if isinstance(error, DamagedLibrary):
        raise error
    return _told(error, words)


def _told(error: RecallError, words: PageWords) -> str:
    if isinstance(error, ChangedSince):
        return _sentence(words, "changed")
    return said(words, str(error))


def status_of(error: RecallError) -> int:
    """Return the status of HTTP that fits an error."""
    return next((status for kind, status in _STATUSES if isinstance(error, kind)), 409)


def refused(status: int, name: str, language: Language) -> Response:
    """Return the page of a request that cannot be answered, by the name of what is wrong."""
    sentence = _sentence(words_of(language), name)
    return problem_page(language, status, sentence, leads_on=name not in _LEAD_NOWHERE)


def problem_page(
    language: Language, status: int, sentence: str, *, written: str = "", leads_on: bool = True
) -> Response:
    """Return a page with a sentence, and links to other pages if these can be opened.

    written is a text that the browser sent, shown so that it is not lost.
    """
    values: dict[str, object] = {"words": words_of(language), "sentence": sentence, "here": ""}
    values |= {"written": written, "leads_on": leads_on}
    return HTMLResponse(draw(language, "problem.html", values), status)


def _sentence(words: PageWords, name: str) -> str:
    """Return what is wrong and what to do, by its name or its status."""
    _ = words._
    known = {
        "host": _("This page does not answer to that name. Open it as 'recall web' says."),
        "origin": _("This did not come from the page itself, so nothing was changed."),
        "rate": _("Too much at once. Wait a minute, and try again."),
        "link": _("This link was used already, or it is too old. 'recall web' makes a new one."),
        "signed out": _(
            "This browser is not signed in. On the computer that has your library, 'recall web' "
            "opens a link that signs a browser in; 'recall web --host 0.0.0.0' shows a code that "
            "signs a phone in."
        ),
        "changed": _(
            "It was visited or changed elsewhere meanwhile, so nothing was recorded a second time."
        ),
        "404": _("There is no such page."),
        "405": _("That cannot be done here, and nothing was changed."),
        "408": _("What was sent did not arrive in time, and nothing was changed."),
        "413": _("That is too long, and nothing was changed. Send less."),
        "400": _("What the browser sent could not be read, and nothing was changed."),
        DEFECT: _("Something went wrong that should not. What was done before is kept."),
    }
    return known.get(name) or known["400"]
