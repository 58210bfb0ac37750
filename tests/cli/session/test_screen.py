"""How a session looks: no line wider than the terminal, nothing hostile, nothing endless."""

from datetime import date, timedelta
from io import StringIO

import pytest

from recall.cli.output.screen import Screen
from recall.cli.output.width import width
from recall.cli.session import screen as draw
from recall.domain.day.visit import Visit
from recall.domain.library.card import Card, Rating
from recall.domain.library.resource import Place, Planned

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
    note=None,
    card=Card(date(2026, 12, 27)),
    places=(Place(("GPU", HOSTILE[:80]), HOSTILE),),
)
REVISIT = Visit(RESOURCE, 5, "due 2026-12-27", overdue_days=3)
READING = Visit(RESOURCE._replace(card=Card()), 20, "begun; one sitting", left=580)
PREVIEW = dict(zip(Rating, (TODAY + timedelta(days) for days in (1, 2, 7, 365)), strict=True))


def screen(columns: int) -> Screen:
    return Screen(StringIO(), columns=columns, terminal=True)


def shown(on: Screen) -> list[str]:
    assert isinstance(on.stream, StringIO)
    return on.stream.getvalue().splitlines()


@pytest.mark.parametrize("columns", [40, 80, 120])
@pytest.mark.parametrize("visit", [REVISIT, READING])
def test_no_line_is_wider_than_the_terminal(columns: int, visit: Visit) -> None:
    on = screen(columns)
    draw.draw_visit(on, visit, to_come=7)
    draw.draw_note(on, HOSTILE + "\n" + "长" * 200)
    draw.draw_grades(on, PREVIEW, TODAY)
    draw.draw_other_keys(on, visit)
    draw.draw_keys(on)
    lines = shown(on)
    assert max(map(width, lines)) <= columns
    assert not any("\x1b" in line or "\u202e" in line for line in lines)


def test_a_visit_says_what_it_is_where_it_stands_and_why_it_is_here() -> None:
    on = screen(200)
    draw.draw_visit(on, REVISIT._replace(resource=RESOURCE._replace(title="GEMM")), to_come=7)
    text = "\n".join(shown(on))
    for fact in ("12 GEMM", "GPU › 执行", "part 3", "revisit, 5 min", "3 days ago", "7 more"):
        assert fact in text


def test_a_title_and_a_note_without_end_are_cut() -> None:
    on = screen(40)
    draw.draw_visit(on, REVISIT, to_come=0)
    assert sum("Attention" in line or "need" in line for line in shown(on)[:5]) == 4
    assert shown(on)[4].endswith("…")
    note = screen(40)
    draw.draw_note(note, "\n".join(map(str, range(50))))
    assert shown(note)[-1].strip() == "… 30 more lines"


def test_each_grade_shows_its_meaning_and_its_date_with_the_year_where_it_is_another() -> None:
    on = screen(80)
    draw.draw_grades(on, PREVIEW, TODAY)
    again, *_, easy = shown(on)
    assert again.split("→") == [
        "1  again  could not restate it            ",
        " Thu 31 Dec (tomorrow)",
    ]
    assert easy.endswith(" → Thu 30 Dec 2027 (in 365 days)")
