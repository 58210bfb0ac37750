"""Changing the fields of a resource, as `recall edit` does."""

from collections.abc import Callable, Iterator, Mapping

from starlette.responses import Response

from recall.domain.library.fields import MOST_LENGTH, MOST_MINUTES, MOST_PARTS, checked_kind
from recall.domain.library.resource import KINDS, LINK_ROLES, PRIORITIES, Resource
from recall.domain.lists.section_names import shown
from recall.domain.text.given_numbers import minutes_of, number_of
from recall.errors import RecallError
from recall.usecases.find import AsWritten, Meant, fields_of, find
from recall.usecases.resources.changing import Edit, edited
from recall.usecases.resources.labeling import all_labels
from recall.usecases.resources.looking.listing import all_sections
from recall.usecases.resources.prerequisites import prerequisites
from recall.usecases.resources.reading_dates import said_read_on
from recall.views.resource import resource_view
from recall.web.pages.drawing import as_shown
from recall.web.pages.endpoint import Page
from recall.web.pages.page_request import PageRequest
from recall.web.pages.problems import status_of, told

_TEXTS = ("title", "url", "language", "series", "question", "description")


def form(asked: PageRequest) -> Response:
    """Show the fields of a resource."""
    resource = find(asked.context.store, str(asked.number))
    return _form(asked, resource, _values(resource), fields_of(resource))


def change(asked: PageRequest) -> Response:
    """Change what is other than the form showed it; show the form again if that is not possible."""
    resource = find(asked.context.store, str(asked.number))
    fields = asked.field("fields")
    meant: Meant = AsWritten(resource.id, fields) if fields else resource
    try:
        wanted = _wanted(asked, resource)
        if wanted != Edit():
            edited(asked.context, meant, wanted)
    except RecallError as error:
        problem, status = told(error, asked.words), status_of(error)
        typed = {name: asked.field(name) for name in _values(resource)}
        return _form(asked, resource, typed, fields, problem=problem, status=status)
    return asked.go(f"/r/{resource.id}")


def _form(
    asked: PageRequest,
    resource: Resource,
    values: Mapping[str, str],
    fields: str,
    problem: str = "",
    status: int = 200,
) -> Response:
    is_typed, form = bool(problem), asked.form
    kept = {
        name: [str(value) for value in form.getlist(f"keep_{name}")] if is_typed else None
        for name in ("label", "link", "after")
    }
    more = ("new_label", "new_link", "new_link_role", "new_after")
    return asked.page(
        "library/edit.html",
        status,
        resource=resource,
        view=resource_view(asked.context, resource),
        values={**values, **{name: asked.field(name) for name in more}},
        kept=kept,
        fields=fields,
        problem=problem,
        earlier=prerequisites(asked.context.store, resource),
        sections=[shown(section) for section in all_sections(asked.context)],
        labels=all_labels(asked.context),
        kinds=KINDS,
        priorities=PRIORITIES,
        roles=LINK_ROLES,
    )


def _values(resource: Resource) -> dict[str, str]:
    """Return the fields of a resource as a form shows them."""
    texts = {name: as_shown(getattr(resource, name) or "").strip() for name in _TEXTS}
    numbers = {
        "minutes": resource.minutes if resource.minutes_given else None,
        "length": resource.length,
        "part": resource.part,
    }
    return {
        **texts,
        **{name: "" if number is None else str(number) for name, number in numbers.items()},
        "kind": resource.kind,
        "priority": resource.priority,
        "read_on": resource.read_on or "",
        "section": as_shown(shown(resource.places[0].section)) if resource.places else "",
        "once": "1" if resource.once else "",
    }


def _wanted(asked: PageRequest, resource: Resource) -> Edit:
    """Return what the form changes; BadInput for what cannot be read."""
    changed = dict(_changed(asked, resource))
    text, read_on = changed.get, changed.get("read_on")
    edit = Edit(
        title=text("title"),
        url=text("url"),
        kind=checked_kind(text("kind")),
        language=text("language") or None,
        minutes=_number(text("minutes"), minutes_of(1, MOST_MINUTES)),
        series=text("series") or None,
        part=_number(text("part"), number_of("the part", 0, MOST_PARTS)),
        no_series=text("series") == "",
        priority=text("priority"),
        length=_number(text("length"), number_of("the length", 1, MOST_LENGTH)),
        question=text("question"),
        once=bool(changed["once"]) if "once" in changed else None,
        section=text("section"),
        description=text("description"),
        read_on=read_on and said_read_on(read_on, asked.context.today),
    )
    edit = _put_on(asked, edit)
    return _taken_off(asked, resource, edit) if "kept" in asked.form else edit


def _changed(asked: PageRequest, resource: Resource) -> Iterator[tuple[str, str]]:
    """Give the fields that are other than they were shown."""
    for name, now in _values(resource).items():
        if name in asked.form and asked.field(name) != now:
            yield name, asked.field(name)


def _number(text: str | None, read: Callable[[str], int]) -> int | None:
    return read(text) if text else None


def _put_on(asked: PageRequest, edit: Edit) -> Edit:
    """Add the new label, link and earlier resource, if the form has them."""
    label, link, role, after = (
        asked.field(f"new_{name}") for name in ("label", "link", "link_role", "after")
    )
    return edit._replace(
        labels=(label,) if label else (),
        links=(f"{role}={link}" if role else link,) if link else (),
        after=(find(asked.context.store, after).id,) if after else (),
    )


def _taken_off(asked: PageRequest, resource: Resource, edit: Edit) -> Edit:
    """Take off the labels, links and earlier resources that have no tick any more."""
    labels, links, after = (
        asked.form.getlist(f"keep_{name}") for name in ("label", "link", "after")
    )
    numbers = map(str, range(1, len(resource.links) + 1))
    earlier = prerequisites(asked.context.store, resource)
    return edit._replace(
        no_labels=tuple(label for label in resource.labels if as_shown(label) not in labels),
        no_links=tuple(number for number in numbers if number not in links),
        not_after=tuple(other.id for other in earlier if str(other.id) not in after),
    )


EDIT_PAGES = (
    Page("GET", "/r/{number:id}/edit", form),
    Page("POST", "/r/{number:id}/edit", change),
)
