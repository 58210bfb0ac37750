"""`recall edit`: changes the data of a resource."""

from typing import Annotated

from recall.cli.completion import labels, resources
from recall.cli.environment import Environment
from recall.cli.options import Json, ResourceText, minutes_of, number_of, said_read_on
from recall.cli.parsing.arguments import option
from recall.cli.report import due_phrase, named, readings_phrase, report
from recall.domain.library.resource import KINDS, PRIORITIES, UNREAD, Resource, ResourceKind
from recall.domain.text.choice import chosen
from recall.domain.text.wording import counted
from recall.errors import BadInput
from recall.usecases.context import Context
from recall.usecases.find import find
from recall.views.resource import ResourceView

MOST_MINUTES = 60_000
MOST_PARTS = 10_000
MOST_LENGTH = 10_000_000

Title = Annotated[str | None, option("--title", "-t", help="The title.")]
Url = Annotated[str | None, option("--url", help="Its new URL; its history stays.")]
Kind = Annotated[str | None, option("--kind", help=f"The kind: {', '.join(KINDS)}.")]
Language = Annotated[str | None, option("--language", help="The language: zh, en and so on.")]
ReadingMinutes = Annotated[
    int | None,
    option(
        "--minutes",
        "-m",
        metavar="N",
        parser=minutes_of(1, MOST_MINUTES),
        help="Minutes that the whole reading takes; also 1h30.",
    ),
]
Length = Annotated[
    int | None,
    option(
        "--length",
        metavar="N",
        parser=number_of("the length", 1, MOST_LENGTH),
        help="The length of the text: characters for Chinese, otherwise words.",
    ),
]
Series = Annotated[str | None, option("--series", help="The series that it belongs to.")]
Part = Annotated[
    int | None,
    option(
        "--part",
        metavar="N",
        parser=number_of("the part", 0, MOST_PARTS),
        help="Its number in the series.",
    ),
]
NoSeries = Annotated[bool, option("--no-series", help="It belongs to no series.")]
Ask = Annotated[
    str | None,
    option(
        "--ask",
        metavar="TEXT",
        help="Your own question, shown before you recall it; an empty text removes it.",
    ),
]
Once = Annotated[bool, option("--once", help="It is read, and gets no revisits.")]
NoOnce = Annotated[bool, option("--no-once", help="Its revisits begin after all.")]
ReadOn = Annotated[
    str | None,
    option(
        "--read-on",
        metavar="WHEN",
        help="When you read it: 2026, 2026-03 or 2026-03-05; an empty text removes it. It counts "
        "at the first grade.",
    ),
]
Priority = Annotated[
    str | None,
    option(
        "--priority",
        metavar="PRIORITY",
        help=f"{', '.join(PRIORITIES)}: its place in the order, and how well to remember it.",
        autocompletion=lambda: list(PRIORITIES),
    ),
]
After = Annotated[
    list[str] | None,
    option(
        "--after",
        metavar="RESOURCE",
        help="Read it only after this resource; can be repeated.",
        autocompletion=resources,
    ),
]
NotAfter = Annotated[
    list[str] | None,
    option(
        "--not-after",
        metavar="RESOURCE",
        help="Remove this prerequisite.",
        autocompletion=resources,
    ),
]
Labels = Annotated[
    list[str] | None,
    option(
        "--label",
        metavar="LABEL",
        help="Put this label on it; can be repeated.",
        autocompletion=labels,
    ),
]
NoLabels = Annotated[
    list[str] | None,
    option(
        "--no-label",
        metavar="LABEL",
        help="Take this label off it, also if its list has it; can be repeated.",
        autocompletion=labels,
    ),
]


def command(
    environment: Environment,
    resource: ResourceText,
    title: Title = None,
    url: Url = None,
    kind: Kind = None,
    language: Language = None,
    minutes: ReadingMinutes = None,
    series: Series = None,
    part: Part = None,
    no_series: NoSeries = False,
    priority: Priority = None,
    after: After = None,
    not_after: NotAfter = None,
    length: Length = None,
    ask: Ask = None,
    once: Once = False,
    no_once: NoOnce = False,
    label: Labels = None,
    no_label: NoLabels = None,
    read_on: ReadOn = None,
    json: Json = False,
) -> None:
    """Change the title, kind, minutes or priority of a resource.

    Imports leave everything that you set here as it is.
    """
    from recall.usecases.resources import changing, prerequisites
    from recall.views.resource import resource_view

    if once and no_once:
        raise BadInput("revisits and no revisits at once: give --once or --no-once")
    fields = changing.Edit(
        title=title,
        url=url,
        kind=checked_kind(kind),
        language=language,
        minutes=minutes,
        series=series,
        part=part,
        no_series=no_series,
        priority=priority,
        length=length,
        question=ask,
        once=once if once or no_once else None,
        labels=tuple(label or ()),
        no_labels=tuple(no_label or ()),
        read_on=read_on and said_read_on(read_on, environment.today),
    )
    with environment.library() as context:
        fields = fields._replace(after=_ids(context, after), not_after=_ids(context, not_after))
        changed = changing.edited(context, find(context.store, resource), fields)
        done = changed.resource
        earlier = prerequisites.prerequisites(context.store, done)
        facts = _state(resource_view(context, done), earlier)
        if no_label and not done.labels:
            facts.append("no labels")
        if changed.joined is not None:
            facts.append(f"{named(changed.joined)} is a part of it now")
        if ask is not None and done.question is None:
            facts.append("no question")
        if read_on is not None:
            facts.append(f"read {done.read_on}" if done.read_on else "no date of reading")
        if once or no_once:
            facts += [done.status, due_phrase(done, context)]
        is_chosen_anew = fields.reorders or (fields.resizes and done.status in UNREAD)
        today = readings_phrase(context) if is_chosen_anew else ""
        sentence = f"{named(done)}: {', '.join(facts)}{today}"
        ids = [other.id for other in earlier]
        other = changed.joined
        report(
            environment,
            context,
            sentence,
            action="edit",
            resource=done,
            json=json,
            after=ids,
            old=None if other is None else {"id": other.id, "title": other.title},
        )


def checked_kind(text: str | None) -> ResourceKind | None:
    """Return the kind as given; BadInput, which names the kinds, if there is no such kind."""
    kind = chosen(text, KINDS)
    if kind is None and text is not None:
        raise BadInput(f"'{text}' is not a kind; allowed: {', '.join(KINDS)}")
    return kind


def _ids(context: Context, texts: list[str] | None) -> tuple[int, ...]:
    return tuple(find(context.store, text).id for text in texts or ())


def _state(view: ResourceView, earlier: list[Resource]) -> list[str]:
    resource = view.resource
    facts: list[str] = [resource.kind, f"{resource.minutes} min"]
    if resource.series:
        facts.append(f"part {'?' if resource.part is None else resource.part} of {resource.series}")
    if resource.length:
        unit = "character" if resource.language == "zh" else "word"
        facts.append(counted(resource.length, unit))
    if resource.priority != "normal":
        facts.append(f"{resource.priority} priority")
    facts += [f"after {named(other)}" for other in earlier]
    if resource.labels:
        facts.append(f"labels: {', '.join(resource.labels)}")
    if resource.question:
        facts.append(f"question: {resource.question}")
    return facts
