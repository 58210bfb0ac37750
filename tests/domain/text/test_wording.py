"""Numbers as sentences have them."""

import pytest

from recall.domain.text.wording import counted, percent


@pytest.mark.parametrize(("number", "said"), [(0, "0 days"), (1, "1 day"), (2, "2 days")])
def test_one_thing_has_no_plural(number: int, said: str) -> None:
    assert counted(number, "day") == said


@pytest.mark.parametrize(("share", "said"), [(0, "0 %"), (0.425, "42 %"), (1, "100 %")])
def test_a_share_is_in_whole_percent(share: float, said: str) -> None:
    assert percent(share) == said
