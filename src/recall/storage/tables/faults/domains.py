"""The domain of each column, beyond its type, for `doctor` and for imports alike.

A column that is not here may hold any value of its type in `columns.TABLES`.
"""

from collections.abc import Callable, Mapping
from typing import NamedTuple, get_args

from recall.domain.library.catalog import Mark
from recall.domain.library.fields import MOST_LENGTH, MOST_MINUTES
from recall.domain.library.resource import KINDS, PRIORITIES, STATUSES
from recall.domain.link_checks.finding import OUTCOMES
from recall.domain.reminders.slots import REMINDER_KINDS
from recall.storage.database.columns import TABLES
from recall.storage.tables.faults import forms

LARGEST = 2**31 - 1
"""PostgreSQL's largest integer."""

_MOST_DAYS = 40_000
"""More days than an interval, or the time between two reviews, ever has."""

_DAY_MINUTES = 24 * 60


class Domain(NamedTuple):
    """What a column may hold: one of these words, a number between two, or a text of a form.

    points_at is a table: the value is the ID of one of its rows, which the database itself does
    not see to. is_blank: the text may be empty. mend is the value that says as much as one that
    is none; see `mends`.
    """

    words: tuple[str, ...] = ()
    least: float = -LARGEST
    most: float = LARGEST
    form: Callable[[str], bool] | None = None
    points_at: str | None = None
    is_blank: bool = True
    mend: str | int | None = None


ANY = Domain()

_COUNT = Domain(least=0)
_ID = Domain(least=1)
_NAME = Domain(is_blank=False)
_SECTION = Domain(form=forms.is_section)
_DIFFICULTY = Domain(least=1, most=10)
_STABILITY = Domain(least=0.0001)
_ACTION = Domain(points_at="action")
_READ_ON = Domain(form=forms.is_when_read)
_LOGGED = Domain(most=MOST_MINUTES, least=0)
_LINES = Domain(form=forms.is_lines)

DOMAINS: Mapping[tuple[str, str], Domain] = {
    **{(table, "id"): _ID for table in TABLES},
    ("reading_list", "name"): _NAME,
    ("reading_list", "choice"): Domain(form=forms.is_choice),
    ("resource", "identity"): _NAME,
    ("resource", "title"): _NAME,
    ("resource", "kind"): Domain(words=KINDS, mend="page"),
    ("resource", "language"): Domain(form=forms.is_language, mend="en"),
    ("resource", "minutes"): Domain(least=1, most=MOST_MINUTES),
    ("resource", "minutes_read"): _COUNT,
    ("resource", "part"): _COUNT,
    ("resource", "ordinal"): _COUNT,
    ("resource", "status"): Domain(words=(*STATUSES, "removed")),
    ("resource", "status_before"): Domain(words=STATUSES),
    ("resource", "stability"): _STABILITY,
    ("resource", "difficulty"): _DIFFICULTY,
    ("resource", "reviews"): _COUNT,
    ("resource", "lapses"): _COUNT,
    ("resource", "priority"): Domain(words=PRIORITIES, mend="normal"),
    ("resource", "parameters_id"): Domain(points_at="parameters"),
    ("resource", "length"): Domain(least=0, most=MOST_LENGTH),
    ("resource", "links"): Domain(form=forms.is_links),
    ("resource", "labels"): _LINES,
    ("resource", "labels_by_hand"): Domain(form=forms.is_labels_by_hand),
    ("resource", "read_on"): _READ_ON,
    ("resource", "joined_into"): Domain(points_at="resource"),
    ("resource", "published_on"): Domain(form=forms.is_partial_date),
    ("place", "ordinal"): _COUNT,
    ("place", "section"): _SECTION,
    ("place", "mark"): Domain(words=get_args(Mark)),
    ("parameters", "weights"): Domain(form=forms.is_weights),
    ("parameters", "revisits"): _COUNT,
    ("parameters", "tested"): _COUNT,
    ("action", "kind"): _NAME,
    ("action", "resource_id"): Domain(points_at="resource"),
    ("action", "undone_by"): _ACTION,
    ("change", "table_name"): Domain(words=tuple(TABLES)),
    ("change", "row_id"): _ID,
    ("review", "rating"): Domain(least=1, most=4),
    ("review", "minutes"): _LOGGED,
    ("review", "planned_minutes"): _LOGGED,
    ("review", "elapsed"): Domain(least=0, most=LARGEST),
    ("review", "retrievability"): Domain(least=0, most=1),
    ("review", "stability_before"): _STABILITY,
    ("review", "stability"): _STABILITY,
    ("review", "difficulty_before"): _DIFFICULTY,
    ("review", "difficulty"): _DIFFICULTY,
    ("review", "interval"): Domain(least=1, most=_MOST_DAYS),
    ("review", "desired_retention"): Domain(least=0.01, most=0.9999),
    ("review", "maximum_interval"): Domain(least=1, most=_MOST_DAYS),
    ("review", "source"): Domain(words=("grade", "read", "join")),
    ("review", "void_by"): _ACTION,
    ("review", "mixture"): Domain(form=forms.is_mixture),
    ("day_mixture", "action_id"): _COUNT,
    ("day_mixture", "mixture"): Domain(form=forms.is_mixture_or_none),
    ("sitting", "minutes"): _LOGGED,
    ("sitting", "void_by"): _ACTION,
    ("sitting", "progress"): Domain(least=-MOST_MINUTES, most=MOST_MINUTES),
    ("reminder", "kind"): Domain(words=REMINDER_KINDS),
    ("reminder", "slot"): _NAME,
    ("snooze", "kind"): Domain(words=REMINDER_KINDS),
    ("section_rule", "section"): _SECTION,
    ("section_rule", "turn"): Domain(words=("first", "normal", "later", "hold"), mend="normal"),
    ("day_minutes", "minutes"): Domain(least=0, most=_DAY_MINUTES),
    ("plan", "revision"): Domain(least=1),
    ("plan", "minutes"): Domain(least=0, most=_DAY_MINUTES),
    ("planned_visit", "place"): _COUNT,
    ("planned_visit", "task"): Domain(words=("revisit", "read", "sitting")),
    ("planned_visit", "minutes"): Domain(least=0, most=_DAY_MINUTES),
    ("list_file", "path"): _NAME,
    ("list_file", "known_action"): _COUNT,
    ("own_lines", "text"): Domain(form=forms.is_packed),
    ("own_lines", "lines"): Domain(form=forms.is_own_lines),
    ("agreement", "text"): Domain(form=forms.is_packed_or_none),
    ("agreement", "digest"): Domain(form=forms.is_digest),
    ("agreement", "entries"): Domain(form=forms.is_entries_or_none),
    ("link_check", "outcome"): Domain(words=OUTCOMES),
    ("link_check", "status"): Domain(least=0, most=999),
    ("link_check", "failures"): _COUNT,
}
"""The domains of columns, by table and column."""
