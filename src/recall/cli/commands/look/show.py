"""`recall show`: shows one resource, its log, and what each rating would do."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING

from recall.cli.environment import Environment
from recall.cli.options import Json, ResourceText
from recall.cli.output.earlier_notes import print_earlier_notes
from recall.cli.output.prose import paragraph
from recall.cli.output.screen import Screen
from recall.cli.output.table import Cell, Column, rows
from recall.cli.report import due_phrase, in_days, named
from recall.domain.library.card import Memory, Rating
from recall.domain.library.further_links import numbered, told
from recall.domain.library.resource import Resource
from recall.domain.library.review import Review, Sitting
from recall.domain.library.timing.pace import Estimate
from recall.domain.library.when_read import in_words
from recall.domain.lists import section_names
from recall.domain.text.plain import lines, plain
from recall.domain.text.wording import counted
from recall.usecases.context import Context
from recall.usecases.find import find

if TYPE_CHECKING:
    from recall.views.details import DetailsView
    from recall.views.memory.log import ProgressView

_LOG = (
    Column("date"),
    Column("rating", style="key"),
    Column("min", right=True, priority=3),
    Column("recall", right=True, priority=2),
    Column("stability", right=True, priority=2),
    Column("next"),
)
_PREVIEW = (Column("rating", style="key"), Column("date"), Column("in", style="dim"))


def command(environment: Environment, resource: ResourceText, json: Json = False) -> None:
    """Show one resource, its log, and what each rating would do."""
    with environment.library() as context:
        wanted = find(context.store, resource)
        from recall.views.details import details_view

        view = details_view(context, wanted)
        if json:
            environment.print_view(view)
        else:
            _print(environment.screen, context, view)


def _print(screen: Screen, context: Context, view: "DetailsView") -> None:
    record = view.record
    _print_facts(screen, context, view)
    _print_earlier(screen, record.earlier)
    _print_sittings(screen, record.sittings)
    _print_log(screen, record.reviews)
    if record.notes:
        screen.write()
        print_earlier_notes(screen, record.notes)
    _print_preview(screen, record.preview, context.today)


def _print_facts(screen: Screen, context: Context, view: "DetailsView") -> None:
    resource = view.resource.resource
    paragraph(screen, resource.title, style="title")
    # Not wrapped, so that it can be copied in one piece.
    screen.write(f"{'url':>8}  {screen.link(plain(resource.url or 'none'), resource.url)}")
    _print_found(screen, context, view)
    _print_links(screen, resource)
    for name, value in _facts(context, view):
        paragraph(screen, value, label=f"{name:>8}  ")
    _print_lines(screen, "about", lines(resource.description or ""))
    progress = view.progress
    if progress is None or progress.progress.last.note != resource.note:
        _print_lines(screen, "note", lines(resource.note or ""))
    _print_lines(screen, "question", lines(resource.question or ""))


def _print_found(screen: Screen, context: Context, view: "DetailsView") -> None:
    """Print what 'recall check' last found of the URL, and below it what can be copied."""
    link = view.link
    if link is None:
        return
    on = link.finding.checked_at.astimezone(context.now.tzinfo).date()
    facts = (link.finding.outcome, link.told(context.now), f"checked {on}")
    paragraph(screen, ", ".join(filter(None, facts)), label=f"{'':>8}  ")
    for line in filter(None, (link.command, link.copy)):
        screen.write(f"{'':>8}  {line}")


def _print_links(screen: Screen, resource: Resource) -> None:
    """Print the further links with their numbers, not wrapped either."""
    for number, link in numbered(resource.links):
        text = f", {plain(told(link))}" if told(link) else ""
        label = f"{'links' if number == 1 else '':>8}  {number} {link.role}{text}: "
        screen.write(label + screen.link(plain(link.url), link.url))


def _facts(context: Context, view: "DetailsView") -> Iterator[tuple[str, str]]:
    """Give each fact with its name, in the order in which they are read."""
    resource = view.resource.resource
    for section in dict.fromkeys(place.section for place in resource.places):
        if section:
            yield "in", section_names.shown(section)
    if resource.series:
        part = "?" if resource.part is None else resource.part
        yield "series", f"{resource.series}, part {part}"
    if resource.labels:
        yield "labels", ", ".join(resource.labels)
    yield "kind", f"{resource.kind}, {resource.language}"
    yield "reading", _estimate(view.record.reading)
    if view.progress is not None:
        yield "so far", _so_far(view.progress)
        yield from (("", line) for line in view.progress.stop(context.today))
    yield "revisit", _estimate(view.record.revisit)
    yield "status", _status(resource, context)
    if resource.read_on is not None:
        yield "read", _when_read(resource, resource.read_on, view.record.reviews)
    if resource.saved_on is not None:
        yield "saved", resource.saved_on.isoformat()
    yield from _of_page(view)
    if resource.card.memory is not None:
        yield "memory", _memory(resource.card.memory, view.resource.retrievability or 0.0)


def _when_read(resource: Resource, read_on: str, reviews: Sequence[Review]) -> str:
    first = reviews[0] if reviews and reviews[0].elapsed is not None else None
    on = None if first is None else first.study_date
    told = in_words(read_on, is_said=resource.read_on_said, on=on)
    if first is None or first.elapsed is None:
        return told
    return f"{told}; the first grade, on {on}, counts as {counted(first.elapsed, 'day')} later"


def _of_page(view: "DetailsView") -> Iterator[tuple[str, str]]:
    """Give what its page says, and whether its text is kept."""
    resource = view.resource.resource
    if resource.published_on is not None:
        yield "of", f"{resource.published_on}, as its page says"
    if view.text_kept_at is not None:
        yield "text", f"kept {view.text_kept_at:%Y-%m-%d}; 'recall text {resource.id}' shows it"


def _estimate(estimate: Estimate) -> str:
    return f"{estimate.minutes} min, {estimate.source}: {estimate.why}"


def _so_far(view: "ProgressView") -> str:
    progress = view.progress
    if not progress.minutes_left:
        return view.amount
    return f"{view.amount}: {progress.minutes_left} min, up to {progress.sitting_minutes} each time"


def _status(resource: Resource, context: Context) -> str:
    facts: list[str] = [resource.status]
    if resource.priority != "normal":
        facts.append(f"{resource.priority} priority")
    if resource.card.due is not None or resource.once:
        facts.append(due_phrase(resource, context))
    if resource.gone:
        facts.append("gone from the list")
    return ", ".join(facts)


def _memory(memory: Memory, retrievability: float) -> str:
    return (
        f"{100 * retrievability:.0f} % likely to be recalled, "
        f"stability {memory.stability:.1f} days, difficulty {memory.difficulty:.1f} of 10"
    )


def _print_earlier(screen: Screen, earlier: Sequence[Resource]) -> None:
    for index, resource in enumerate(earlier):
        name = named(resource)
        is_read = resource.card.due is not None or resource.once
        words = f"{name}, which is read" if is_read else name
        paragraph(screen, words, label=f"{'' if index else 'after':>8}  ")


def _print_sittings(screen: Screen, sittings: Sequence[Sitting]) -> None:
    _print_lines(screen, "sittings", map(_sitting, sittings))


def _sitting(sitting: Sitting) -> str:
    facts = [sitting.study_date.isoformat(), f"{sitting.minutes} min"]
    if sitting.progress is not None:
        back = f"went {-sitting.covered} min back"
        facts.append(f"covered {sitting.covered} min" if sitting.covered >= 0 else back)
    if sitting.stopped_at:
        facts.append(f"stopped at {sitting.stopped_at}")
    return ", ".join(facts)


def _print_lines(screen: Screen, name: str, values: Iterable[str]) -> None:
    """Print the lines of a fact, with its name before the first."""
    for index, line in enumerate(values):
        paragraph(screen, line, label=f"{'' if index else name:>8}  ")


def _print_log(screen: Screen, log: Sequence[Review]) -> None:
    if not log:
        return
    screen.write()
    for line in rows(screen, _LOG, [_log_row(review) for review in log], heading=True):
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
