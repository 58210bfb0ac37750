"""The table of pages: the modules that have them."""

from recall.web.pages.endpoint import Page
from recall.web.routes import session, today, undoing, visits
from recall.web.routes.library import adding, editing, looking, resource

PAGES: tuple[Page, ...] = (
    *today.TODAY_PAGES,
    *session.SESSION_PAGES,
    *visits.VISIT_PAGES,
    *undoing.UNDO_PAGES,
    *looking.LIBRARY_PAGES,
    *resource.RESOURCE_PAGES,
    *editing.EDIT_PAGES,
    *adding.ADD_PAGES,
)
"""All pages for a browser that is signed in."""
