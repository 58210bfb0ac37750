"""`recall fetch`: fills in what pages say."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

from recall.cli.completion import resources
from recall.cli.environment import Environment
from recall.cli.options import Json
from recall.cli.parsing.arguments import Argument, option
from recall.cli.report import named, report_all
from recall.domain.text.given_numbers import number_of
from recall.domain.text.wording import counted
from recall.errors import BadInput

if TYPE_CHECKING:
    from recall.usecases.pages.filling_in import FilledIn
    from recall.usecases.pages.looked import Looked

INTERRUPTED = 130

MOST_PAGES = 100_000

NOTHING_LACKS = "nothing lacks a title or minutes that its page was not asked for"

AnyResources = Annotated[
    list[str] | None,
    Argument(
        metavar="RESOURCE",
        help="IDs, URLs, or unique parts of titles. If none is given, all that lack a title or "
        "minutes and were not asked yet.",
        autocompletion=resources,
    ),
]
KeepText = Annotated[
    bool, option("--keep-text", help="Keep the text as well: 'recall text' shows it.")
]
Limit = Annotated[
    int | None,
    option(
        "--limit", metavar="N", parser=number_of("limit", 1, MOST_PAGES), help="At most so many."
    ),
]


def command(
    environment: Environment,
    some: AnyResources = None,
    keep_text: KeepText = False,
    limit: Limit = None,
    json: Json = False,
) -> int | None:
    """Fill in titles, lengths and dates from the pages of resources.

    What you gave stays. A site is asked once in ten seconds. What a page says is kept at once, so
    Ctrl-C loses nothing; 'recall undo' takes back a whole run.
    """
    from recall.cli.asking_pages import ask_pages
    from recall.cli.commands.change.page_report import told
    from recall.usecases.pages.filling_in import fill_in, lacking

    with environment.library() as context:
        wanted = lacking(context, some or (), limit)
        by_url = {resource.url: resource for resource in wanted if resource.url}
        if some and not by_url:
            raise BadInput(f"{named(wanted[0])} has no address to ask")
        done: list[FilledIn] = []

        def take(looked: "Iterator[Looked]") -> None:
            pairs = ((by_url[one.url], one) for one in looked)
            for page in fill_in(context, pairs, text=keep_text):
                done.append(page)  # one by one: an interruption keeps them

        interrupted = ask_pages(environment, list(by_url), take, text=keep_text)
        sentences = list(told(context, done, by_name=bool(some)))
        report_all(
            environment,
            context,
            sentences if by_url else [NOTHING_LACKS],
            action="fetch" if any(one.written for one in done) else None,
            changed=[one.resource for one in done if one.changed or one.kept],
            json=json,
            fetched=[one.as_json() for one in done],
            not_asked=len(by_url) - len(done),
        )
    if interrupted:
        left = counted(len(by_url) - len(done), "page")
        environment.say(f"interrupted; {left} not asked, and what was found is kept")
        return INTERRUPTED
    succeeded = any(not one.left_alone and one.problem is None for one in done)
    return None if succeeded or not by_url else 1
