"""Values that also follow from other rows of the library, so that a damaged one can be restored."""

from collections.abc import Callable, Mapping
from datetime import date
from functools import cached_property

from recall.domain.library.card import Rating
from recall.domain.library.resource import KIND_MINUTES, STATUSES, fold
from recall.storage.tables.details import details, to_lines, to_links
from recall.storage.tables.faults.found import AnyRow, Tables
from recall.storage.tables.faults.values import is_sound, readable

Values = Mapping[str, object]


class Witness:
    """The rows of a library by what they belong to; today is a study date."""

    def __init__(self, tables: Tables, today: date) -> None:
        """Take the rows as they are stored, with what is wrong in them."""
        self.tables = tables
        self.today = today.isoformat()

    @cached_property
    def places(self) -> Mapping[object, list[AnyRow]]:
        """Places by resource."""
        return _by_resource(self.tables["place"])

    @cached_property
    def sittings(self) -> Mapping[object, list[AnyRow]]:
        """Sittings that count, by resource."""
        return _by_resource(_counting(self.tables["sitting"]))

    @cached_property
    def reviews(self) -> Mapping[object, list[AnyRow]]:
        """Reviews that count, by resource."""
        return _by_resource(_counting(self.tables["review"]))

    @cached_property
    def beginning(self) -> object:
        """The earliest instant that is stored in the library."""
        told = ((table, name) for table, name in _INSTANTS)
        every = (
            row[name]
            for table, name in told
            for row in self.tables[table]
            if is_sound(table, name, row[name])
        )
        return min(map(str, every), default="1970-01-01T00:00:00Z")


_INSTANTS = (("action", "at"), ("parameters", "created_at"), ("reading_list", "imported_at"))


def _by_resource(rows: list[AnyRow]) -> dict[object, list[AnyRow]]:
    found: dict[object, list[AnyRow]] = {}
    for row in rows:
        found.setdefault(row["resource_id"], []).append(row)
    return found


def _counting(rows: list[AnyRow]) -> list[AnyRow]:
    return [row for row in rows if row["void_by"] is None]


def status(row: AnyRow, known: Witness) -> Values:
    """Infer the status from the columns that go with each status."""
    if not known.places.get(row["id"]):
        found = "removed"
    elif row["status_before"] in STATUSES:
        found = "suspended"
    elif row["due"] is not None or row["once"] is True or known.reviews.get(row["id"]):
        found = "read"
    else:
        found = "reading" if known.sittings.get(row["id"]) else "unread"
    return {"status": found}


def memory(row: AnyRow, known: Witness) -> Values | None:
    """Take the card from the last review of its log."""
    reviews = known.reviews.get(row["id"], [])
    if not reviews:
        return {"stability": None, "difficulty": None, "last_review": None, "parameters_id": None}
    last = reviews[-1]
    names = ("stability", "difficulty", "study_date", "due")
    if not all(is_sound("review", name, last[name]) for name in names):
        return None
    is_once = row["once"] is True
    return {
        "stability": last["stability"],
        "difficulty": last["difficulty"],
        "last_review": last["study_date"],
        "parameters_id": None,
        "due": None if is_once else last["due"],
        "postponed_from": None,
        **counts(row, known),
    }


def due(row: AnyRow, known: Witness) -> Values:
    """Take the due date from the log; a read resource without a grade is due today."""
    reviews = known.reviews.get(row["id"], [])
    if row["once"] is True or row["status"] in ("unread", "reading", "removed"):
        return {"due": None}
    if reviews and is_sound("review", "due", reviews[-1]["due"]):
        return {"due": reviews[-1]["due"], "postponed_from": None}
    return {"due": known.today}


def counts(row: AnyRow, known: Witness) -> Values:
    """Count reviews and lapses."""
    reviews = known.reviews.get(row["id"], [])
    lapses = sum(review["rating"] == Rating.AGAIN for review in reviews[1:])
    return {"reviews": len(reviews), "lapses": lapses}


def minutes_read(row: AnyRow, known: Witness) -> Values | None:
    """Add up what the sittings covered."""
    covered = [
        sitting["minutes"] if sitting["progress"] is None else sitting["progress"]
        for sitting in known.sittings.get(row["id"], [])
    ]
    whole = [number for number in covered if isinstance(number, int)]
    return {"minutes_read": sum(whole)} if len(whole) == len(covered) else None


def minutes(row: AnyRow, _known: Witness) -> Values:
    """Take the usual minutes of the kind."""
    usual = {str(kind): number for kind, number in KIND_MINUTES.items()}
    return {"minutes": usual.get(str(row["kind"]), usual["page"])}


def title(row: AnyRow, known: Witness) -> Values:
    """Take what can be read of a title, or the one that it has in a list, or its address."""
    places = known.places.get(row["id"], [])
    candidates = [readable(row["title"]), *(place["title"] for place in places), row["identity"]]
    return {"title": _first_sound("title", candidates, f"resource {row['id']}")}


def title_there(row: AnyRow, known: Witness) -> Values:
    """Take what can be read of a title in a list, or that of the resource."""
    titles = {resource["id"]: resource["title"] for resource in known.tables["resource"]}
    candidates = [readable(row["title"]), titles.get(row["resource_id"])]
    return {"title": _first_sound("title", candidates, f"resource {row['resource_id']}")}


def folded(row: AnyRow, known: Witness) -> Values:
    """Fold the titles again, as a search compares them."""
    titles = [row["title"], *(place["title"] for place in known.places.get(row["id"], []))]
    texts = dict.fromkeys(
        fold(str(title)) for title in titles if is_sound("resource", "title", title)
    )
    return {"folded": "\n".join(texts)}


def folded_details(row: AnyRow, _known: Witness) -> Values:
    """Fold description, labels and links again."""
    of = {name: row[name] if is_sound("resource", name, row[name]) else None for name in _TOLD}
    told = {name: None if value is None else str(value) for name, value in of.items()}
    values: dict[str, object] = {
        "description": told["description"],
        "links": to_links(told["links"]),
        "labels": to_lines(told["labels"]),
    }
    return {"folded_details": details(values)["folded_details"]}


_TOLD = ("description", "links", "labels")


def identity(row: AnyRow, known: Witness) -> Values:
    """Take the canonical URL, if no other resource has it; otherwise one of its own."""
    taken = {
        resource["identity"] for resource in known.tables["resource"] if resource["id"] != row["id"]
    }
    url = row["canonical_url"]
    is_free = url is not None and is_sound("resource", "identity", url) and url not in taken
    return {"identity": url if is_free else f"⟨{row['id']}⟩"}


def list_of(row: AnyRow, known: Witness) -> Values | None:
    """Take the list of its first place, or the first list that there is."""
    lists = [reading_list["id"] for reading_list in known.tables["reading_list"]]
    there = (place["list_id"] for place in known.places.get(row["id"], []))
    found = next((number for number in there if number in lists), lists[0] if lists else None)
    return None if found is None else {"list_id": found}


def weights(row: AnyRow, known: Witness) -> Values | None:
    """Take the published weights for the first set, which a library begins with."""
    is_first = row["id"] == min((kept["id"] for kept in known.tables["parameters"]), key=str)
    return published_weights() if is_first else None


def published_weights() -> Values:
    """Return the weights that FSRS is published with."""
    from recall.domain.memory.scheduling import DEFAULT_WEIGHTS

    return {"weights": f"[{', '.join(map(repr, DEFAULT_WEIGHTS))}]"}


def in_use(row: AnyRow, known: Witness) -> Values:
    """Use the set if no other one is used."""
    others = [kept for kept in known.tables["parameters"] if kept["id"] != row["id"]]
    return {"in_use": not any(other["in_use"] is True for other in others)}


def at_of_action(row: AnyRow, known: Witness) -> Values:
    """Take noon of its study date, or else the first instant that is known."""
    day = row["study_date"]
    is_known = is_sound("action", "study_date", day)
    return {"at": f"{day}T12:00:00Z" if is_known else known.beginning}


def day_of_action(row: AnyRow, known: Witness) -> Values:
    """Take the day on which it was done."""
    at = row["at"] if is_sound("action", "at", row["at"]) else known.beginning
    return {"study_date": str(at)[: len("2026-11-22")]}


def _first_sound(column: str, candidates: list[object], otherwise: str) -> object:
    sound = (
        candidate
        for candidate in candidates
        if candidate and is_sound("resource", column, candidate)
    )
    return next(sound, otherwise)


RULES: Mapping[tuple[str, str], Callable[[AnyRow, Witness], Values | None]] = {
    ("reading_list", "name"): lambda row, _: {"name": readable(row["name"]) or f"list {row['id']}"},
    ("reading_list", "rules_version"): lambda _row, _: {"rules_version": 0},
    ("reading_list", "imported_at"): lambda _, known: {"imported_at": known.beginning},
    ("resource", "identity"): identity,
    ("resource", "title"): title,
    ("resource", "folded"): folded,
    ("resource", "folded_details"): folded_details,
    ("resource", "minutes"): minutes,
    ("resource", "minutes_read"): minutes_read,
    ("resource", "list_id"): list_of,
    ("resource", "ordinal"): lambda _row, _: {"ordinal": 0},
    ("resource", "added_at"): lambda _, known: {"added_at": known.beginning},
    ("resource", "status"): status,
    ("resource", "due"): due,
    ("resource", "postponed_from"): lambda _row, _: {"postponed_from": None},
    ("resource", "stability"): memory,
    ("resource", "difficulty"): memory,
    ("resource", "last_review"): memory,
    ("resource", "parameters_id"): memory,
    ("resource", "reviews"): counts,
    ("resource", "lapses"): counts,
    ("place", "title"): title_there,
    ("place", "section"): lambda row, _: {"section": _section(row)},
    ("place", "ordinal"): lambda _row, _: {"ordinal": 0},
    ("parameters", "model"): lambda _row, _: {"model": "FSRS-6"},
    ("parameters", "weights"): weights,
    ("parameters", "in_use"): in_use,
    ("parameters", "created_at"): lambda _, known: {"created_at": known.beginning},
    ("action", "kind"): lambda row, _: {"kind": _kind(row)},
    ("action", "at"): at_of_action,
    ("action", "study_date"): day_of_action,
    ("action", "summary"): lambda row, _: {"summary": readable(row["summary"]) or _kind(row)},
    ("list_file", "known_action"): lambda _row, _: {"known_action": 0},
    ("section_rule", "turn"): lambda _row, _: {"turn": "normal"},
}
"""By table and column: the values that replace a bad one, or None if they cannot be inferred."""


def _section(row: AnyRow) -> str:
    text = readable(row["section"]) or ""
    return text if is_sound("place", "section", text) else ""


def _kind(row: AnyRow) -> str:
    return readable(row["kind"]) or "unknown"
