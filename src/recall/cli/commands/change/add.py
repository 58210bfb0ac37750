"""`recall add`: adds resources by their links."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from recall.cli.commands.change.edit import (
    Kind,
    Labels,
    Language,
    NewSection,
    Part,
    ReadingMinutes,
    Section,
    Series,
)
from recall.cli.environment import Environment
from recall.cli.options import Json
from recall.cli.parsing.arguments import Argument, option
from recall.cli.report import named, report_all
from recall.domain.library.fields import checked_kind
from recall.domain.text.wording import counted
from recall.errors import BadInput
from recall.usecases.context import Context

if TYPE_CHECKING:
    from recall.usecases.pages.filling_in import FilledIn
    from recall.usecases.pages.looked import Looked
    from recall.usecases.resources.adding import AddedLinks
    from recall.usecases.resources.changing import Edit
    from recall.usecases.resources.typed_links import Typed

LINES_PIPED = "-"
"""What a person types for lines on standard input."""

_MOST_TOLD = 5
"""Skipped lines that are named with the reason; the others are only counted."""

Links = Annotated[
    list[str],
    Argument(
        metavar="URL",
        help="One or more: a URL, also without https://, an arXiv number, a DOI, or a file; "
        "- reads lines of them.",
    ),
]
Title = Annotated[str | None, option("--title", "-t", help="The title.")]
Note = Annotated[
    str | None,
    option("--note", "-n", help="A note that you see before you read it."),
]
KeepText = Annotated[
    bool, option("--keep-text", help="Keep the text of the page: 'recall text' shows it.")
]
NoFetch = Annotated[bool, option("--no-fetch", help="Do not ask the pages.")]


def command(
    environment: Environment,
    links: Links,
    title: Title = None,
    section: Section = None,
    new_section: NewSection = None,
    kind: Kind = None,
    language: Language = None,
    minutes: ReadingMinutes = None,
    series: Series = None,
    part: Part = None,
    label: Labels = None,
    note: Note = None,
    keep_text: KeepText = False,
    no_fetch: NoFetch = False,
    json: Json = False,
) -> int | None:
    """Add resources by their links.

    What you do not give, such as title and minutes, is asked of their pages.

    A line can have a title beside its link, and be a Markdown link. What the library has already
    stays as it is and is named; so is what is no link, and the rest is added nevertheless. All of
    it is one action, which 'recall undo' takes back.
    """
    from recall.usecases.resources.adding import Pages, add_all, already_there
    from recall.usecases.resources.changing import Edit
    from recall.usecases.resources.labeling import checked

    fields = Edit(
        kind=checked_kind(kind),
        language=language,
        minutes=minutes,
        series=series,
        part=part,
        labels=checked(label or ()),
        section=section,
        new_section=new_section,
    )
    typed = _read(environment, links)
    if (title, part, note) != (None, None, None):
        typed = _of_one(typed, title, note)
    with environment.library(empty=True) as context:
        asked = _asked(environment, context, typed, fields, keep_text=keep_text, no_fetch=no_fetch)
        pages = Pages({page.url: page for page in asked}, keep_text=keep_text)
        added = add_all(context, typed.links, fields, pages=pages)
        if not added.new and len(typed.links) == 1 and not typed.not_taken:
            raise already_there(added.known[0])
        _report(environment, context, typed, added, json=json)
        for sentence in _not_said(added, keep_text=keep_text):
            environment.say(sentence)
    _say_not_taken(environment, typed)
    if typed.ticked and added.new:
        environment.say("ticks are not taken here; 'recall import -' takes lists with their ticks")
    return 1 if typed.not_taken or not added.new else None


def _asked(
    environment: Environment,
    context: Context,
    typed: "Typed",
    fields: "Edit",
    *,
    keep_text: bool,
    no_fetch: bool,
) -> "list[Looked]":
    """Ask the pages of what is new, if the person has not given all that they would say."""
    from recall.usecases.resources.adding import unknown

    complete = fields.minutes is not None and all(link.title for link in typed.links)
    if no_fetch or not (keep_text or (environment.settings.fetch_on and not complete)):
        return []
    urls = unknown(context, typed.links, fields)
    if not urls:
        return []
    from recall.cli.asking_pages import ask_pages
    from recall.usecases.pages.asking import without_extra

    if missing := without_extra():
        environment.say(f"pages are not asked: {missing}; or 'recall config set fetch.on false'")
        return []
    found: list[Looked] = []

    def take(looked: "Iterator[Looked]") -> None:
        for page in looked:
            found.append(page)  # one by one: an interruption keeps them

    if ask_pages(environment, urls, take, text=keep_text):
        left = counted(len(urls) - len(found), "page")
        environment.say(f"interrupted; {left} not asked, 'recall fetch' asks later")
    return found


def _not_said(added: "AddedLinks", *, keep_text: bool) -> Iterable[str]:
    """Say which pages did not say what was asked."""
    offline = False
    for page in added.pages:
        if page.problem is not None and not (offline and page.problem.reason == "offline"):
            offline = page.problem.reason == "offline"
            yield f"{page.resource.id}: {page.problem}; {_remedy(page)}"
    left = sum(one.left_alone for one in added.pages)
    if left:
        yield f"{counted(left, 'page')} not asked; 'recall fetch' asks later"
    if keep_text:
        empty = [one.resource.id for one in added.pages if not one.kept and one.problem is None]
        if empty:
            yield f"no text to keep: {', '.join(map(str, empty))}"


def _remedy(page: "FilledIn") -> str:
    from recall.usecases.pages.filling_in import is_answer

    if is_answer(page):
        return f"'recall edit {page.resource.id} --title TITLE --length N' says it by hand"
    return "'recall fetch' asks again"


def _read(environment: Environment, links: Iterable[str]) -> "Typed":
    """Return the links that were typed or piped in; BadInput if there is none."""
    from recall.usecases.resources.typed_links import refuse_all, typed, with_title

    lines = [line for link in links for line in _lines(environment, link)]
    found = with_title(typed(lines, Path.cwd()), lines)
    if not found.links:
        raise refuse_all(found.not_taken)
    return found


def _lines(environment: Environment, link: str) -> list[str]:
    if link != LINES_PIPED:
        return [link]
    from recall.formats.encodings.decoding import decode

    if environment.stdin.isatty():
        environment.say("a link a line; end with Ctrl-D on a line of its own")
    return decode(environment.stdin.read(), "standard input").splitlines()


def _of_one(typed: "Typed", title: str | None, note: str | None) -> "Typed":
    """Return the only link with a title and a note; BadInput if there are several."""
    if len(typed.links) > 1:
        raise BadInput("--title, --part and --note are for a single link; here are several")
    (link,) = typed.links
    return typed._replace(links=(link._replace(title=title or link.title, note=note or ""),))


def _report(
    environment: Environment, context: Context, typed: "Typed", added: "AddedLinks", *, json: bool
) -> None:
    """Name what is new and what was there, and count both if there are several."""
    from recall.usecases.resources.standing import said
    from recall.views.resource import resource_views

    section, is_new = added.standing
    where = f", {said(section)}" if section else ""
    where = where.replace("in ", "in the new section ", 1) if is_new else where
    is_one = len(typed.links) == 1
    sentences = [
        f"added {named(view.resource)}, {view.resource.kind}, {view.minutes} min"
        + (where if is_one else "")
        for view in resource_views(context, added.new)
    ]
    for resource in added.known:
        there = (
            f", {said(resource.places[0].section)}"
            if resource.places and resource.places[0].section
            else ""
        )
        sentences.append(f"already there: {named(resource)}, {resource.status}{there}")
    if not is_one:
        sentences.append(_counts(typed, added, where))
    more = {
        "section": list(section),
        "new_section": is_new,
        "known": [view.as_json() for view in resource_views(context, added.known)],
        "not_added": [taken._asdict() for taken in typed.not_taken],
    }
    did = "add" if added.new else None
    report_all(environment, context, sentences, action=did, changed=added.new, json=json, **more)


def _say_not_taken(environment: Environment, typed: "Typed") -> None:
    """Name the first few skipped lines with the reason, and count the others."""
    told = typed.not_taken[:_MOST_TOLD]
    for taken in told:
        what, _, forms = taken.reason.partition("; ")
        is_last = taken is told[-1]
        environment.say(f"not added: {what}{f'; {forms}' if forms and is_last else ''}")
    if more := len(typed.not_taken) - len(told):
        environment.say(f"and {counted(more, 'other line')} not added; --json has them all")


def _counts(typed: "Typed", added: "AddedLinks", where: str) -> str:
    """Return how many of several links were added, and where."""
    parts = [f"{counted(len(added.new), 'link')} added{where if added.new else ''}"]
    parts += [f"{len(added.known)} there already"] if added.known else []
    parts += [f"{added.twice} given twice"] if added.twice else []
    parts += [f"{len(typed.not_taken)} not added"] if typed.not_taken else []
    return "; ".join(parts)
