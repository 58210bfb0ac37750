"""Every setting of the one table that may be shown, checked and kept as `recall config` does it."""

from collections.abc import Mapping

from starlette.responses import Response

from recall.errors import RecallError
from recall.settings.file import refusals, store_all
from recall.views.settings import SettingRow, setting_rows
from recall.web.pages.endpoint import Page
from recall.web.pages.page_request import PageRequest
from recall.web.words.sentences import said
from recall.web.words.setting_groups import group_of

_BEFORE = "before:"
"""Begins the name of the field with the value that the form showed."""


def show(asked: PageRequest) -> Response:
    """Show the settings by group."""
    return _shown(asked, {}, {}, is_kept=bool(asked.query("kept")))


def keep(asked: PageRequest) -> Response:
    """Keep what was changed in the form, all or nothing; what stands beside it stays as it is."""
    typed = {row.name: asked.field(row.name) for row in _rows(asked) if row.name in asked.form}
    changed = {
        name: text for name, text in typed.items() if text != asked.field(f"{_BEFORE}{name}")
    }
    wrong = refusals(changed)
    if wrong:
        return _shown(asked, typed, wrong)
    if changed:
        store_all(asked.site.settings_path, changed)
    return asked.go("/settings?kept=1")


def _rows(asked: PageRequest) -> list[SettingRow]:
    return setting_rows(asked.context.settings)


def _shown(
    asked: PageRequest,
    typed: Mapping[str, str],
    wrong: Mapping[str, RecallError],
    *,
    is_kept: bool = False,
) -> Response:
    """Show the settings with what was typed, and beside each what is wrong with it."""
    groups: dict[str, list[SettingRow]] = {}
    for row in _rows(asked):
        groups.setdefault(group_of(asked.words, row.name), []).append(row)
    return asked.page(
        "settings.html",
        status=422 if wrong else 200,
        groups=groups,
        typed=typed,
        wrong={name: said(asked.words, str(error)) for name, error in wrong.items()},
        is_kept=is_kept,
        path=asked.site.settings_path,
    )


SETTING_PAGES = (
    Page("GET", "/settings", show),
    Page("POST", "/settings/keep", keep),
)
