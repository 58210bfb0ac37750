"""The sentences under a day on which nothing is left say only what is true, and what to type."""

from datetime import timedelta

from testing.commands.command_line import CommandLine

EMPTY = "The library is empty: 'recall import FILE' brings a list into it."
ASIDE = "82 resources are suspended or archived: 'recall resume RESOURCE' takes one up again."
ON_HOLD = "59 more to read, all on hold: 'recall section' shows the sections."
ALL = [str(number) for number in range(1, 83)]


def ending(recall: CommandLine) -> list[str]:
    """Return what `next` says, which is the end of `today`, without its line breaks."""
    lines = recall.ok("next").out.splitlines()
    assert recall.ok("today").out.splitlines()[-len(lines) :] == lines
    return lines


def test_an_empty_library_says_so(empty: CommandLine) -> None:
    assert " ".join(ending(empty)) == f"Nothing to do today. {EMPTY}"


def test_a_library_of_which_all_is_put_aside_says_so(shipped: CommandLine) -> None:
    shipped.ok("suspend", *ALL)
    assert " ".join(ending(shipped)) == f"Nothing to do today. {ASIDE}"


def test_what_is_on_hold_is_not_offered(shipped: CommandLine) -> None:
    shipped.ok("section", "Resources", "hold")
    for number in range(1, 21):
        shipped.ok("grade", str(number), "easy", "-m", "1")
    done, *rest = ending(shipped)
    assert (done, " ".join(rest)) == ("Done for today: 20 things, 20 of 45 min.", ON_HOLD)
    assert "nothing else waits" in shipped("more").err
    tomorrow = shipped.ok("today", "--on", "tomorrow").out
    assert tomorrow.splitlines()[-1] == "Nothing to do on that day."
    shipped.now += timedelta(days=1)
    lines = " ".join(ending(shipped))
    assert lines.startswith("Nothing to do today. The next revisit is due on Sunday 2026-03-08.")
    assert lines.endswith(ON_HOLD)


def test_a_coming_day_off_gets_minutes_by_its_date(shipped: CommandLine) -> None:
    shipped.ok("day", "fri", "0")
    end = "A day off: it has no minutes. 'recall day 2026-03-06 20' gives it some."
    assert shipped.ok("today", "--on", "fri").out.splitlines()[-1] == end


def test_a_sitting_of_the_only_reading_leaves_nothing_for_more(empty: CommandLine) -> None:
    empty.ok("add", "https://example.org/long", "--minutes", "400")
    empty.ok("today")
    empty.ok("read", "1", "--sitting")
    assert ending(empty) == ["Done for today: 1 thing, 20 of 45 min."]
    assert "nothing else waits" in empty("more").err
