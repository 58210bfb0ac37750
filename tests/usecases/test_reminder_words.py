"""Hostile titles on their way into a notification: composed, then fitted for each platform."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recall.domain.day.plan import Plan, PlannedVisit
from recall.domain.day.progress import ResourceState, progress
from recall.domain.reminders.message import Message
from recall.domain.reminders.owed import Reminder, ReminderKind, Unlocked
from recall.domain.reminders.wording import Language
from recall.domain.text.graphemes import graphemes
from recall.notify.text import escaped, fitted
from recall.storage.tables.planning.day_counts import DayCounts
from recall.usecases.planning.today import StudyDay
from recall.usecases.reminding import compose
from testing.libraries.factories import NOW, TODAY

PLATFORMS = ("linux", "darwin", "win32")
LIMITS = {"win32": (63, 255), "linux": (200, 1000), "darwin": (200, 1000)}
FAMILY = "👨\u200d👩\u200d👧\u200d👦"
HOSTILE = st.text(
    st.one_of(
        st.characters(),
        st.characters(categories=["Cc", "Cf", "Cs", "Mn", "Cn", "So"]),
        st.sampled_from("\x1b[]m;<>&\u202e\ufffe\u200d👩🇨🇳\ufe0f中"),
    ),
    max_size=400,
)


def sent(
    title: str, platform: str, kind: ReminderKind = "digest", language: Language = "en"
) -> Message:
    """What a platform is given of a day whose first revisit has this title."""
    visits = (PlannedVisit(1, "revisit", 5, "due today"),)
    states = {1: ResourceState("read", TODAY, title=title)}
    stands = progress(Plan(TODAY, 45, visits), (), states)
    study = StudyDay(stands, states, DayCounts(1, 5, None), usual_minutes=45)
    part = Unlocked(title, 2, title, NOW, 2)
    reminder = Reminder(kind, "slot", part if kind == "series" else None)
    return fitted(compose(reminder, study, language), platform)


@pytest.mark.parametrize("platform", PLATFORMS)
@pytest.mark.parametrize(
    ("title", "shown"),
    [
        ("\x1b]0;owned\x07\x1b[31mred\x1b[0m", "red"),
        ("invoice\u202efdp.exe", "invoicefdp.exe"),
        ("\u2067rtl\u2069 \u200bzero\ufeff width", "rtl zero width"),
        ("<b>bold</b> & <a href='x'>", "<b>bold</b> & <a href='x'>"),
        ("two\nlines\r\n\tand\u2028more", "two lines and more"),
        ("a \ufdd0\ufffe\U0010ffff\ud800", "a \ufffd"),
        ("%s {} {0} $HOME `id`", "%s {} {0} $HOME `id`"),
        (f"{FAMILY} 🇨🇳 👋🏽 ❤\ufe0f", f"{FAMILY} 🇨🇳 👋🏽 ❤\ufe0f"),
        ("z" + "\u0336" * 90, "z" + "\u0336" * 4),
        ("--help", "--help"),
    ],
)
def test_a_title_arrives_without_what_acts_or_hides(title: str, shown: str, platform: str) -> None:
    assert sent(title, platform).body == f"1 revisit, 5 min · next: {shown}"


@pytest.mark.parametrize("platform", PLATFORMS)
@pytest.mark.parametrize("piece", ["深入理解计算机系统", FAMILY, "🇨🇳🇫🇷", "e\u0301", "👋🏽"])
def test_a_very_long_title_is_cut_between_characters(piece: str, platform: str) -> None:
    body = sent(piece * 2000, platform).body
    assert len(body.encode("utf-16-le")) // 2 <= LIMITS[platform][1]
    kept = graphemes(body.removesuffix("…").removeprefix("1 revisit, 5 min · next: "))
    assert len(kept) >= 15
    assert set(kept) <= set(graphemes(piece))


@given(HOSTILE, st.sampled_from(PLATFORMS), st.sampled_from(["digest", "nudge", "series"]))
def test_whatever_a_title_holds_a_platform_can_take_it(
    title: str, platform: str, kind: ReminderKind
) -> None:
    message = sent(title, platform, kind, "zh")
    for text, units in zip(message[:2], LIMITS[platform], strict=True):
        assert 0 < len(text.encode("utf-16-le")) // 2 <= units
        assert len(text.splitlines()) == 1
        hidden = {c for c in text if unicodedata.category(c) in ("Cc", "Cf", "Cs")}
        assert hidden <= {"\u200d"}
        assert not any(ord(c) & 0xFFFE == 0xFFFE or 0xFDD0 <= ord(c) <= 0xFDEF for c in text)
    assert "<" not in escaped(message.body)
