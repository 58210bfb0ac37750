"""What `recall edit` says of a resource that it changed."""

from typing import TYPE_CHECKING

from recall.cli.report import due_phrase, named
from recall.domain.library.further_links import named as numbered_link
from recall.domain.library.further_links import numbered
from recall.domain.library.resource import Resource, short
from recall.domain.text.wording import counted
from recall.usecases.changed import Changed
from recall.usecases.context import Context
from recall.views.resource import ResourceView

if TYPE_CHECKING:
    from recall.usecases.resources.changing import Edit


def facts_of(context: Context, changed: Changed, fields: "Edit") -> list[str]:
    """Return what a resource is now, in words."""
    from recall.usecases.resources.prerequisites import prerequisites
    from recall.usecases.resources.standing import said
    from recall.views.resource import resource_view

    done = changed.resource
    facts = _state(resource_view(context, done), prerequisites(context.store, done))
    if fields.no_labels and not done.labels:
        facts.append("no labels")
    if fields.links or fields.no_links:
        links = ", ".join(numbered_link(*link) for link in numbered(done.links))
        facts.append(f"links: {links}" if links else "no further links")
    if fields.description is not None:
        facts.append(f"about: {short(done.description)}" if done.description else "no description")
    if changed.joined is not None:
        facts.append(f"{named(changed.joined)} is a part of it now")
    if fields.question is not None and done.question is None:
        facts.append("no question")
    if fields.read_on is not None:
        facts.append(f"read {done.read_on}" if done.read_on else "no date of reading")
    if fields.once is not None:
        facts += [done.status, due_phrase(done, context)]
    if fields.section is not None or fields.new_section is not None:
        facts.append(said(done.places[0].section))
    return facts


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
