"""Each answer to why something is planned, or is not, is told in Chinese."""

import re
from datetime import timedelta

from recall.web.words.sentences import said
from recall.web.words.words import words_of
from testing.commands.command_line import CommandLine

ENGLISH = re.compile(r"\b(the|is|of|it|its|before|after|and|read|today|days?|about|min)\b", re.I)


def untold(recall: CommandLine, *numbers: str) -> set[str]:
    """Return the answers that are not all Chinese; titles are left out of what is looked at."""
    found = set()
    for number in numbers:
        answer = recall.ok("why", number, "--json").json
        told = said(words_of("zh"), answer["paragraph"])
        if told == answer["paragraph"] or ENGLISH.search(re.sub(r"\d+ [^；。]*", "", told)):
            found.add(f"{answer['paragraph']} -> {told}")
    return found


def ids(recall: CommandLine, status: str) -> list[str]:
    found = recall.ok("list", "--status", status, "--json").json["resources"]
    return [str(one["id"]) for one in found]


def test_answers_about_a_list_that_is_being_read(shipped: CommandLine) -> None:
    unread, read = ids(shipped, "unread"), ids(shipped, "read")
    shipped.ok("read", unread[0], "good", "--minutes", "9")
    shipped.ok("read", unread[1], "--sitting", "--minutes", "30")
    shipped.ok("suspend", unread[2])
    shipped.ok("archive", unread[3])
    shipped.ok("edit", unread[4], "--after", unread[9])
    shipped.ok("edit", unread[5], "--after", unread[9], "--after", unread[10])
    shipped.ok("read", unread[6], "--once")
    shipped.ok("grade", read[0], "good", "--read-on", "2025-11")
    shipped.ok("grade", read[1], "good", "--read-on", "month")
    assert untold(shipped, *unread[:12], *unread[12::4], *read[:6]) == set()
    shipped.now += timedelta(days=40)
    shipped.ok("postpone", read[0], "in 300 days")
    assert untold(shipped, *unread[:7], *read[:20:2]) == set()
    shipped.ok("day", "today", "0")
    assert untold(shipped, *read[:20:4]) == set()
    shipped.ok("pause", "--until", "in 9 days")
    assert untold(shipped, unread[9], read[3]) == set()


def test_answers_about_what_is_due(planned: CommandLine) -> None:
    assert untold(planned, "1", "2", "3", "4") == set()
    planned.ok("today", "--minutes", "1")
    assert untold(planned, "1", "2", "3", "4") == set()
