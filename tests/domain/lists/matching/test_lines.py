"""Where lines stand: beside which known lines, and in which section by its present name."""

from recall.domain.lists.matching.lines import END, START, Gap, gaps, renamed_sections
from testing.lists.edited_lists import written


def test_a_line_stands_between_the_known_lines_of_its_section() -> None:
    lines = [one.line for one in written("# A | X | Y | Z | # B | V | W")]
    x, y, z, v, w = (line.key for line in lines)
    sections = {("A",): ("A",), ("B",): ("C",)}
    found = gaps(lines, {x: "x", z: "z", w: "w"}, sections)
    assert found == {y: Gap(("A",), "x", "z"), v: Gap(("C",), START, "w")}
    assert gaps(lines[3:], {v: "v"}, {})[w] == Gap(None, "v", END)


def test_a_section_is_where_most_of_its_lines_are() -> None:
    before = [one.line for one in written("# A | X | Y | Z | # B | V")]
    now = [one.line for one in written("# C | X | Y | # D | Z | # B | V")]
    same = {old.key: new.key for old, new in zip(before, now, strict=True)}
    assert renamed_sections(before, now, same) == {("B",): ("B",), ("A",): ("C",)}
    halves = [one.line for one in written("# C | X | # D | Y | # E | Z | # B | V")]
    same = {old.key: new.key for old, new in zip(before, halves, strict=True)}
    assert ("A",) not in renamed_sections(before, halves, same)


def test_without_known_lines_half_of_the_titles_tell() -> None:
    before = [one.line for one in written("# A | X | Y | # B | V | W | # E | …")]
    now = [one.line for one in written("# C | X | Y | Z | # D | V | Q | R | S | T | # F | …")]
    assert renamed_sections(before, now, {}) == {("A",): ("C",)}


def test_a_single_section_in_the_same_place_is_the_same() -> None:
    before = [one.line for one in written("# A | X | # B | Y | # C | Z")]
    now = [one.line for one in written("# A | X | # D | V | # C | Z")]
    same = {line.key: line.key for line in (before[0], before[2])}
    assert renamed_sections(before, now, same)["B",] == ("D",)
    now = [one.line for one in written("# A | X | # D | V | # E | W | # C | Z")]
    assert ("B",) not in renamed_sections(before, now, same)


def test_two_sections_that_are_as_much_alike_tell_nothing() -> None:
    before = [one.line for one in written("# A | X | Y")]
    now = [one.line for one in written("# C | X | # D | Y")]
    assert renamed_sections(before, now, {}) == {}
    many = [one.line for one in written(" | ".join(f"# S{n} | X" for n in range(9)))]
    assert renamed_sections(before, many, {}) == {}
