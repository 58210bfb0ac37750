"""What was done last, in words, for the button that takes it back."""

from typing import NamedTuple

from recall.domain.library.past_action import PastAction
from recall.usecases.context import Context
from recall.usecases.history import undoable
from recall.web.words.sentences import said
from recall.web.words.words import PageWords


class DoneAction(NamedTuple):
    """An action: its number, what was done, and the title of its resource, '' without one."""

    number: int
    what: str
    title: str


def last_done(words: PageWords, context: Context) -> DoneAction | None:
    """Return what undoing would take back, if it was done today; None if there is nothing."""
    last = undoable(context)
    return action_in_words(words, last) if last and last.study_date == context.today else None


def action_in_words(words: PageWords, action: PastAction) -> DoneAction:
    """Return what was done in the language of the page."""
    _ = words._
    named = {
        "read": _("Read"),
        "grade": _("Graded"),
        "sitting": _("One sitting"),
        "postpone": _("Postponed"),
        "suspend": _("Suspended"),
        "archive": _("Archived"),
        "resume": _("Taken up again"),
        "later": _("Put later"),
        "put off": _("Put off for today"),
        "more": _("More for today"),
        "minutes": _("Minutes changed"),
        "note": _("Note"),
        "edit": _("Edited"),
        "add": _("Added"),
        "import": _("Imported"),
        "sync": _("Brought in step"),
        "pause": _("Pause"),
        "day": _("Minutes of a date"),
        "forget list": _("File forgotten"),
        "join": _("Joined"),
        "keep": _("Kept"),
        "section": _("Section"),
        "init": _("Library made"),
        "fetch": _("Asked its page"),
        "parameters": _("Parameters learned"),
        "reschedule": _("Dates moved"),
        "mend": _("Mended"),
        "repair": _("Repaired"),
    }
    what = named.get(action.kind, action.kind)
    is_told = action.kind not in ("later", "put off", "note", "edit", "add")
    summary = _summary(words, action) if is_told else ""
    told = _("%(what)s: %(how)s") % {"what": what, "how": summary} if summary else what
    return DoneAction(action.id, told, action.title or "")


def _summary(words: PageWords, action: PastAction) -> str:
    """Return the sentence about an action.

    A sync has a row of counts after the name of its list, a section its rule after its path.
    """
    if action.kind == "sync":
        name, _between, counts = action.summary.partition(": ")
        told = words._(", ").join(said(words, count) for count in counts.split(", "))
    elif action.kind == "section":
        name, _between, rule = action.summary.rpartition(": ")
        told = said(words, rule)
    else:
        return said(words, action.summary)
    return words._("%(what)s: %(how)s") % {"what": name, "how": told}
