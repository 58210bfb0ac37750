"""What an edited list lost and what is new in it: one resource, likely one, or two."""

import pytest

from recall.domain.lists.matching import matching
from recall.domain.lists.matching.lines import Line
from recall.domain.lists.matching.matching import Matches, Pair
from testing.lists.edited_lists import matched, written

FOUR = "# Books | Dune | The Rust book | Snow Crash | Project Hail Mary"

SURE = {
    "a section is renamed": (FOUR, FOUR.replace("Books", "Novels"), 4),
    "a section is renamed whose titles say nothing": (
        "# Course | Video 1 | Video 2",
        "# Lectures | Video 1 | Video 2",
        2,
    ),
    "a section is renamed, and only one book stands in it": (
        "# Books | Dune",
        "# Novels | Dune",
        1,
    ),
    "two sections are renamed that have equal titles": (
        "# Week 1 | Slides of it | Notes on it | # Week 2 | Slides of it | Videos of it",
        "# First | Slides of it | Notes on it | # Second | Slides of it | Videos of it",
        4,
    ),
    "a line is moved to another section": (
        "# Later | Dune | Snow Crash | # Read | Emma",
        "# Later | Snow Crash | # Read | Emma | Dune",
        1,
    ),
    "a typo is mended": (FOUR, FOUR.replace("Hail", "Hale"), 1),
    "a typo is mended and the section renamed": (
        FOUR,
        FOUR.replace("Hail", "Hale").replace("Books", "Novels"),
        4,
    ),
    "a link is added to a part of the line": (
        "# A | Emma | Dune — Frank Herbert | Snow Crash by Neal Stephenson | Persuasion",
        "# A | Emma | Dune <d.org/1> | Snow Crash <s.org/1> | Persuasion",
        2,
    ),
    "a link is added to a part of the line, and a line put in": (
        "# A | Emma | Dune — Frank Herbert | Persuasion",
        "# A | Emma | Contact | Dune <d.org/1> | Persuasion",
        1,
    ),
    "a link that stood for a part of the line is taken away": (
        "# A | Emma | Dune <d.org/1> | Persuasion",
        "# A | Emma | Frank Herbert: Dune | Persuasion",
        1,
    ),
    "the only line of a renamed section has a mended typo": (
        "# A | Emma | # Books | A memry of light | # C | Dune",
        "# A | Emma | # Novels | A memory of light | # C | Dune",
        1,
    ),
    "typos in neighbours": (
        "# B | Snow Crash | Projects of Hail | A memry of light | Emma",
        "# B | Snow Crash | Project of Hail | A memory of light | Emma",
        2,
    ),
    "a link is added": (FOUR, FOUR.replace("Dune", "Dune <dune.org/a>"), 1),
    "a link is taken away": (FOUR.replace("Dune", "Dune <dune.org/a>"), FOUR, 1),
    "a link is added and the line moved": (
        "# A | The Rust book of all | X | # B | Y",
        "# A | X | # B | Y | The Rust book of all <rust.org/book>",
        1,
    ),
    "another URL under the same title in the same place": (
        "# A | One <a.org/1> | Manual X <a.org/docs> | Two <a.org/2>",
        "# A | One <a.org/1> | Manual X <b.io/manual> | Two <a.org/2>",
        1,
    ),
    "every URL has another host": (
        "# A | One thing <a.org/1> | Other <a.org/2> | Third <a.org/3>",
        "# A | One thing <b.org/1> | Other <b.org/2> | Third <b.org/3>",
        3,
    ),
    "another URL, and a line is put in before it": (
        "# A | One <a.org/1> | Manual X <a.org/docs>",
        "# A | One <a.org/1> | New <a.org/new> | Manual X <b.io/manual>",
        1,
    ),
    "another URL of the same host, with a title that is moved": (
        "# A | Attention is all you need <a.org/1> | X <a.org/x> | # B | Y <a.org/y>",
        "# A | X <a.org/x> | # B | Y <a.org/y> | Attention is all you need <a.org/2>",
        1,
    ),
    "equal titles in one place keep their order": (
        "# A | Talk <a.org/1> | Talk <a.org/2>",
        "# A | Talk <b.org/1> | Talk <b.org/2>",
        2,
    ),
    "a word with a typo beside a line that is gone": (
        "# A | Emma | A memry of light | Dune",
        "# A | Emma | A memory of light",
        1,
    ),
}


@pytest.mark.parametrize(("before", "now", "number"), SURE.values(), ids=SURE.keys())
def test_what_is_the_same_resource(before: str, now: str, number: int) -> None:
    found = matched(before, now)
    assert (len(found.sure), found.likely) == (number, ())
    stood = [one.line.key for one in written(before)]
    stands = [one.line.key for one in written(now)]
    if len(stood) == len(stands) == number:
        assert found.sure == tuple(map(Pair, stood, stands)) or set(found.sure) == set(
            map(Pair, stood, stands)
        )


LIKELY = {
    "a short title under another URL elsewhere": (
        "# A | Manual X <a.org/1> | X <x.org/x> | # B | Y <y.org/y>",
        "# A | X <x.org/x> | # B | Y <y.org/y> | Manual X <b.org/1>",
    ),
    "a new edition under another link": (
        "# A | X | Deep Learning <a.org/1> | Y",
        "# A | X | Deep Learning, 2nd edition <b.org/2> | Y",
    ),
    "a new edition": ("# A | X | Deep Learning | Y", "# A | X | Deep Learning, 2nd edition | Y"),
    "a new edition that is moved in its section": (
        "# A | X | Deep Learning | Y | Z",
        "# A | X | Y | N | Deep Learning, 2nd edition | M | Z",
    ),
    "a longer title in the same place": (
        "# A | X | Deep Learning | Y",
        "# A | X | Deep Learning with Python <b.org/2> | Y",
    ),
    "a title with a typo under another URL": (
        "# A | X | A memry of light <a.org/1> | Y",
        "# A | X | A memory of light <b.org/1> | Y",
    ),
    "another title under another link between the same lines": (
        "# A | X | Dune <a.org/dune> | Y",
        "# A | X | The desert planet <b.org/77> | Y",
    ),
    "the same end of a path under another title": (
        "# A | X | Old words <a.org/about-monads> | Y",
        "# A | X | Z | Something <b.org/2024/about-monads>",
    ),
    "a link is added to a short title, in another section": (
        "# A | Deep Learning | X | # B | Y",
        "# A | X | # B | Y | Deep Learning <a.org/course>",
    ),
    "a mended typo in a line that is moved in its section": (
        "# A | A memry of light | X | Y | Z",
        "# A | X | Y | N | A memory of light | M | Z",
    ),
}


@pytest.mark.parametrize(("before", "now"), LIKELY.values(), ids=LIKELY.keys())
def test_what_is_likely_the_same_is_told_and_not_done(before: str, now: str) -> None:
    found = matched(before, now)
    assert (found.sure, len(found.likely)) == ((), 1)


APART = {
    "another work in the same place": ("# A | X | Dune | Y", "# A | X | Emma | Y"),
    "the next linked lecture in the same place": (
        "# A | X | Lecture 3 <a.org/dune> | Y",
        "# A | X | Lecture 4 <a.org/emma> | Y",
    ),
    "two other linked works in the place of one": (
        "# A | X | Dune <a.org/dune> | Y",
        "# A | X | Emma <a.org/emma> | Persuasion <a.org/p> | Y",
    ),
    "the next lecture": ("# A | X | Lecture 3 | Y", "# A | X | Lecture 4 | Y"),
    "the second half": ("# A | 推理优化实践上篇 | Y", "# A | 推理优化实践下篇 | Y"),
    "another part that is moved in its section": (
        "# A | X | Nets: part 1 | Y | Z",
        "# A | X | Y | N | Nets: part 2 | M | Z",
    ),
    "titles that say nothing": (
        "# A | X | pdf <a.org/1> | Y",
        "# A | X | pdf <b.org/2> | Y",
    ),
    "a short title in a section that is new": (
        "# A | Introduction | One | Two | # Z | Z",
        "# Z | Z | # B | Introduction | Three | Four",
    ),
    "nothing is new": ("# A | X | Y", "# A | X"),
    "nothing is gone": ("# A | X", "# A | X | Y"),
    "ends of paths that name nothing": (
        "# A | X | Old words <a.org/index.html> | Y",
        "# A | X | Z | Something <b.org/index.html>",
    ),
}


@pytest.mark.parametrize(("before", "now"), APART.values(), ids=APART.keys())
def test_what_is_another_resource(before: str, now: str) -> None:
    assert matched(before, now) == Matches() or matched(before, now).sure == ()


@pytest.mark.parametrize("name", [name for name in APART if not name.startswith("a short")])
def test_what_is_another_resource_is_not_even_likely(name: str) -> None:
    assert matched(*APART[name]) == Matches()


def test_two_items_that_swap_their_titles_keep_their_addresses() -> None:
    assert (
        matched("# A | X <a.org/1> | Y <a.org/2>", "# A | Y <a.org/1> | X <a.org/2>") == Matches()
    )


def test_what_another_list_still_has_is_only_likely() -> None:
    before, now = "# A | X | Manual X <a.org/docs> | Y", "# A | X | Manual X <b.org/docs> | Y"
    shared = frozenset({"https://a.org/docs"})
    found = matched(before, now, missing=frozenset(), shared=shared)
    assert found == Matches(likely=(Pair("https://a.org/docs", "https://b.org/docs"),))


LOST = Line("Books › A memory of light", "A memory of light", None, ("Books",))


@pytest.mark.parametrize(
    ("lost", "now", "sure"),
    [
        (LOST, "# Books | A memory of light <a.org/1>", True),
        (LOST, "# Other | A memory of light <a.org/1>", True),
        (LOST, "# Other | A memory of lights <a.org/1>", False),
        (LOST._replace(title="Dune"), "# Books | Dune <a.org/1>", False),
        (LOST._replace(url="https://b.org/1"), "# Books | A memory of light <a.org/1>", True),
        (LOST._replace(url="https://b.org/1"), "# Other | A memory of light <a.org/1>", False),
    ],
)
def test_what_was_gone_before_comes_back_under_another_address(
    lost: Line,
    now: str,
    sure: bool,
) -> None:
    found = matched("# X | X", f"# X | X | {now}", lost=[lost])
    assert (found.sure, found.likely) == ((Pair(lost.key, "https://a.org/1"),) if sure else (), ())


@pytest.mark.parametrize(
    ("lost", "now", "sure"),
    [
        (LOST, "# Other | A memory of light", True),
        (LOST, "# Other | A memory of light <a.org/1>", False),
        (LOST._replace(url="https://b.org/1"), "# Other | A memory of light", False),
        (LOST._replace(title="Dune"), "# Other | Dune", False),
    ],
)
def test_what_another_list_lost_comes_in_here(lost: Line, now: str, sure: bool) -> None:
    assert bool(matched("# X | X", f"# X | X | {now}", lost_elsewhere=[lost]).sure) is sure


def test_what_is_known_from_elsewhere_may_be_what_is_gone_here() -> None:
    before, now = "# A | X | The manual <a.org/1> | Y", "# A | X | The manual <b.org/1> | Y"
    arrived = frozenset({"https://b.org/1"})
    found = matched(before, now, fresh=frozenset(), arrived=arrived)
    assert found == Matches(likely=(Pair("https://a.org/1", "https://b.org/1"),))


def test_of_very_many_lines_only_those_in_one_place_are_compared(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(matching, "MOST_SPELLED", 2)
    beside = matched("# A | A memry of light | Emma", "# A | A memory of light | Emma")
    assert len(beside.sure) == 1
    before, now = "# A | A memry of light | Emma | X | Y", "# A | Emma | A memory of light | X | Z"
    assert matched(before, now) == Matches()
