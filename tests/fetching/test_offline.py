"""No test reaches the network: neither this process nor one that it starts."""

import socket
import subprocess
import sys

import pytest

LOOK_UP = "import socket; socket.getaddrinfo('example.org', 80)"


def test_a_name_is_not_looked_up() -> None:
    with pytest.raises(AssertionError, match=r"looks up 'example\.org'"):
        socket.getaddrinfo("example.org", 80)


@pytest.mark.parametrize("number", ["93.184.216.34", "10.0.0.1", "2606:4700::1"])
def test_a_number_elsewhere_is_not_connected_to(number: str) -> None:
    family = socket.AF_INET6 if ":" in number else socket.AF_INET
    with socket.socket(family) as opened:
        opened.settimeout(1)
        with pytest.raises(AssertionError, match=f"connects to {number}"):
            opened.connect((number, 80))


def test_nor_by_a_process_that_a_test_starts() -> None:
    command = [sys.executable, "-c", LOOK_UP]
    done = subprocess.run(command, check=False, capture_output=True, text=True)
    assert done.returncode == 1
    assert "a test looks up 'example.org'" in done.stderr
