"""Random lists, edited at random on both sides: nothing is lost, and both say the same after."""

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from recall.usecases.lists.reading_files import read_list
from testing.lists.synced import Synced, synced_alone

SECTIONS = ("Alpha", "Beta", "文章")
HEADS = ("## {}", "**{}**", "{}\n---")
BULLETS = (
    "- [{box}] [{title}]({url})",
    "- [{box}] **[{title}]({url})**",
    "- [{box}] **[{title}**]({url})",
    "* [{box}] {url} {title}",
    "1. [{box}] [{title}]({url}) - worth it",
    "- [{box}] {title}",
    "| [{title}]({url}) | {word} |",
    "\t- [{box}] [{title}]({url})",
    "- [{title}]({url})",
)
BOXES = {" ": False, "x": True, "X": True, "/": False}


class Line(NamedTuple):
    """A line of a list: its number, which is its title and link, its form, its box."""

    number: int
    form: int
    box: str

    def text(self) -> str:
        """Return the line as it is written."""
        return BULLETS[self.form].format(
            box=self.box,
            word="done" if BOXES[self.box] else "todo",
            title=f"Title {self.number}",
            url=f"https://example.org/{self.number}",
        )


class Made(NamedTuple):
    """A list, and how it is written."""

    sections: Sequence[Sequence[Line]]
    head: int
    blank: bool
    end: str
    last_end: bool
    encoding: str

    def data(self) -> bytes:
        """Return its bytes."""
        lines: list[str] = []
        for name, listed in zip(SECTIONS, self.sections, strict=False):
            lines += [*HEADS[self.head].format(name).split("\n"), ""]
            for line in listed:
                text = line.text()
                if text.startswith("|"):
                    lines += ["", "| title | status |", "|---|---|", text, ""]
                else:
                    lines += [text, *([""] if self.blank else [])]
            lines += [""]
        text = self.end.join(lines).rstrip() + (self.end if self.last_end else "")
        return text.encode(self.encoding)


@st.composite
def lists(draw: st.DrawFn) -> Made:
    count = draw(st.integers(1, 9))
    numbers = iter(draw(st.permutations(range(1, count + 1))))
    sections: list[list[Line]] = [[] for _ in range(draw(st.integers(1, 3)))]
    for number in numbers:
        form = draw(st.integers(0, len(BULLETS) - 1))
        line = Line(number, form, draw(st.sampled_from([*BOXES])))
        sections[draw(st.integers(0, len(sections) - 1))].append(line)
    if draw(st.booleans()):  # one resource in two places
        sections[-1].append(sections[0][0]) if sections[0] else None
    return Made(
        sections,
        draw(st.integers(0, len(HEADS) - 1)),
        draw(st.booleans()),
        draw(st.sampled_from(["\n", "\r\n"])),
        draw(st.booleans()),
        draw(st.sampled_from(["utf-8", "utf-8-sig", "utf-16"])),
    )


class Edit(NamedTuple):
    """What is done on one side: to the line of a number, or a new one."""

    kind: str
    number: int


IN_FILE = st.builds(
    Edit, st.sampled_from(["tick", "clear", "remove", "new", "rename", "space"]), st.integers(1, 9)
)
IN_RECALL = st.builds(Edit, st.sampled_from(["read", "add", "add new"]), st.integers(1, 9))


def edit_file(made: Synced, edit: Edit, encoding: str, end: str) -> None:
    """Let the person edit the file; what is not there is not edited."""
    lines = made.path.read_bytes().decode(encoding).split(end)
    at = next((n for n, one in enumerate(lines) if f"/{edit.number})" in one), None)
    if edit.kind == "new":
        lines.append(f"- [ ] [New {edit.number}](https://example.com/new/{edit.number})")
    elif at is None:
        return
    elif edit.kind == "tick":
        lines[at] = lines[at].replace("[ ]", "[x]").replace("todo", "done")
    elif edit.kind == "clear":
        lines[at] = lines[at].replace("[x]", "[ ]").replace("done", "todo")
    elif edit.kind == "remove" and sum("- [" in line for line in lines) > 1:
        del lines[at]
    elif edit.kind == "rename":
        lines[at] = lines[at].replace("[Title", "[Renamed")
    elif edit.kind == "space":
        lines[at] += "  "
    made.path.write_bytes(end.join(lines).encode(encoding))


def edit_library(made: Synced, edit: Edit) -> None:
    """Let the person do something in recall; what is done already is not done again."""
    if edit.kind == "read":
        of = [one for one in made.all() if one.url == f"https://example.org/{edit.number}"]
        if of and of[0].status == "unread":
            made.read(of[0].title)
    else:
        section = SECTIONS[edit.number % 3] if edit.kind == "add" else f"Own {edit.number}"
        title = f"Added {edit.kind} {edit.number}"
        if title not in [one.title for one in made.all()]:
            made.add(title, (section,))


@pytest.mark.timeout(300)
@settings(max_examples=25, deadline=None)
@given(lists(), st.lists(IN_FILE, max_size=5), st.lists(IN_RECALL, max_size=5), st.booleans())
def test_both_sides_say_the_same_and_nothing_is_lost(
    folder: Path, made: Made, in_file: list[Edit], in_recall: list[Edit], file_first: bool
) -> None:
    with synced_alone(folder, made.data()) as pair:
        for side in (0, 1) if file_first else (1, 0):
            for edit in (in_file, in_recall)[side]:
                if side:
                    edit_library(pair, edit)
                else:
                    edit_file(pair, edit, made.encoding, made.end)
        before = pair.path.read_bytes()
        everything = {one.id for one in pair.all()}
        report = pair.sync()
        after = pair.path.read_bytes()
        _check_bytes(before, after, made.encoding, len(in_recall))
        assert everything <= {one.id for one in pair.all()}
        assert not report.file.failed
        again = pair.sync()
        assert (again.writes, again.imported.changes) == (False, False)
        _check_said(pair, report.file.boxless + report.file.waiting)


def _check_bytes(before: bytes, after: bytes, encoding: str, additions: int) -> None:
    """No line is lost, and only signs in boxes and words of a status differ."""
    old, new = (data.decode(encoding).split("\n") for data in (before, after))
    at = 0
    for line in new:
        bare = _bare(line)
        if at < len(old) and bare == _bare(old[at]):
            at += 1
    assert at == len(old), (old, new)
    assert len(new) <= len(old) + 6 * additions


def _bare(line: str) -> str:
    for sign in ("[ ]", "[x]", "[X]", "[/]"):
        line = line.replace(sign, "[]")
    line = line.replace("- [] [", "- [").removesuffix("\r")
    return line.replace("todo", "done")


def _check_said(pair: Synced, excused: Sequence[object]) -> None:
    """Every box that stands in the file says what the library says, but those cleared by hand."""
    ids = {one.id for one in excused}  # type: ignore[attr-defined] # of resources
    unticked = {one.id for one in pair.sync().imported.names.unticked}
    by_url = {one.url or one.title: one for one in pair.all()}
    for entry in read_list(pair.path).entries:
        one = by_url[entry.url or entry.title]
        if one.id not in ids | unticked:
            assert entry.read == (one.status == "read"), (entry, one)
