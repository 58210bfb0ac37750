"""Names of hosts in a setting."""

import pytest

from recall.domain.text.host_names import read_hosts, write_hosts


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("", set()),
        ("desk.local", {"desk.local"}),
        (
            "Desk.Local:7322, https://desk.ts.net/",
            {"desk.local:7322", "desk.ts.net"},
        ),
        ("192.168.1.5:80", {"192.168.1.5:80"}),
    ],
)
def test_names_are_read_and_written_as_they_are_asked_for(text: str, names: set[str]) -> None:
    assert read_hosts(text) == names
    assert read_hosts(write_hosts(names)) == names


@pytest.mark.parametrize("text", ["a/b", "*", "a:b", "-a", "user@desk", "desk.local:123456"])
def test_what_is_no_name_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="names of hosts"):
        read_hosts(text)
