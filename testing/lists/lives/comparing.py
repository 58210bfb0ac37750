"""What is left of recall in a file once everything is undone."""

from collections.abc import Sequence

from testing.lists.lives.life import Life, is_of


def left_of_recall(life: Life) -> list[str]:
    """Return the lines that only one of the two files has, "order" if they stand otherwise.

    The files must be the same byte for byte, but for what a person can expect: a heading below
    which they wrote something, a line of recall's that they edited, blank lines around both, where
    a line stands that recall had moved while they changed what is around it, and a box that they
    ticked while two resources were one.
    """
    now, alone = life.lines, list(life.alone)
    if now == alone:
        return []
    now, alone = ([_bare(life, one) for one in lines if one.strip()] for lines in (now, alone))
    heads = {at for at, one in enumerate(now) if "Shelf" in one and _has_below(now[at + 1 :])}
    heads |= {at - 1 for at in heads if now[at - 1] == "---"}
    now = [one for at, one in enumerate(now) if at not in heads and not is_of(one, life.touched)]
    alone = [one for one in alone if not is_of(one, life.touched)]
    excused = bool(heads or life.touched or life.moved or life.joined)
    for line in [one for one in alone if is_of(one, life.moved) and one in now]:
        now.remove(line)
        alone.remove(line)
    only = [one for one in now if one not in alone] + [one for one in alone if one not in now]
    return only or (["order"] if now != alone or not excused else [])


def _bare(life: Life, line: str) -> str:
    """Return a line; without its box if its resource was joined with another."""
    return line.replace("[x]", "[ ]") if is_of(line, life.joined) else line


def _has_below(lines: Sequence[str]) -> bool:
    return bool(lines) and ("](" in lines[0] or not lines[0].startswith(("#", "**", "---")))
