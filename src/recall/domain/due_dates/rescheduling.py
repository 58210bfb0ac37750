"""Where due dates go when another set of parameters tells memories anew."""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import NamedTuple

from recall.domain.due_dates.backlog import first_revisits
from recall.domain.due_dates.load_balancer import Spread, bounds, due_dates
from recall.domain.library.card import Rating

DAYS_AHEAD = 14


class Standing(NamedTuple):
    """A card that is told anew: when it is due, and what its replayed memory makes of that.

    interval is the model's in days, from last_review on; rating is the last one of its reviews.
    """

    id: int
    minutes: int
    due: date
    last_review: date
    rating: Rating
    reviews: int
    interval: int

    @property
    def wanted(self) -> date:
        """The day the model wants it back."""
        return self.last_review + timedelta(days=self.interval)


def moved(
    cards: Iterable[Standing], load: Mapping[date, int], today: date, spread: Spread
) -> dict[int, date]:
    """Return the new due date of each card that moves, by ID; load is all that is not among them.

    A card stays where its new interval allows its date as it is, and where it is due already
    and would be so still. What would be due by now and was not is spread over the coming days,
    none later than it was; every other takes the lightest of its days.
    """
    minutes = dict(load)
    leaving: list[Standing] = []
    for card in cards:
        if _stays(card, today, spread):
            _add(minutes, max(card.due, today), card.minutes)
        else:
            leaving.append(card)
    leaving.sort(key=lambda card: (card.wanted, card.id))  # what is late comes first
    late = [card.minutes for card in leaving if card.wanted <= today]
    soon = iter(first_revisits(late, today, spread.budget, minutes))
    found: dict[int, date] = {}
    for card in leaving:
        is_late = card.wanted <= today
        day = min(next(soon), card.due) if is_late else _lightest(card, today, spread, minutes)
        _add(minutes, day, card.minutes)
        if day != card.due:
            found[card.id] = day
    return found


def planned(
    cards: Iterable[Standing], moves: Mapping[int, date], load: Mapping[date, int], today: date
) -> list[tuple[date, int, int]]:
    """Return the minutes of the next two weeks' days, before and after; today's hold the late."""
    before, after = dict(load), dict(load)
    for card in cards:
        _add(before, max(card.due, today), card.minutes)
        _add(after, max(moves.get(card.id, card.due), today), card.minutes)
    dates = [today + timedelta(days=number) for number in range(DAYS_AHEAD)]
    return [(day, before.get(day, 0), after.get(day, 0)) for day in dates]


def _add(minutes: dict[date, int], day: date, more: int) -> None:
    minutes[day] = minutes.get(day, 0) + more


def _stays(card: Standing, today: date, spread: Spread) -> bool:
    first, last = bounds(card.interval, spread.maximum)
    allowed = first <= (card.due - card.last_review).days <= last
    return allowed or (card.due <= today and card.wanted <= today)


def _lightest(card: Standing, today: date, spread: Spread, load: Mapping[date, int]) -> date:
    """The lightest day near the one wanted; just that one where today is as near."""
    earliest = card.last_review + timedelta(days=bounds(card.interval, spread.maximum)[0])
    rule = spread._replace(moves=spread.moves and earliest > today)
    intervals, seed = {card.rating: card.interval}, (card.id, card.reviews)
    return due_dates(intervals, card.last_review, load, seed, rule)[card.rating]
