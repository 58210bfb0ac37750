"""What another program shares becomes an address, a title and a note."""

import pytest

from recall.usecases.resources.sharing import Shared, shared

URL = "https://example.org/a"


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ((URL, "A", ""), Shared(URL, "A", "")),
        ((URL, "A", "a passage"), Shared(URL, "A", "a passage")),
        ((URL, "A", "A"), Shared(URL, "A", "")),
        ((f" {URL} ", "A", URL), Shared(URL, "A", "")),
        (("", "A", URL), Shared(URL, "A", "")),
        (("", "", f"A talk\n{URL}"), Shared(URL, "", "A talk")),
        (("", "", f"A talk {URL}"), Shared(URL, "A talk", "")),
        (("", "A talk", f"A talk {URL}"), Shared(URL, "A talk", "")),
        (("", "A", f"看看这个：{URL} 很好"), Shared(URL, "A", "看看这个： 很好")),
        (("", "A", "no address"), Shared("", "A", "no address")),
        (("", "", "arXiv:2309.06180"), Shared("", "", "arXiv:2309.06180")),
        (("", "", ""), Shared("", "", "")),
    ],
)
def test_an_address_is_found_where_programs_put_it(
    given: tuple[str, str, str], expected: Shared
) -> None:
    assert shared(*given) == expected
