"""New due dates after memories are recomputed under another set of parameters."""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import NamedTuple

from recall.domain.due_dates.backlog import first_revisits
from recall.domain.due_dates.load_balancer import Spread, bounds, due_dates
from recall.domain.library.card import Rating

DAYS_AHEAD = 14


class RescheduledCard(NamedTuple):
    """A card with its due date and its recomputed interval.

    interval is the model's, in days from last_review; rating is that of its last review, which
    came `survived` days after the one before it, None if it was the first.
    """

    id: int
    minutes: int
    due: date
    last_review: date
    rating: Rating
    reviews: int
    interval: int
    survived: int | None = None

    @property
    def wanted(self) -> date:
        """The due date that the model asks for."""
        return self.last_review + timedelta(days=self.interval)


def moved(
    cards: Iterable[RescheduledCard], load: Mapping[date, int], today: date, spread: Spread
) -> dict[int, date]:
    """Return the new due date of each card that moves, by ID; load is of all other cards.

    A card stays if its new interval allows its present date, or if it is due already and still
    would be. Cards that would now be due and were not are spread over the coming days, none
    later than before; every other card takes the lightest day near the wanted one.
    """
    minutes = dict(load)
    leaving: list[RescheduledCard] = []
    for card in cards:
        if _stays(card, today, spread):
            _add(minutes, max(card.due, today), card.minutes)
        else:
            leaving.append(card)
    leaving.sort(key=lambda card: (card.wanted, card.id))  # late cards first
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
    cards: Iterable[RescheduledCard],
    moves: Mapping[int, date],
    load: Mapping[date, int],
    today: date,
) -> list[tuple[date, int, int]]:
    """Return the next two weeks' minutes by day, before and after; today includes the overdue."""
    before, after = dict(load), dict(load)
    for card in cards:
        _add(before, max(card.due, today), card.minutes)
        _add(after, max(moves.get(card.id, card.due), today), card.minutes)
    dates = [today + timedelta(days=number) for number in range(DAYS_AHEAD)]
    return [(day, before.get(day, 0), after.get(day, 0)) for day in dates]


def _add(minutes: dict[date, int], day: date, more: int) -> None:
    minutes[day] = minutes.get(day, 0) + more


def _stays(card: RescheduledCard, today: date, spread: Spread) -> bool:
    first, last = bounds(card.interval, spread.maximum)
    allowed = first <= (card.due - card.last_review).days <= last
    return allowed or (card.due <= today and card.wanted <= today)


def _lightest(card: RescheduledCard, today: date, spread: Spread, load: Mapping[date, int]) -> date:
    """Return the lightest day after today near the wanted one."""
    dues = due_dates(
        {card.rating: card.interval},
        card.last_review,
        load,
        seed=(card.id, card.reviews),
        spread=spread,
        survived=card.survived,
        earliest=(today - card.last_review).days + 1,
    )
    return dues[card.rating]
