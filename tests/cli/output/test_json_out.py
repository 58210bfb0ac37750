"""The JSON on stdout: always valid, always harmless."""

import json
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from recall.cli.output.json_out import dump

ANY_TEXT = st.text(st.characters()) | st.text(
    st.characters(categories=["Cc", "Cf", "Cs", "Zl", "Zp"])
)
VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    # surrogates next to each other may pair up, which JSON cannot tell from one character
    | st.text(st.characters(exclude_categories=["Cs"])),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=5,
)


def test_it_is_one_compact_line_with_the_schema_first() -> None:
    assert (
        dump({"title": "深入理解", "due": None}) == '{"schema":1,"title":"深入理解","due":null}\n'
    )


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("\x1b[31m", r"\u001b[31m"),
        ("\x9b31m", r"\u009b31m"),
        ("\x00\x7f", r"\u0000\u007f"),
        ("\ud800", r"\ud800"),
        ("\u202e\u2028\ufeff", r"\u202e\u2028\ufeff"),
        ("\U000e0041", r"\udb40\udc41"),
        ("a\nb", r"a\nb"),
        ("é 中 🔥", "é 中 🔥"),
    ],
)
def test_harmful_characters_are_escaped_and_others_are_not(text: str, written: str) -> None:
    assert dump({"note": text}) == f'{{"schema":1,"note":"{written}"}}\n'
    assert json.loads(dump({"note": text}))["note"] == text


@pytest.mark.slow
@given(st.dictionaries(ANY_TEXT, ANY_TEXT))
def test_the_text_can_be_encoded_and_holds_no_control_character(value: dict[str, str]) -> None:
    line = dump(value).removesuffix("\n")
    assert json.loads(line.encode("utf-8"))["schema"] == 1 or "schema" in value
    assert not any(unicodedata.category(c) in ("Cc", "Cf", "Cs", "Zl", "Zp") for c in line)


@pytest.mark.slow
@settings(max_examples=50)  # values inside values are slow to make
@given(st.dictionaries(st.text(), VALUES, max_size=3))
def test_what_is_read_back_is_what_was_written(value: dict[str, object]) -> None:
    assert json.loads(dump(value)) == {"schema": 1, **value}
    assert json.loads(dump(value, ascii_only=True)) == {"schema": 1, **value}


@given(st.dictionaries(ANY_TEXT, ANY_TEXT))
def test_it_can_be_ascii_for_streams_that_are_not_utf8(value: dict[str, str]) -> None:
    assert dump(value, ascii_only=True).isascii()


def test_a_number_that_json_does_not_have_is_refused() -> None:
    with pytest.raises(ValueError, match="not JSON compliant"):
        dump({"stability": float("nan")})
