"""The table of pages: the modules that have them."""

from recall.web.pages.endpoint import Page
from recall.web.routes import session, today, undoing, visits

PAGES: tuple[Page, ...] = (
    *today.TODAY_PAGES,
    *session.SESSION_PAGES,
    *visits.VISIT_PAGES,
    *undoing.UNDO_PAGES,
)
"""All pages for a browser that is signed in."""
