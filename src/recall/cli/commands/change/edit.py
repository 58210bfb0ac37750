"""`recall edit`: changes the data of a resource."""

from typing import Annotated

from recall.cli.commands.change.edit_facts import facts_of
from recall.cli.completion import labels, resources, sections
from recall.cli.environment import Environment
from recall.cli.options import Json, ResourceTexts
from recall.cli.parsing.arguments import option
from recall.cli.report import named, readings_phrase, report_all
from recall.domain.library.fields import MOST_LENGTH, MOST_MINUTES, MOST_PARTS, checked_kind
from recall.domain.library.resource import (
    KINDS,
    LINK_ROLES,
    PRIORITIES,
    UNREAD,
)
from recall.domain.text.given_numbers import minutes_of, number_of
from recall.errors import BadInput
from recall.usecases.context import Context
from recall.usecases.find import find
from recall.usecases.resources.reading_dates import said_read_on

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
Links = Annotated[
    list[str] | None,
    option(
        "--link",
        metavar="[ROLE=]URL",
        help=f"Add a further link, or change the role of one; {', '.join(LINK_ROLES)}. "
        "Can be repeated.",
    ),
]
NoLinks = Annotated[
    list[str] | None,
    option(
        "--no-link",
        metavar="WHICH",
        help="Take a further link off: its number, role, text or URL; can be repeated.",
    ),
]
Description = Annotated[
    str | None, option("--description", help="What it is about; an empty text removes it.")
]


Section = Annotated[
    str | None,
    option(
        "--section",
        "-s",
        metavar="SECTION",
        help="Put it there: any unique part of a section's name; none has it: a new one. "
        "'/' separates levels.",
        autocompletion=sections,
    ),
]
NewSection = Annotated[
    str | None,
    option(
        "--new-section",
        metavar="SECTION",
        help="As --section, but with the whole name of a section, which may be new.",
    ),
]


def command(
    environment: Environment,
    some: ResourceTexts,
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
    section: Section = None,
    new_section: NewSection = None,
    link: Links = None,
    no_link: NoLinks = None,
    description: Description = None,
    read_on: ReadOn = None,
    json: Json = False,
) -> None:
    """Change the title, section, kind, minutes or links of resources.

    Imports leave everything that you set here as it is. Several resources are one action.
    """
    from recall.usecases.resources import changing, prerequisites

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
        section=section,
        new_section=new_section,
        links=tuple(link or ()),
        no_links=tuple(no_link or ()),
        description=description,
    )
    with environment.library() as context:
        fields = fields._replace(after=_ids(context, after), not_after=_ids(context, not_after))
        found = [find(context.store, text) for text in some]
        changed = changing.edit_all(context, found, fields)
        facts = [facts_of(context, edited, fields) for edited in changed]
        is_unread = any(edited.resource.status in UNREAD for edited in changed)
        is_chosen_anew = fields.reorders or (fields.resizes and is_unread)
        today = readings_phrase(context) if is_chosen_anew else ""
        sentences = [
            f"{named(edited.resource)}: {', '.join(said)}{today if edited is changed[-1] else ''}"
            for edited, said in zip(changed, facts, strict=True)
        ]
        first = changed[0]
        earlier = prerequisites.prerequisites(context.store, first.resource)
        other = first.joined
        report_all(
            environment,
            context,
            sentences,
            action="edit",
            changed=[edited.resource for edited in changed],
            json=json,
            after=[resource.id for resource in earlier],
            old=None if other is None else {"id": other.id, "title": other.title},
        )


def _ids(context: Context, texts: list[str] | None) -> tuple[int, ...]:
    return tuple(find(context.store, text).id for text in texts or ())
