"""The name of a machine: made once, kept, and no other machine's."""

import pytest

from recall.settings import machine_id
from recall.settings.locations import state_folder


def kept() -> str:
    return (state_folder() / "machine").read_text(encoding="utf-8")


@pytest.fixture
def called(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    monkeypatch.setattr(machine_id, "node", lambda: "desk.local")
    return monkeypatch


def test_it_is_made_once_and_stays_when_the_machine_is_called_anew(
    called: pytest.MonkeyPatch,
) -> None:
    made = machine_id.name()
    assert made.startswith("desk.local-")
    called.setattr(machine_id, "node", lambda: "laptop")
    assert machine_id.name() == made == kept()


def test_two_that_are_called_alike_have_different_names(called: pytest.MonkeyPatch) -> None:
    made = machine_id.name()
    (state_folder() / "machine").unlink()
    assert machine_id.name() != made


@pytest.mark.parametrize(
    "content", [b"", b"\n", b"desk", b"desk-1234", b"\xff-12345678", b"a\nb-12345678", b"x" * 9999]
)
def test_what_is_no_name_is_made_anew(content: bytes) -> None:
    machine_id.name()
    (state_folder() / "machine").write_bytes(content)
    made = machine_id.name()
    assert made == kept()
    assert made.encode() != content
    assert machine_id.name() == made


@pytest.mark.parametrize("odd", ["", "a b\n'", "桌" * 500, "\u202e"])
def test_however_a_machine_is_called_its_name_is_kept(
    monkeypatch: pytest.MonkeyPatch, odd: str
) -> None:
    monkeypatch.setattr(machine_id, "node", lambda: odd)
    made = machine_id.name()
    assert made.isprintable()
    assert len(made) < 60
    assert machine_id.name() == made


def test_where_nothing_can_be_kept_it_is_the_same_at_each_start(
    called: pytest.MonkeyPatch,
) -> None:
    state_folder().parent.mkdir(parents=True, exist_ok=True)
    state_folder().touch()
    assert machine_id.name() == machine_id.name() == "desk.local"
