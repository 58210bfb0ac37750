"""What the trials of a server's faults find: each planted mistake is named, and no other."""

import pytest

from testing.commands import killing
from testing.commands.command_line import Outcome
from testing.faults.servers.judging import SECRET, Reference, Seen, judged
from testing.faults.servers.killed import Whole, half
from testing.faults.servers.proxy import Fault

BEFORE, HALF, DONE = (frozenset({("action", word)}) for word in ("before", "half", "done"))

USUAL = Seen(Outcome(0, "graded\n", ""), "", DONE, "- [x] a", 0.1, {}, is_free=True, is_alone=True)

REFERENCE = Reference([BEFORE, DONE], "- [ ] a", USUAL, only_keeps=False, commits=[])

NOTHING = "recall: the library was cut off in the middle; nothing was changed, try again\n"
KEPT = "recall: the library was cut off in the middle; what was done before is kept, and more\n"
MAYBE = "recall: the library was cut off while it stored this, which may have been done: see\n"

FAILED = USUAL._replace(outcome=Outcome(5, "", NOTHING), state=BEFORE, file="- [ ] a")

CUT = Fault("cut", "to client", 100)
FOR_GOOD = CUT._replace(comes_back=False)

TRUE = [
    (USUAL, CUT),
    (FAILED, CUT),
    (USUAL._replace(outcome=Outcome(5, "", KEPT)), CUT),
    (USUAL._replace(outcome=Outcome(5, "", MAYBE)), FOR_GOOD),
    (FAILED._replace(outcome=Outcome(5, "", MAYBE)), FOR_GOOD),
    (
        FAILED._replace(outcome=Outcome(5, "", "recall: the library cannot be reached; is it?\n")),
        CUT,
    ),
]


@pytest.mark.parametrize(("seen", "fault"), TRUE)
def test_what_is_true_is_no_mistake(seen: Seen, fault: Fault) -> None:
    assert judged(seen, REFERENCE, fault) == ""


MISTAKES = {
    "half an action in action": FAILED._replace(state=HALF),
    "says nothing of what was done": FAILED._replace(state=DONE, file="- [x] a"),
    "says that something was done": FAILED._replace(outcome=Outcome(5, "", KEPT)),
    "says that it is done": USUAL._replace(state=BEFORE, file="- [ ] a"),
    "could have looked": FAILED._replace(outcome=Outcome(5, "", MAYBE)),
    "the list and the library apart": FAILED._replace(file="- [x] a"),
    "ended in another way": FAILED._replace(outcome=Outcome(3, "", NOTHING)),
    "told the password": FAILED._replace(aside=SECRET),
    "wrote to the terminal": FAILED._replace(aside="--- Logging error ---"),
    "left a lock": FAILED._replace(is_free=False),
    "left a connection": FAILED._replace(is_alone=False),
    "took 60 seconds": FAILED._replace(seconds=60.0),
}


@pytest.mark.parametrize(("words", "seen"), MISTAKES.items())
def test_each_mistake_is_named(words: str, seen: Seen) -> None:
    assert words in judged(seen, REFERENCE, CUT)


WHOLE = Whole((BEFORE, DONE), ("- [ ] a", "- [x] a"), killing.Outcome(0, 0.1))


@pytest.mark.parametrize(
    ("state", "text", "says"),
    [
        (BEFORE, "- [ ] a", ""),
        (DONE, "- [x] a", ""),
        (DONE, "- [ ] a", ""),  # the next sync writes it
        (HALF, "- [ ] a", "half done in action"),
        (DONE, "- [", "list.md is half done"),
        (BEFORE, "- [x] a", "list.md says what the library does not know"),
    ],
)
def test_half_an_action_of_a_killed_command_is_named(
    state: frozenset[tuple[object, ...]], text: str, says: str
) -> None:
    assert half(WHOLE, state, text) == says


def test_an_action_that_is_not_done_at_once_is_named() -> None:
    whole = WHOLE._replace(states=(BEFORE, HALF, DONE))
    assert half(whole, BEFORE, "- [ ] a") == "it is not done at once"
    assert half(whole, HALF, "- [ ] a", steps=2) == ""
