"""Running text on a terminal and in a pipe."""

from io import StringIO

from recall.cli.output.prose import paragraph
from recall.cli.output.screen import Screen


def written(text: str, *, columns: int = 80, terminal: bool = True, **options: str) -> list[str]:
    stream = StringIO()
    paragraph(Screen(stream, columns=columns, terminal=terminal), text, **options)
    return stream.getvalue().splitlines()


def test_text_is_wrapped_on_a_terminal() -> None:
    assert written("one two three", columns=7) == ["one two", "three"]


def test_further_lines_stand_under_the_first_behind_its_label() -> None:
    assert written("one two three", columns=11, label="in  ") == ["in  one two", "    three"]


def test_a_pipe_gets_one_line() -> None:
    assert written("one two three", columns=7, terminal=False) == ["one two three"]


def test_text_is_made_safe() -> None:
    assert written("a\x1b[31mb\nc") == ["ab c"]


def test_a_label_alone_has_no_blank_at_its_end() -> None:
    assert written("", label="note  ") == ["note"]


def test_every_line_is_styled_by_itself() -> None:
    stream = StringIO()
    screen = Screen(stream, columns=3, terminal=True, color=True)
    paragraph(screen, "one two", label="", style="title")
    assert stream.getvalue() == "\x1b[1mone\x1b[0m\n\x1b[1mtwo\x1b[0m\n"
