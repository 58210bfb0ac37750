"""A resource as every front end shows it."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

from recall.domain.library.resource import Planned, Resource, fold
from recall.domain.lists.shown_titles import titled
from recall.domain.searching.hits import Hit
from recall.usecases.context import Context
from recall.usecases.planning.pacing import pace_of
from recall.usecases.recalling import Recall

if TYPE_CHECKING:
    from recall.usecases.resources.looking.listing import FoundResources, Wanted

DIGITS = 4


class ResourceView(NamedTuple):
    """A resource, the minutes of its next visit, and the recall predicted on the day shown."""

    resource: Planned
    minutes: int
    recall: Recall

    @property
    def title(self) -> str:
        """The title as a person reads it."""
        return shown_title(self.resource)

    @property
    def next_due(self) -> date | None:
        """When its next revisit is due; None if it is not read yet, or was put aside."""
        return self.resource.card.due if self.resource.status == "read" else None

    @property
    def retrievability(self) -> float | None:
        """The predicted probability of recall, 0 to 1; None if it was never graded."""
        recall = self.recall.of(self.resource)
        return None if recall is None else round(recall, DIGITS)

    def as_json(self) -> dict[str, object]:
        """Return what every command prints of a resource."""
        resource, card = self.resource, self.resource.card
        memory = card.memory
        return {
            "id": resource.id,
            "title": resource.title,
            "url": resource.url,
            "kind": resource.kind,
            "sections": [
                list(section) for section in dict.fromkeys(at.section for at in resource.places)
            ],
            "series": resource.series,
            "part": resource.part,
            "status": resource.status,
            "minutes": self.minutes,
            "due": None if card.due is None else card.due.isoformat(),
            "stability": None if memory is None else memory.stability,
            "difficulty": None if memory is None else memory.difficulty,
            "retrievability": self.retrievability,
            "reviews": card.reviews,
            "note": resource.note,
            "language": resource.language,
            "canonical_url": resource.canonical_url,
            "reading_minutes": resource.minutes,
            "gone": resource.gone,
            "priority": resource.priority,
            "length": resource.length,
            "question": resource.question,
            "once": resource.once,
            "labels": list(resource.labels),
            "links": [link._asdict() for link in resource.links],
            "description": resource.description,
            "read_on": resource.read_on,
            "read_on_said": resource.read_on_said and resource.read_on is not None,
            "saved_on": None if resource.saved_on is None else resource.saved_on.isoformat(),
            "published_on": resource.published_on,
        }


class ResourceList(NamedTuple):
    """Resources in the order of their lists; found says, by ID, where a text was found in them.

    found is None if no text was searched for. total is how many fit, if these are only some.
    """

    resources: list[ResourceView]
    found: Mapping[int, list[Hit]] | None = None
    total: int | None = None

    def as_json(self) -> dict[str, object]:
        """Return what `recall list --json` prints."""
        if self.found is None:
            return {"resources": [view.as_json() for view in self.resources]}
        where = {number: [hit.as_json() for hit in some] for number, some in self.found.items()}
        return {
            "resources": [
                {**view.as_json(), "found": where[view.resource.id]} for view in self.resources
            ]
        }


def resource_view(context: Context, resource: Resource) -> ResourceView:
    """Return one resource as it stands today."""
    (view,) = resource_views(context, [resource])
    return view


def resource_views(context: Context, resources: Iterable[Resource]) -> list[ResourceView]:
    """Return resources as they stand today, with the minutes that they are planned with."""
    pace, recall = pace_of(context.store, context.today), Recall(context.store, context.today)
    planned = map(pace.planned, resources)
    return [ResourceView(resource, resource.next_minutes, recall) for resource in planned]


_SORTED: Mapping[str, Callable[[ResourceView], Any]] = {
    "due": lambda view: view.next_due or date.max,
    "title": lambda view: fold(view.title),
    "minutes": lambda view: view.minutes,
    "id": lambda view: view.resource.id,
}


def resource_list(context: Context, wanted: "Wanted", sort: str = "list") -> ResourceList:
    """Return the resources that fit, as they stand today, in one of the orders of `SORTS`.

    What has no due date comes behind all that has one.
    """
    from recall.usecases.resources.looking.listing import looked_up

    view = _as_list(context, looked_up(context, wanted))
    if sort not in _SORTED:
        return view
    return view._replace(resources=sorted(view.resources, key=_SORTED[sort]))


def resource_page(context: Context, wanted: "Wanted", first: int, most: int) -> ResourceList:
    """Return some of the resources that fit, from a place in the order of their lists on."""
    from recall.usecases.resources.looking.listing import looked_up

    return _as_list(context, looked_up(context, wanted, first, most))


def _as_list(context: Context, fit: "FoundResources") -> ResourceList:
    """Return what was found as it stands today."""
    views = resource_views(context, fit.resources)
    if fit.search is None:
        return ResourceList(views, None, fit.total)
    where = fit.search.where
    return ResourceList(
        views, {resource.id: where(resource) for resource in fit.resources}, fit.total
    )


def shown_title(resource: Resource) -> str:
    """Return the title as a person reads it."""
    return titled(resource.title, resource.places[0].section if resource.places else ())
