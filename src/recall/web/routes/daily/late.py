"""Forms that a browser kept while it was offline: each counts once, and no note is lost."""

from collections.abc import Callable

from starlette.responses import Response

from recall.domain.library import notes
from recall.errors import RecallError, StorageError
from recall.usecases.find import find
from recall.usecases.history import was_done
from recall.usecases.resources import changing
from recall.web.pages.page_request import PageRequest
from recall.web.routes.returning import back

Answer = Callable[[PageRequest], Response]


def once(act: Answer, *kinds: str) -> Answer:
    """Wrap a handler so that a form which was kept while offline counts only once.

    A browser that gets no answer sends it again, perhaps after other things were done, or it was
    undone. Its moment tells it from others: an action of one of the kinds at that moment is its.
    If it is refused, its note stays: the browser cannot show it to the person any more.
    """

    def answer(asked: PageRequest) -> Response:
        if not asked.field("given_at"):
            return act(asked)
        if was_done(asked.context, asked.number, kinds):
            return asked.go(back(asked))
        try:
            return act(asked)
        except StorageError:  # the browser keeps it
            raise
        except RecallError:
            _keep_note(asked)
            raise

    return answer


def _keep_note(asked: PageRequest) -> None:
    written, over = asked.field("note"), asked.field("noted")
    resource = find(asked.context.store, str(asked.number))
    if written and notes.after(resource.note, written, over) != resource.note:
        changing.note(asked.context, resource, written, over)
