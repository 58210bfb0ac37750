"""How a visit looks: no line wider than the terminal, nothing hostile, nothing endless."""

from datetime import date, timedelta
from io import StringIO

import pytest

from recall.cli.output.screen import Screen
from recall.cli.output.width import width
from recall.cli.session import help as key_help
from recall.cli.session import screen as draw
from recall.domain.day.plan import PlannedVisit
from recall.domain.day.progress import VisitProgress
from recall.domain.library.card import Card, Rating
from recall.domain.library.resource import Place, Planned
from recall.usecases.session.session import SessionVisit

TODAY = date(2026, 12, 30)
HOSTILE = "执行\x1b[2J模型 \u202e" + "Attention is all you need " * 40
RESOURCE = Planned(
    id=12,
    title=HOSTILE,
    url="https://example.org",
    canonical_url=None,
    kind="article",
    language="zh",
    minutes=20,
    minutes_read=0,
    series=HOSTILE[:60],
    part=3,
    status="read",
    gone=False,
    note=HOSTILE,
    card=Card(date(2026, 12, 27)),
    places=(Place(("GPU", HOSTILE[:80]), HOSTILE),),
)
REVISIT = SessionVisit(PlannedVisit(12, "revisit", 5, "3 days overdue"), RESOURCE)
READING = SessionVisit(
    PlannedVisit(12, "sitting", 20, "next on the list"),
    RESOURCE._replace(card=Card(), status="unread"),
)
PREVIEW = dict(zip(Rating, (TODAY + timedelta(days) for days in (1, 2, 7, 365)), strict=True))
BEYOND = VisitProgress(PlannedVisit(3, "revisit", 4, "why"), "left", beyond=True)
TO_COME = [VisitProgress(PlannedVisit(number, "read", 10, "why"), "left") for number in (1, 2)]


def screen(columns: int) -> Screen:
    return Screen(StringIO(), columns=columns, terminal=True)


def shown(on: Screen) -> list[str]:
    assert isinstance(on.stream, StringIO)
    return on.stream.getvalue().splitlines()


@pytest.mark.parametrize("columns", [40, 60, 80, 120])
@pytest.mark.parametrize("visit", [REVISIT, READING])
def test_no_line_is_wider_than_the_terminal(columns: int, visit: SessionVisit) -> None:
    on = screen(columns)
    draw.draw_visit(on, visit, TO_COME)
    draw.draw_first_keys(on, visit)
    draw.draw_note(on, HOSTILE + "\n" + "长" * 200)
    draw.draw_grades(on, visit, PREVIEW, TODAY)
    draw.draw_message(on, HOSTILE)
    key_help.draw_keys(on)
    lines = shown(on)
    assert max(map(width, lines)) <= columns
    assert not any("\x1b" in line or "\u202e" in line for line in lines)


@pytest.mark.parametrize("visit", [REVISIT, READING])
def test_the_keys_fit_a_line_of_a_usual_terminal(visit: SessionVisit) -> None:
    on = screen(80)
    draw.draw_first_keys(on, visit)
    draw.draw_grades(on, visit, PREVIEW, TODAY)
    assert sum("? keys · q quit" in line for line in shown(on)) == 2


def test_in_a_narrow_terminal_a_key_stands_beside_what_it_does() -> None:
    on = screen(40)
    draw.draw_first_keys(on, REVISIT)
    assert shown(on)[-2:] == ["l later · z not today · p postpone", "s suspend · ? keys · q quit"]


def test_a_visit_says_what_it_is_where_it_stands_and_why_it_is_here() -> None:
    on = screen(200)
    visit = REVISIT._replace(resource=RESOURCE._replace(title="GEMM"))
    draw.draw_visit(on, visit, TO_COME)
    text = "\n".join(shown(on))
    for fact in ("12 GEMM", "GPU › 执行", "part 3", "revisit, 5 min · 3 days overdue", "2 more"):
        assert fact in text
    assert text.endswith("2 more to come, 20 min\n"), "no note before the recall"


@pytest.mark.parametrize(
    ("to_come", "told"),
    [
        ([*TO_COME, BEYOND], "2 more to come, 20 min · 1 more beyond the day, 4 min"),
        ([BEYOND], "1 more beyond the day, 4 min"),
        ([], "3 days overdue"),
    ],
)
def test_what_is_beyond_the_day_is_counted_for_itself(
    to_come: list[VisitProgress], told: str
) -> None:
    on = screen(200)
    draw.draw_visit(on, REVISIT, to_come)
    assert "\n".join(shown(on)).endswith(f"{told}\n")


def test_what_is_to_be_known_before_opening_is_shown_at_once() -> None:
    on = screen(200)
    draw.draw_visit(on, READING, [], ["150 of 600 min", "up to chapter 3"])
    assert [line.strip() for line in shown(on)][-3:] == ["150 of 600 min", "up to chapter 3", ""]


@pytest.mark.parametrize("reason", ["150 of 600 min read", "27 min read, 17 expected"])
def test_how_far_a_reading_is_stands_there_once(reason: str) -> None:
    on = screen(200)
    begun = READING._replace(planned=READING.planned._replace(reason=reason))
    draw.draw_visit(on, begun, [], ["150 of 600 min, 25 %, about 23 sittings left"])
    assert reason not in "\n".join(shown(on))
    draw.draw_visit(on, begun, [])
    assert reason in "\n".join(shown(on))


def test_a_title_and_a_note_without_end_are_cut() -> None:
    on = screen(40)
    draw.draw_visit(on, REVISIT, [])
    assert sum("Attention" in line or "need" in line for line in shown(on)[:5]) == 4
    assert shown(on)[4].endswith("…")
    note = screen(40)
    draw.draw_note(note, "\n".join(map(str, range(50))))
    assert shown(note)[-1].strip() == "… 30 more lines"


def test_each_grade_shows_its_meaning_and_its_date_with_the_year_where_it_is_another() -> None:
    on = screen(80)
    draw.draw_grades(on, REVISIT, PREVIEW, TODAY)
    again, *_, easy, _ = shown(on)
    assert again.split("→") == [
        "1  again  could not restate it            ",
        " Thu 31 Dec (tomorrow)",
    ]
    assert easy.endswith(" → Thu 30 Dec 2027 (in 365 days)")
