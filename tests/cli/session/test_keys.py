"""The keys of a session, without a terminal: what is said, recorded and refused."""

from collections.abc import Callable, Iterator
from io import StringIO
from pathlib import Path

import pytest

from recall.cli.environment import Environment
from recall.cli.session import dialog
from recall.cli.session import keys as session_keys
from recall.cli.session.dialog import Dialog
from recall.errors import StorageError
from recall.settings.table import Settings
from recall.storage.tables.log import reviews, sittings
from recall.usecases.context import Context
from recall.usecases.resources import changing
from recall.usecases.session import Session
from testing.factories import NOW, catalog, entries, everything, make_library, titled

Play = Callable[..., str]


@pytest.fixture
def context(sqlite_url: str) -> Iterator[Context]:
    """A revisit of 5 minutes and two first readings of 20."""
    made = make_library(
        sqlite_url, catalog(*entries(3, read=1)), settings=Settings(time_zone="Asia/Shanghai")
    )
    with made.store:
        yield made


@pytest.fixture
def play(context: Context, monkeypatch: pytest.MonkeyPatch) -> Play:
    """Press keys and answer questions, one minute passing at each key; gives all that is said."""

    def play(keys: str, *answers: str | None, environ: dict[str, str] | None = None) -> str:
        said, passed, pressed, lines = StringIO(), [0.0], iter(keys), iter(answers)

        def key() -> str:
            passed[0] += 60
            return next(pressed, "q")

        monkeypatch.setattr(session_keys, "read_key", key)
        monkeypatch.setattr(dialog, "ask_line", lambda: next(lines))
        environment = Environment(environ or {}, lambda: NOW, out=said)
        session_keys.run(Dialog(environment, context, json=False, monotonic=lambda: passed[0]))
        return said.getvalue()

    return play


def test_the_time_from_showing_to_grading_is_recorded(play: Play, context: Context) -> None:
    assert "good → " in (said := play(" ooo3"))
    assert "recorded 5 min · u undoes" in said
    assert reviews(context.store, 1)[0].minutes == 5


def test_a_terminal_left_open_records_no_time(play: Play, context: Context) -> None:
    assert "no time recorded, planned 5 min" in play(" " + "x" * 20 + "3")
    assert reviews(context.store, 1)[0].minutes is None


def test_time_goes_on_where_it_was_when_a_resource_is_brought_back(
    play: Play, context: Context
) -> None:
    play(" x3xxxu2")
    assert [one.minutes for one in reviews(context.store, 1)] == [4], "nothing of the other one"


def test_an_unknown_key_is_answered_once_a_visit(play: Play) -> None:
    assert play("xyz jkl").count("? shows the keys") == 1
    assert play("xyz 3xyz").count("? shows the keys") == 2


def test_enter_shows_the_note_and_at_a_first_reading_goes_on(play: Play, context: Context) -> None:
    said = play("\r3\r\r")
    assert "2 Resource 2" in said
    assert "3 Resource 3" in said
    assert [one.status for one in everything(context)] == ["read", "unread", "unread"]


def test_opening_shows_the_note_first(play: Play, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(session_keys, "open_resource", lambda _: None)
    said = play("o")
    assert said.index("No note yet") < said.index("opened https://example.org/Resource-1")


def test_what_does_not_fit_a_visit_is_refused_and_the_visit_stays(play: Play) -> None:
    said = play("b 3pb3", "many")
    assert "a sitting is part of a first reading" in said
    assert "only a revisit can be postponed" in said
    assert "'many' is not a number of minutes from 1 to 1440" in said
    assert "no time recorded, planned 20 min" in said


def test_an_empty_answer_takes_what_is_offered(play: Play, context: Context) -> None:
    said = play("pb", "", "")
    assert "postponed → Tue 3 Mar (tomorrow)" in said
    assert "Minutes of this sitting (Enter: 20)" in said
    assert [one.minutes for one in sittings(context.store, 2)] == [20]


def test_a_question_left_unanswered_changes_nothing(play: Play, context: Context) -> None:
    before = everything(context)
    assert "postponed" not in play("pn", None, None)
    assert everything(context) == before


def test_a_database_error_is_told_and_the_grade_can_be_given_again(
    play: Play, context: Context, monkeypatch: pytest.MonkeyPatch
) -> None:
    grade, tried = Session.grade, []

    def busy_at_first(*arguments: object) -> object:
        tried.append(arguments)
        if len(tried) == 1:
            raise StorageError("the library is busy; try again")
        return grade(*arguments)  # type: ignore[arg-type]  # they are passed on as they came

    monkeypatch.setattr(Session, "grade", busy_at_first)
    assert "the library is busy" in play(" 33")
    assert len(reviews(context.store, 1)) == 1


def test_an_editor_starts_from_the_last_note_once_that_is_shown(
    play: Play, context: Context, tmp_path: Path
) -> None:
    changing.note(context, titled(context, "Resource 1"), "old")
    script = tmp_path / "editor"
    script.write_text(
        '#!/bin/sh\ncat "$1" >> "$0.seen"; echo "/" >> "$0.seen"\nprintf new > "$1"\n'
    )
    script.chmod(0o755)
    play("n", environ={"EDITOR": str(script)})
    play(" nn3", environ={"EDITOR": str(script)})
    assert (tmp_path / "editor.seen").read_text().split("/\n") == ["", "old", "new", ""]
    assert titled(context, "Resource 1").note == "new"


def test_an_editor_that_is_not_there_is_told(play: Play) -> None:
    assert "the editor 'nowhere' was not found" in play("n", environ={"EDITOR": "nowhere"})


def test_a_grade_waits_until_the_dates_are_shown(play: Play, context: Context) -> None:
    assert "recall it first" in play("3")
    assert reviews(context.store, 1) == []
