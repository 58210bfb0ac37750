"""The bytes of a list as lines, changed and written back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recall.errors import BadFile
from recall.formats.markdown.editing.proof import untouched
from recall.formats.markdown.editing.text import Edits, body, edited, end_of, text_of

LINES = st.lists(st.text("ab 文章[]x*\t", max_size=6), max_size=6)
ENDS = st.sampled_from(["\n", "\r\n", "\r"])
CODECS = st.sampled_from(["utf-8", "utf-8-sig", "utf-16"])


@given(LINES, ENDS, st.booleans(), CODECS)
def test_any_text_is_written_back_byte_for_byte(
    lines: list[str], end: str, last: bool, codec: str
) -> None:
    data = (end.join(lines) + (end if last else "")).encode(codec)
    text = text_of(data, "list.md")
    assert text.data() == data
    assert edited(text, Edits()) == text
    assert "".join(map(body, text.lines)) == "".join(lines)


@given(LINES, ENDS, st.booleans(), st.data())
def test_edits_change_no_other_line(
    lines: list[str], end: str, last: bool, data: st.DataObject
) -> None:
    text = text_of((end.join(lines) + (end if last else "")).encode(), "list.md")
    count = len(text.lines)
    numbers = st.integers(1, max(1, count))
    most = 1 if count else 0
    changed = data.draw(st.dictionaries(numbers, st.just("new"), max_size=2 * most))
    removed = data.draw(st.frozensets(numbers, max_size=most))
    after = data.draw(st.dictionaries(st.integers(0, count), st.just(("a", "b")), max_size=2))
    edits = Edits(changed, after, removed)
    found = edited(text, edits)
    assert untouched(text, found, edits)
    kept = [line for n, line in enumerate(text.lines, 1) if n not in {*changed, *removed}]
    bodies = [body(line) for line in found.lines]
    assert all(body(line) in bodies for line in kept)
    assert not untouched(text, found._replace(lines=(*found.lines, "more")), edits)


def test_a_new_last_line_ends_as_the_last_one_did() -> None:
    text = text_of(b"one\r\ntwo", "list.md")
    assert edited(text, Edits(after={2: ("three",)})).data() == b"one\r\ntwo\r\nthree"
    assert edited(text, Edits(removed=frozenset({2}))).data() == b"one"
    assert (end_of("a\r\n"), end_of("a"), text.line_end) == ("\r\n", "", "\r\n")


def test_an_encoding_that_is_not_known_is_refused() -> None:
    with pytest.raises(BadFile, match="not in UTF-8"):
        text_of(b"- [ ] [\x81\x8d](https://a.org)", "list.md")
