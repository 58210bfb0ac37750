"""Forms that a browser kept while it was offline: each counts once, and no note is lost."""

from collections.abc import Callable, Sequence

from starlette.responses import Response

from recall.domain.library import notes
from recall.errors import RecallError, StorageError
from recall.usecases.find import find
from recall.usecases.history import was_done
from recall.usecases.resources import changing
from recall.web.pages.page_request import SEE_OTHER, PageRequest
from recall.web.routes.returning import back

Answer = Callable[[PageRequest], Response]


def once(act: Answer, *kinds: str) -> Answer:
    """Wrap a handler so that a form which the browser sends again counts only once.

    A browser that gets no answer sends it again, perhaps after other things were done, or it was
    undone. A form that was kept until there was a connection has a moment that tells it from
    others: an action of one of the kinds at that moment is its. One that was sent at once is known
    by its key, until the server ends.
    """

    def answer(asked: PageRequest) -> Response:
        key = asked.field("key")
        if asked.site.sent.has(key) or _was_kept_and_done(asked, kinds):
            return asked.go(back(asked))
        answered = _with_its_note(act, asked)
        if answered.status_code == SEE_OTHER:
            asked.site.sent.note(key)
        return answered

    return answer


def _was_kept_and_done(asked: PageRequest, kinds: Sequence[str]) -> bool:
    return bool(asked.field("given_at")) and was_done(asked.context, asked.number, kinds)


def _with_its_note(act: Answer, asked: PageRequest) -> Response:
    """Run the handler. If it refuses a form that was kept offline, keep the note of the form.

    A browser that could not reach the library keeps the form itself.
    """
    try:
        return act(asked)
    except StorageError:
        raise
    except RecallError:
        if asked.field("given_at"):
            _keep_note(asked)
        raise


def _keep_note(asked: PageRequest) -> None:
    written, over = asked.field("note"), asked.field("noted")
    resource = find(asked.context.store, str(asked.number))
    if written and notes.after(resource.note, written, over) != resource.note:
        changing.note(asked.context, resource, written, over)
