"""`recall pause`: leaves coming days without a plan."""

from collections.abc import Sequence
from datetime import date
from typing import Annotated

from recall.cli.environment import Environment
from recall.cli.options import Json
from recall.cli.output.prose import paragraph
from recall.cli.parsing.arguments import option
from recall.domain.calendar.pauses import Pause
from recall.errors import BadInput
from recall.usecases.breaks.pausing import NewPause, call_off, pause, written
from recall.usecases.context import Context
from recall.views.actions import ActionView
from recall.views.calendar import calendar_view
from recall.views.day import pause_as_json

Until = Annotated[
    str | None,
    option(
        "--until",
        metavar="DATE",
        help="The first day after it; without it, open-ended.",
    ),
]
From = Annotated[
    str | None,
    option("--from", metavar="DATE", help="The first day of the pause; if not given, today."),
]
Drop = Annotated[
    str | None,
    option("--drop", metavar="DATE", help="Call off the planned pause that this day lies in."),
]


def command(
    environment: Environment,
    until: Until = None,
    first: From = None,
    drop: Drop = None,
    json: Json = False,
) -> None:
    """Plan nothing and send no reminders until 'recall resume'.

    Several pauses can be planned. Those with an end become one if they overlap or touch. Without
    --from, a pause that is on gets the new end. 'recall day' lists all.
    """
    from recall.domain.text.dates import parse_coming, parse_future

    today = environment.today
    if drop is not None:
        if until is not None or first is not None:
            raise BadInput("--drop calls off a pause and takes no other date")
        _drop(environment, parse_coming(drop, today), json=json)
        return
    begins = None if first is None else parse_coming(first, today)
    ends = None if until is None else parse_future(until, today)
    with environment.library() as context:
        done = pause(context, begins, ends)
        if json:
            view = _view(context, "pause" if done.changed else None, done.pause, ())
            environment.print_view(view)
        else:
            paragraph(environment.screen, _sentence(done, today))
            _print_others(environment, context, done.pause)


def _drop(environment: Environment, day: date, *, json: bool) -> None:
    with environment.library() as context:
        gone = call_off(context, day)
        if json:
            environment.print_view(_view(context, "pause", None, gone))
        for pause in () if json else gone:
            said = f"the pause planned {written(pause)} is called off; 'recall undo' takes it back"
            paragraph(environment.screen, said)


def _view(
    context: Context, action: str | None, made: Pause | None, gone: Sequence[Pause]
) -> ActionView:
    more = {
        "pause": None if made is None else pause_as_json(made),
        "called_off": [pause_as_json(pause) for pause in gone],
        "pauses": [pause_as_json(pause) for pause in calendar_view(context).pauses],
    }
    return ActionView(action, more=more)


def _sentence(done: NewPause, today: date) -> str:
    pause = done.pause
    begins = "now" if pause.holds(today) else f"{pause.first:%A} {pause.first.isoformat()}"
    ends = "; 'recall resume' ends it"
    if done.no_longer is not None:
        ends += f", and no longer {done.no_longer:%A} {done.no_longer.isoformat()}"
    if pause.until is not None:
        ends = f" until {pause.until:%A} {pause.until.isoformat()}"
    if not done.changed:
        return f"nothing was changed: already paused from {begins}{ends}"
    other = " and ".join(map(written, done.joined))
    return f"paused from {begins}{ends}{other and f'; joined with the pause {other}'}"


def _print_others(environment: Environment, context: Context, made: Pause) -> None:
    others = [pause for pause in calendar_view(context).pauses if pause[:2] != made[:2]]
    if others:
        paragraph(environment.screen, f"also paused {', '.join(map(written, others))}", style="dim")
