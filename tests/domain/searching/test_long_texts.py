"""Long texts are folded as all others."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recall.domain.library.resource import fold
from recall.domain.searching.long_texts import folded

TRICKY = "aＡ，。（①½ﬁ℃\u00a0\u0301\u0323éＥ\u0301がカ\u3099ｶﾞ\u1100\u1161가ßİΣς한ﷺ\u1e9b"


@given(st.one_of(st.text(), st.text(alphabet=TRICKY, max_size=20)))
def test_any_text_is_folded_as_a_short_one(text: str) -> None:
    assert folded(text) == fold(text)


@pytest.mark.parametrize("text", ["注意力，（Ａttention）①", "e\u0301 und ﬁn", "", "plain"])
def test_a_few_texts(text: str) -> None:
    assert folded(text) == fold(text)
