"""What a person may give for the fields of a resource."""

import pytest

from recall.domain.library.fields import checked_kind
from recall.domain.library.resource import KINDS
from recall.errors import BadInput


def test_a_kind_is_one_of_the_kinds_or_not_given() -> None:
    assert [checked_kind(kind) for kind in (*KINDS, None)] == [*KINDS, None]
    with pytest.raises(BadInput, match="'novel' is not a kind; allowed: article, "):
        checked_kind("novel")
