"""What holds of the series in any titles."""

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from recall.domain.lists.series.detect import find_series
from recall.domain.text.numerals import number_of

pieces = st.sampled_from(
    [
        *["（一）", "(2)", "上", "下篇", " Part ", "3", " II", "：", "第", "讲"],
        *["《", "】", "#", "1/2", " ", "1. ", "2 A"],
    ]
)
hostile = st.lists(pieces | st.text(max_size=5), max_size=8).map("".join)


def readings(title: str) -> set[int | None]:
    """Give every number that stands anywhere in a title; 下 is 2 or 3."""
    text = unicodedata.normalize("NFKC", title)
    ends = range(1, 6)
    runs = {title[i : i + n] for i in range(len(title)) for n in ends}
    runs |= {text[i : i + n] for i in range(len(text)) for n in ends}
    return {number_of(run) for run in runs} | ({2} if "下" in title else set())


@given(st.lists(hostile, max_size=12))
def test_any_titles_have_an_answer_each_and_always_the_same(titles: list[str]) -> None:
    found = find_series(titles)
    assert len(found) == len(titles)
    assert found == find_series(tuple(titles))
    for title, part in zip(titles, found, strict=True):
        if part is not None:
            assert part[0].strip()
            assert part[1] in readings(title)


@given(st.lists(hostile, max_size=12))
def test_no_series_has_a_single_part(titles: list[str]) -> None:
    found = [part for part in find_series(titles) if part is not None]
    for name in {name for name, _ in found}:
        assert len({number for other, number in found if other == name}) > 1
