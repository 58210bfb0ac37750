"""All kinds of hostile input, one for each door that takes text."""

from testing.faults.hostile.answers import answer_kinds
from testing.faults.hostile.commands import command_kinds
from testing.faults.hostile.formats import format_kinds
from testing.faults.hostile.pages import page_kinds
from testing.faults.hostile.sessions import session_kinds
from testing.faults.kind import Kind

HOSTILE: tuple[Kind, ...] = (
    *format_kinds(),
    *command_kinds(),
    *session_kinds(),
    *page_kinds(),
    *answer_kinds(),
)
