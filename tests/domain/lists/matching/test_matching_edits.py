"""Any edits of a long list: what is two stays two, and titles that stay are found again."""

import random
from collections.abc import Callable

from hypothesis import given
from hypothesis import strategies as st

from recall.domain.lists.matching.matching import match
from testing.lists.edited_lists import Written, edited

WORDS = [
    *("memory", "allocator", "paging", "kernel", "lattice", "monad", "compiler", "garbage"),
    *("transformer", "attention", "gradient", "tensor", "quantum", "network", "protocol"),
    *("database", "index", "journal", "replica", "consensus"),
]


def listed(seed: int) -> list[Written]:
    """Return a list of unambiguous titles in three sections; two of three lines have links."""
    dice = random.Random(seed)
    titles = [" ".join(dice.sample(WORDS, 4)) for _ in range(24)]
    titles = list(dict.fromkeys(titles))
    return [
        Written(
            f"Section {'ABC'[number // 8]}",
            title,
            None if number % 3 == 0 else f"https://site{number % 5}.org/{number}",
        )
        for number, title in enumerate(titles)
    ]


def renamed(lines: list[Written], at: int) -> list[Written]:
    section = lines[at].section
    return [
        line._replace(section=f"{line.section}!") if line.section == section else line
        for line in lines
    ]


def moved(lines: list[Written], at: int) -> list[Written]:
    """Move a line to another place in its own section, or the first of the next section."""
    one = lines[at]
    others = lines[:at] + lines[at + 1 :]
    places = [number for number, other in enumerate(others) if other.section == one.section]
    return [*others[: places[0]], one, *others[places[0] :]] if places else lines


def mended(lines: list[Written], at: int) -> list[Written]:
    one = lines[at]
    if one.url is not None:
        return lines
    return [*lines[:at], one._replace(title=f"{one.title}s"), *lines[at + 1 :]]


def linked(lines: list[Written], at: int) -> list[Written]:
    one = lines[at]
    url = f"https://new.org/{one.title.replace(' ', '-')}"
    return [*lines[:at], one._replace(url=url), *lines[at + 1 :]]


def unlinked(lines: list[Written], at: int) -> list[Written]:
    return [*lines[:at], lines[at]._replace(url=None), *lines[at + 1 :]]


EDITS: tuple[Callable[[list[Written], int], list[Written]], ...] = (
    *(renamed, moved, mended, linked, unlinked),
)


@given(
    st.integers(0, 10_000),
    st.lists(st.tuples(st.sampled_from(EDITS), st.integers(0, 20)), max_size=6),
    st.sets(st.integers(0, 20), max_size=3),
)
def test_edits_never_join_what_is_two_and_lose_no_titles_that_stay(
    seed: int,
    script: list[tuple[Callable[[list[Written], int], list[Written]], int]],
    cut: set[int],
) -> None:
    before = listed(seed)
    marked = list(enumerate(before))
    now = before
    origin = [number for number, _ in marked]
    for edit, at in script:
        place = at % len(now)
        after = edit(now, place)
        if edit is moved and after is not now:
            number = origin.pop(place)
            target = next(index for index, other in enumerate(after) if other == now[place])
            origin.insert(target, number)
        now = after
    kept = [index for index in range(len(now)) if index not in cut]
    now, origin = [now[index] for index in kept], [origin[index] for index in kept]
    found = match(edited([one.line for one in before], [one.line for one in now]))
    truth = {before[number].line.key: one.line.key for number, one in zip(origin, now, strict=True)}
    stands = set(truth.values())
    for old, new in found.sure:
        assert truth[old] == new
        assert old not in stands
    joined = dict(found.sure)
    for number, one in zip(origin, now, strict=True):
        old = before[number]
        if old.line.key not in stands and one.title == old.title and one.line.key != old.line.key:
            assert joined.get(old.line.key) == one.line.key


def test_a_long_list_whose_lines_all_change_is_matched() -> None:
    lines = [Written("A", f"{WORDS[n % 20]} {WORDS[n % 19]} {n}", None) for n in range(3000)]
    now = [line._replace(section="B") for line in lines]
    found = match(edited([line.line for line in lines], [one.line for one in now]))
    assert len(found.sure) == 3000
