"""What `recall import` says in a terminal: what came in, by name, and what did not."""

import re
from collections.abc import Iterable, Sequence

from recall.cli.output.prose import paragraph
from recall.cli.output.screen import Screen
from recall.cli.output.width import clip, width
from recall.domain.library.catalog import TITLE_KEPT, Skipped
from recall.domain.lists.section_names import shown
from recall.domain.text.plain import plain
from recall.domain.text.wording import counted
from recall.usecases.lists.report import Named, Report
from recall.views.lists import FirstDay

SHOWN = 10
"""How many names of a kind are shown; --json has all of them."""

SKIPPED = 3
"""How many lines are shown of those that were skipped for one reason."""

_UNTICKED = "no longer ticked in the list, and still read here; see --take-unticks"

_ADDRESS = re.compile(r"(?<=\S) \(https?://[^\s()]*(?:\([^\s()]*\)[^\s()]*)*\)?\Z")

LONGEST_NAME = 400
"""The most characters of a title in a pipe, which has no width."""


def print_report(screen: Screen, name: str, report: Report) -> None:
    """Print what the import of a file did, or would do; name begins the report."""
    paragraph(screen, f"{name}: {_counts(report)}")
    if report.edit_of is not None and report.changes:
        paragraph(screen, f"taken as an edit of the list {report.edit_of}", label="  ")
    for remark in report.remarks:
        paragraph(screen, remark, label="  ")
    names = report.names
    print_names(screen, "new", names.new)
    print_names(screen, "updated", names.updated)
    print_names(screen, "gone from the list, kept with their history", names.gone)
    print_names(screen, "one link under several titles, taken as one", names.joined, " / ")
    pairs = [_pair(pair.old, pair.new) for pair in names.likely]
    _listed(screen, "likely the same; 'recall join OLD NEW' makes two one", pairs)
    print_names(screen, _UNTICKED, names.unticked)
    for section in names.sections:
        moved = f"the rule of {shown(section.before)} is of {shown(section.now)} now"
        paragraph(screen, moved, label="  ")
    if report.changes:
        _skips(screen, report.skipped)
    elif report.skipped:
        screen.write(f"  {counted(len(report.skipped), 'line')} not taken; --json has them all")


def print_today(screen: Screen, today: FirstDay) -> None:
    """Print what today holds, after the first list."""
    parts = [
        (today.revisits, "revisit", today.revisit_minutes),
        (today.readings, "reading", today.reading_minutes),
    ]
    found = [f"{counted(number, word)}, {minutes} min" for number, word, minutes in parts if number]
    plan = " and ".join(found) or "nothing, with the minutes that the day has"
    paragraph(screen, f"today: {plan}; 'recall' shows it, 'recall review' begins")


def _counts(report: Report) -> str:
    sections = f", in {counted(report.sections, 'section')}" if report.sections else ""
    begun = f", {report.begun} begun" if report.begun else ""
    whole = f"({report.read} read{begun}{sections})"
    if not report.changes:
        they = (
            "1 resource as it was"
            if report.unchanged == 1
            else (f"{report.unchanged} resources as they were")
        )
        return f"nothing changed, {they} {whole}"
    counts = [
        (report.new, "new"),
        (report.updated, "updated"),
        (report.unchanged, "unchanged"),
        (report.gone, "gone from the list"),
    ]
    found = ", ".join(f"{number} {word}" for number, word in counts if number)
    return f"{found} {whole}"


def print_names(screen: Screen, heading: str, named: Sequence[Named], between: str = ", ") -> None:
    """Print the names of resources under a heading; nothing if there are none."""
    _listed(screen, heading, [_name(resource, between) for resource in named])


def _name(resource: Named, between: str = ", ") -> str:
    number = "" if resource.id is None else f"{resource.id} "
    why = f": {between.join(resource.why)}" if resource.why else ""
    return f"{number}{resource.title[:LONGEST_NAME]}{why}"


def _pair(old: Named, new: Named) -> str:
    return f"{_name(old)} → {_name(new)}"


def _listed(screen: Screen, heading: str, lines: Sequence[str]) -> None:
    """Print the first lines under a heading, each on one line of a terminal, and how many more."""
    if not lines:
        return
    paragraph(screen, f"{heading}:", label="  ")
    for line in lines[:SHOWN]:
        screen.write(f"    {_cut(screen, line)}")
    if len(lines) > SHOWN:
        screen.write(f"    and {len(lines) - SHOWN} more; --json names them all")


def _cut(screen: Screen, line: str) -> str:
    safe = plain(line)
    return clip(safe, screen.columns - width("    ")) if screen.terminal else safe


def _skip(screen: Screen, line: Skipped) -> str:
    """Return a skipped line; an address behind its text is left out where it does not fit."""
    whole = f"line {line.line}: {line.text[:LONGEST_NAME]}"
    shown = _cut(screen, whole)
    return shown if shown == plain(whole) else _cut(screen, _ADDRESS.sub("", whole))


def _skips(screen: Screen, skipped: Iterable[Skipped]) -> None:
    """Print the lines that were not taken by reason, the most frequent first."""
    by_reason: dict[str, list[Skipped]] = {}
    for line in skipped:
        by_reason.setdefault(line.reason, []).append(line)
    for reason, lines in sorted(by_reason.items(), key=lambda group: -len(group[1]))[:SHOWN]:
        what = "link" if reason.endswith(TITLE_KEPT) else "line"
        paragraph(screen, f"{counted(len(lines), what)} not taken, {reason}:", label="  ")
        for line in lines[:SKIPPED]:
            screen.write(f"    {_skip(screen, line)}")
    if len(by_reason) > SHOWN:
        screen.write(f"  and {len(by_reason) - SHOWN} more reasons; --json has all skipped lines")
