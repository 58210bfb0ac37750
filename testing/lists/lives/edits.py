"""What the person does in the editor."""

from collections.abc import Callable, Mapping, Sequence

from testing.lists.lives.life import Life, Step

Lines = Sequence[str]


def replaced(old: str, new: str) -> Callable[[Life, Step], None]:
    """Return an edit of one line of the person's."""

    def edit(life: Life, step: Step) -> None:
        line = life.own_line(step.number)
        if line is not None and old in line:
            changed = line.replace(old, new.format(step.other))
            life.edit(lambda lines: [changed if one == line else one for one in lines])

    return edit


def link(life: Life, step: Step) -> None:
    """Give a line another link."""
    line = life.own_line(step.number)
    old = "" if line is None else line.partition("](")[2].partition(")")[0]
    if line is not None and "example.org/" in old:
        new = old.replace("example.org/", f"example.net/{step.other}/")
        for links in (life.moved, life.joined, life.touched):
            links.update({new} if old in links else ())
        life.edit(lambda lines: [one.replace(old, new) if one == line else one for one in lines])


def below(new: str) -> Callable[[Life, Step], None]:
    """Return an edit that puts a line below one of the person's."""

    def edit(life: Life, step: Step) -> None:
        line = life.own_line(step.number, is_in_place=True)
        if line is not None:
            another = line.replace("](", " too](").replace("example.", f"of{step.other}.example.")
            added = new.format(step.other) or another
            life.edit(lambda lines: _below(lines, line, added))

    return edit


def _below(lines: Lines, line: str, new: str) -> Lines:
    at = lines.index(line) + 1
    return [*lines[:at], new, *lines[at:]]


def remove(life: Life, step: Step) -> None:
    """Take out a line, but not the last reading."""
    line = life.own_line(step.number)
    if line is not None and any("](" in one for one in life.alone if one != line):
        life.edit(lambda lines: [one for one in lines if one != line])


def reorder(life: Life, step: Step) -> None:
    """Put a line below another one."""
    line, above = life.own_line(step.number), life.own_line(step.other, is_in_place=True)
    if line is not None and above is not None and line != above:
        life.edit(lambda lines: _below([one for one in lines if one != line], above, line))


def heading(life: Life, step: Step) -> None:
    """Rename a heading."""
    heads = [one for one in life.alone if "Part" in one and life.lines.count(one) == 1]
    if heads:
        head = heads[step.number % len(heads)]
        name = head.replace("Part", "Part of", 1)
        life.edit(lambda lines: [name if line == head else line for line in lines])


def at_end(life: Life, step: Step) -> None:
    """Write a line at the end."""
    new = f"- [ ] [At the end {step.other}](https://end.example.org/{step.other})"

    def longer(lines: Lines) -> Lines:
        rest = lines if lines[-1] else lines[:-1]
        return [*rest, new, *lines[len(rest) :]]

    if new not in life.alone:
        life.edit(longer)


def reflow(life: Life, step: Step) -> None:
    """Put a blank line below a line, or take that out again."""
    line = life.own_line(step.number, is_in_place=True)
    if line is not None:
        life.edit(lambda lines: _below(lines, line, ""))


def touch(life: Life, step: Step) -> None:
    """Edit a line that recall has added or changed."""
    lines = life.lines
    own = [one for one in lines if "](" in one and one not in life.alone]
    if own:
        line = own[step.number % len(own)]
        link = line.partition("](")[2].partition(")")[0]
        life.touched.add(link)
        life.write([one.replace("](", "!](") if one == line else one for one in lines])
        life.alone = [
            one.replace("](", "!](") if f"]({link})" in one else one for one in life.alone
        ]


EDITS: Mapping[str, Callable[[Life, Step], None]] = {
    "tick": replaced("[ ]", "[x]"),
    "clear": replaced("[x]", "[ ]"),
    "title": replaced("](", "+{}]("),
    "space": replaced(")", ") "),
    "link": link,
    "new": below(""),
    "remark": below("  a remark {}"),
    "remove": remove,
    "reorder": reorder,
    "heading": heading,
    "at end": at_end,
    "reflow": reflow,
    "touch": touch,
}
