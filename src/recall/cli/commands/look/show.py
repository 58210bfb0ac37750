"""`recall show`: shows one resource, its log, and what each rating would do."""

from collections.abc import Mapping
from datetime import date

import typer

from recall.cli.acting import due_phrase, in_days, named
from recall.cli.environment import World
from recall.cli.options import Json, ResourceText
from recall.cli.output.log_json import review_json, sitting_json
from recall.cli.output.prose import paragraph
from recall.cli.output.screen import Screen
from recall.cli.output.table import Cell, Column, rows
from recall.cli.output.views import resource_json
from recall.domain.library.card import Rating
from recall.domain.library.pace import Pace
from recall.domain.library.resource import Resource
from recall.domain.library.review import Review, Sitting
from recall.domain.lists import section_names
from recall.domain.text.plain import lines, plain
from recall.storage.tables.log import reviews, sittings
from recall.storage.tables.parameters import latest
from recall.storage.tables.section_rules import after
from recall.usecases.context import Context
from recall.usecases.find import again, find
from recall.usecases.planning.pacing import pace_of

_LOG = (
    Column("date"),
    Column("rating", style="key"),
    Column("min", right=True, priority=3),
    Column("recall", right=True, priority=2),
    Column("stability", right=True, priority=2),
    Column("next"),
    Column("note", flexible=True, style="dim"),
)
_PREVIEW = (Column("rating", style="key"), Column("date"), Column("in", style="dim"))


def command(ctx: typer.Context, resource: ResourceText, json: Json = False) -> None:
    """Show one resource, its log, and what each rating would do."""
    world: World = ctx.obj
    with world.library() as context:
        found = find(context.store, resource)
        from recall.usecases.rating.preview import earliest_date, preview_dates

        log = reviews(context.store, found.id)
        sat = sittings(context.store, found.id)
        before = [again(context.store, number) for number in after(context.store, found.id)]
        preview = preview_dates(context, found, earliest_date(context, log))
        shown = resource_json(found, context.today, latest(context.store).weights)
        pace = pace_of(context.store, context.today)
        if json:
            world.print_json(
                {
                    "resource": shown,
                    "log": [review_json(one) for one in log],
                    "preview": {one.name.lower(): day.isoformat() for one, day in preview.items()},
                    "sittings": [sitting_json(one) for one in sat],
                    "after": [one.id for one in before],
                    "reading": pace.reading(found)._asdict(),
                    "revisit": pace.revisit(found)._asdict(),
                }
            )
        else:
            _print(world.screen, context, found, shown, pace)
            _print_after(world.screen, before)
            _print_sittings(world.screen, sat)
            _print_log(world.screen, log)
            _print_preview(world.screen, preview, context.today)


def _print(
    screen: Screen, context: Context, resource: Resource, shown: Mapping[str, object], pace: Pace
) -> None:
    paragraph(screen, resource.title, style="title")
    # Not wrapped, so that it can be copied whole: the terminal folds it.
    screen.write(f"{'url':>8}  {screen.link(plain(resource.url or 'none'), resource.url)}")
    facts = [
        ("in", section_names.shown(place.section)) for place in resource.places if place.section
    ]
    if resource.series:
        part = "?" if resource.part is None else resource.part
        facts.append(("series", f"{resource.series}, part {part}"))
    facts.append(("kind", f"{resource.kind}, {resource.language}"))
    for name, told in (("reading", pace.reading(resource)), ("revisit", pace.revisit(resource))):
        facts.append((name, f"{told.minutes} min, {told.source}: {told.why}"))
    facts.append(("status", _status(resource, context)))
    if resource.card.memory is not None:
        facts.append(("memory", _memory(shown)))
    for name, value in facts:
        paragraph(screen, value, label=f"{name:>8}  ")
    for number, line in enumerate(lines(resource.note or "")):
        paragraph(screen, line, label=f"{'' if number else 'note':>8}  ")


def _status(resource: Resource, context: Context) -> str:
    facts = [resource.status]
    if resource.priority != "normal":
        facts.append(f"{resource.priority} priority")
    if resource.card.due is not None:
        facts.append(due_phrase(resource, context))
    if resource.gone:
        facts.append("gone from the list")
    return ", ".join(facts)


def _memory(shown: Mapping[str, object]) -> str:
    return (
        f"{100 * float(str(shown['retrievability'])):.0f} % likely to be recalled, "
        f"stability {float(str(shown['stability'])):.1f} days, "
        f"difficulty {float(str(shown['difficulty'])):.1f} of 10"
    )


def _print_after(screen: Screen, before: list[Resource]) -> None:
    for number, one in enumerate(before):
        words = named(one) if one.card.due is None else f"{named(one)}, which is read"
        paragraph(screen, words, label=f"{'' if number else 'after':>8}  ")


def _print_sittings(screen: Screen, sat: list[Sitting]) -> None:
    for number, one in enumerate(sat):
        label = "" if number else "sittings"
        words = f"{one.study_date.isoformat()}, {one.minutes} min"
        paragraph(screen, f"{words}: {one.note}" if one.note else words, label=f"{label:>8}  ")


def _print_log(screen: Screen, log: list[Review]) -> None:
    if not log:
        return
    screen.write()
    for line in rows(screen, _LOG, [_log_row(one) for one in log], heading=True):
        screen.write(line)


def _log_row(review: Review) -> list[str | Cell]:
    predicted = "" if review.retrievability is None else f"{100 * review.retrievability:.0f} %"
    return [
        review.study_date.isoformat(),
        review.rating.name.lower(),
        "" if review.minutes is None else str(review.minutes),
        predicted,
        f"{review.stability:.1f}",
        review.due.isoformat(),
        review.note or "",
    ]


def _print_preview(screen: Screen, preview: Mapping[Rating, date], today: date) -> None:
    screen.write()
    paragraph(screen, "graded today, it comes back", style="heading")
    choices = [
        [rating.name.lower(), day.isoformat(), in_days((day - today).days)]
        for rating, day in preview.items()
    ]
    for line in rows(screen, _PREVIEW, choices):
        screen.write(line)
