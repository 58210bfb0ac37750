"""The table of pages: the modules that have them."""

from recall.web.pages.endpoint import Page
from recall.web.routes import (
    exporting,
    importing,
    lists,
    session,
    settings,
    statistics,
    today,
    undoing,
    visits,
)

PAGES: tuple[Page, ...] = (
    *today.TODAY_PAGES,
    *session.SESSION_PAGES,
    *visits.VISIT_PAGES,
    *statistics.STATISTICS_PAGES,
    *lists.LIST_PAGES,
    *importing.IMPORT_PAGES,
    *exporting.EXPORT_PAGES,
    *settings.SETTING_PAGES,
    *undoing.UNDO_PAGES,
)
"""All pages for a browser that is signed in."""
