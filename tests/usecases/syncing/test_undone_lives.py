"""Lives of a list on both sides: once all is undone, only what the person wrote is left."""

from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from recall.errors import RecallError
from testing.lists.lives.actions import ACTIONS
from testing.lists.lives.comparing import left_of_recall
from testing.lists.lives.edits import EDITS
from testing.lists.lives.life import Life, Step
from testing.lists.synced import synced_alone

BULLETS = (
    "- [{box}] [Title {number}](https://example.org/{number})",
    "- [{box}] **[Title {number}](https://example.org/{number})**",
    "* [{box}] [Title {number}](https://example.org/{number}) - worth it",
    "1. [{box}] [Title {number}](https://example.org/{number})",
    "- [Title {number}](https://example.org/{number})",
)
HEADS = ("## {}", "**{}**", "# {}")


class Made(NamedTuple):
    """A list, and how it is written."""

    data: bytes
    end: str
    encoding: str


@st.composite
def lists(draw: st.DrawFn) -> Made:
    lines = draw(st.sampled_from([[], ["Intro", ""]]))
    head, blank, rule = draw(st.sampled_from(HEADS)), draw(st.booleans()), draw(st.booleans())
    number = 0
    for section in range(draw(st.integers(1, 3))):
        lines = [*lines, *(["---", ""] if section and rule else []), head.format(f"Part {section}")]
        lines += [""]
        usual = draw(st.sampled_from(BULLETS))
        for other in draw(
            st.lists(st.sampled_from([*[usual] * 4, *BULLETS]), min_size=1, max_size=4)
        ):
            number += 1
            box = draw(st.sampled_from("  x"))
            lines += [other.format(box=box, number=number), *([""] if blank else [])]
        lines += [] if blank else [""]
    end, encoding = (
        draw(st.sampled_from(["\n", "\r\n"])),
        draw(st.sampled_from(["utf-8", "utf-16"])),
    )
    text = end.join(lines).rstrip() + (end if draw(st.booleans()) else "")
    return Made(text.encode(encoding), end, encoding)


KINDS = {**EDITS, **ACTIONS}
NUMBERS = st.integers(0, 99)
EACH_MINUTE, ORDERED, BOTH = "each minute", "ordered", "both"
"""How syncs come: by the background program after each step, or when the person or it likes."""
SYNCS = {EACH_MINUTE: (), ORDERED: ("sync",) * 3, BOTH: ("sync", "minute") * 3}


def steps(syncs: Sequence[str]) -> st.SearchStrategy[list[Step]]:
    kinds = st.sampled_from([*KINDS, *("read", "add", "move", "tick", "reorder"), *syncs])
    return st.lists(st.builds(Step, kinds, NUMBERS, NUMBERS), max_size=14)


LIVES = st.sampled_from(list(SYNCS)).flatmap(lambda how: st.tuples(st.just(how), steps(SYNCS[how])))


@pytest.mark.timeout(300)
@settings(max_examples=40, deadline=None)
@given(lists(), LIVES)
def test_once_all_is_undone_only_what_the_person_wrote_is_left(
    folder: Path, made: Made, lived: tuple[str, list[Step]]
) -> None:
    how, done = lived
    with synced_alone(folder, made.data) as pair:
        life = Life(pair, made.end, made.encoding)
        minute = pair.minute if how == EACH_MINUTE else lambda: None
        for step in done:
            if step.kind in KINDS:
                with suppress(RecallError):  # it cannot be done, and is not
                    KINDS[step.kind](life, step)
            else:
                getattr(pair, step.kind)()
            minute()
        getattr(pair, "sync" if how == ORDERED else "minute")()
        life.undo_everything(minute)
        if how == BOTH:
            pair.minute()
        assert left_of_recall(life) == []
