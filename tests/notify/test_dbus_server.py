"""The rule for tests that need a system program."""

import pytest

from testing.needs import need


def test_what_is_there_lets_the_test_run(monkeypatch):
    monkeypatch.setenv("CI", "true")
    need("sh")


@pytest.mark.parametrize(
    ("ci", "outcome"), [("true", pytest.fail.Exception), ("", pytest.skip.Exception)]
)
def test_what_is_missing_fails_in_ci_and_skips_elsewhere(monkeypatch, ci, outcome):
    monkeypatch.setenv("CI", ci)
    with pytest.raises(outcome, match="not installed: program-of-nowhere"):
        need("sh", "program-of-nowhere")
