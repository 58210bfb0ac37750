"""The table of pages: the modules that have them."""

from recall.web.pages.endpoint import Page
from recall.web.routes import days, settings, statistics, undoing
from recall.web.routes.daily import session, today, visits
from recall.web.routes.library import adding, editing, looking, resource, sections
from recall.web.routes.lists import exporting, importing, standing

PAGES: tuple[Page, ...] = (
    *today.TODAY_PAGES,
    *session.SESSION_PAGES,
    *visits.VISIT_PAGES,
    *statistics.STATISTICS_PAGES,
    *standing.LIST_PAGES,
    *importing.IMPORT_PAGES,
    *exporting.EXPORT_PAGES,
    *days.DAY_PAGES,
    *settings.SETTING_PAGES,
    *undoing.UNDO_PAGES,
    *looking.LIBRARY_PAGES,
    *sections.SECTION_PAGES,
    *resource.RESOURCE_PAGES,
    *editing.EDIT_PAGES,
    *adding.ADD_PAGES,
)
"""All pages for a browser that is signed in."""
