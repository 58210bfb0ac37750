"""What is said of settings that are odd."""

from datetime import UTC, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recall.domain.reminders.advice import faults, notes
from recall.domain.reminders.slots import ReminderKind, ReminderPlan, next_slot

SATURDAY = frozenset([5])
LATE = time(23)
TIMES = st.integers(0, 1439).map(lambda minute: time(minute // 60, minute % 60))
PLANS = st.builds(
    ReminderPlan,
    times=TIMES.map(lambda at: (at,)),
    quiet=st.none() | st.tuples(TIMES, TIMES).filter(lambda pair: pair[0] != pair[1]),
    days=st.frozensets(st.integers(0, 6), min_size=1),
    nudge_at=TIMES,
    on=st.just(True),
    since=st.none(),
)


def kinds(*those: ReminderKind) -> frozenset[ReminderKind]:
    return frozenset[ReminderKind](those)


@pytest.mark.parametrize(
    ("plan", "comes"),
    [
        (ReminderPlan(), True),
        (ReminderPlan(nudge_at=time(7)), True),
        (ReminderPlan(nudge_at=time(13), quiet=(time(12), time(14))), True),
        (ReminderPlan(nudge_at=LATE), False),
        (ReminderPlan(nudge_at=LATE, days=SATURDAY), False),
        (ReminderPlan(nudge_at=LATE, quiet=None), True),
        (ReminderPlan(nudge_at=LATE, kinds=kinds("digest")), True),
        (ReminderPlan(nudge_at=LATE, on=False), True),
        (ReminderPlan(times=(LATE,), days=SATURDAY), True),
    ],
)
def test_a_nudge_that_can_never_come_is_said_with_what_to_change(
    plan: ReminderPlan, comes: bool
) -> None:
    found = faults(plan)
    assert len(found) == (0 if comes else 1)
    assert all(
        "the nudge at 23:00 can never come" in one and "change remind.nudge" in one for one in found
    )


@given(plan=PLANS)
def test_what_no_fault_is_found_with_does_come(plan: ReminderPlan) -> None:
    alone = plan._replace(kinds=kinds("nudge"))
    comes = next_slot(alone, datetime(2027, 6, 1, tzinfo=UTC)) is not None
    assert comes is not bool(faults(alone))
    assert next_slot(plan._replace(kinds=kinds("digest")), datetime(2027, 6, 1, tzinfo=UTC))


@pytest.mark.parametrize(
    ("plan", "words"),
    [
        (ReminderPlan(), []),
        (ReminderPlan(on=False), ["recall config set remind.on true"]),
        (ReminderPlan(on=False, kinds=kinds("nudge")), ["recall config set remind.on true"]),
        (ReminderPlan(kinds=kinds("nudge", "series")), ["recall config set remind.kinds all"]),
    ],
)
def test_what_was_chosen_is_said_with_the_way_back(plan: ReminderPlan, words: list[str]) -> None:
    found = notes(plan)
    assert len(found) == len(words)
    assert all(word in sentence for word, sentence in zip(words, found, strict=True))
