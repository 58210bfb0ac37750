"""JSON with links, of any shape."""

import json
from contextlib import suppress

import pytest

from recall.errors import BadFile
from recall.formats.fields.json_file import looks_like, parse
from recall.formats.table import format_of

A, B = "https://example.org/a", "https://example.org/b"
Row = tuple[str, str | None, str]
ONE, TWO = {"title": "Warps", "url": A}, {"title": "Tiles", "url": B}

SHAPES: dict[str, tuple[object, list[Row]]] = {
    "an object": (ONE, [("Warps", A, "")]),
    "a list": ([ONE, TWO], [("Warps", A, ""), ("Tiles", B, "")]),
    "a list under a key": ({"items": [ONE]}, [("Warps", A, "")]),
    "a key that says something": (
        {"GPU": [ONE], "CPU": [TWO]},
        [("Warps", A, "GPU"), ("Tiles", B, "CPU")],
    ),
    "a page with a list": ({"url": B, "items": [ONE]}, [("Warps", A, "")]),
    "objects by number": ({"list": {"17": ONE, "4": TWO}}, [("Warps", A, ""), ("Tiles", B, "")]),
    "titles around": (
        {"title": "Mine", "folders": [{"title": "GPU", "items": [ONE]}]},
        [("Warps", A, "GPU")],
    ),
    "links alone": ([A, "no link"], [(A, A, "")]),
    "a link inside": ({"title": "Warps", "content": {"url": A}}, [("Warps", A, "")]),
    "a link in a list": ({"title": "Warps", "urls": [A]}, [("Warps", A, "")]),
    "a link in a list of objects": (
        {"items": [{"title": "Warps", "alternate": [{"href": A}]}]},
        [("Warps", A, "")],
    ),
    "GitHub's stars": (
        [
            {
                "full_name": "a/warps",
                "name": "warps",
                "url": B,
                "html_url": A,
                "archived": True,
                "language": "Go",
            }
        ],
        [("a/warps", A, "")],
    ),
    "no title": ({"href": A}, [(A, A, "")]),
    "what belongs to a reading": (
        {**ONE, "annotations": [TWO], "user": {"url": B}},
        [("Warps", A, "")],
    ),
    "parents by number": (
        [
            {"id": 1, "name": "GPU", "parentId": None, "links": []},
            {"id": 2, "name": "X", "parentId": 1, "links": [ONE]},
        ],
        [("Warps", A, "GPU/X")],
    ),
    "parents in a circle": (
        [{"id": 1, "name": "P", "parentId": 1, "links": [ONE]}],
        [("Warps", A, "/".join(["P"] * 100))],
    ),
}


@pytest.mark.parametrize(("data", "expected"), SHAPES.values(), ids=SHAPES)
def test_objects_with_links_are_found_in_any_shape(data: object, expected: list[Row]) -> None:
    text = json.dumps(data)
    assert looks_like(text)
    found = parse(text, "my file").items
    assert [(one.title, one.url, "/".join(one.section)) for one in found] == expected


def test_lines_of_json_are_read_with_their_numbers() -> None:
    text = f"{json.dumps(ONE)}\n\n{json.dumps(TWO)}\n"
    assert [(item.title, item.line) for item in parse(text, "f").items] == [
        ("Warps", 1),
        ("Tiles", 3),
    ]


def test_characters_that_cannot_be_kept_are_replaced() -> None:
    (one,) = parse(
        r'{"title": "a\u0000b\ud800", "url": "https://example.org/a", "tags": ["\u001b"]}', "f"
    ).items
    assert (one.title, one.labels) == ("ab\ufffd", ())


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[Warps](https://example.org/a)",
        '["Warps"](https://example.org/a)',
        "[ ] Warps",
        "{ not json }",
        "[[Warps]]",
    ],
)
def test_other_texts_do_not_look_like_json(text: str) -> None:
    assert not looks_like(text)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ('{"a": 1}', "JSON without links"),
        ('{"a": "https://example.org"}', "JSON without links"),
        ("[]", "JSON without links"),
        ('{"a": }', "not JSON at line 1, column 7"),
        (f"{json.dumps(ONE)}\n{{", "not JSON at line 2, column 2"),
        ('[{"a":' * 100_000, "JSON that is nested too deep"),
        ('{"a": ' + "9" * 10_000 + "}", "JSON that is nested too deep, or has a number too long"),
    ],
)
def test_json_that_is_no_list_is_refused(text: str, says: str) -> None:
    with pytest.raises(BadFile) as refused:
        parse(text, "my file")
    assert str(refused.value).startswith(f"my file: {says}")


def test_broken_json_is_not_taken_for_something_else() -> None:
    assert format_of('{"url": "https://example.org/a",', "").name == "json"
    assert format_of('{"schema": 1, "resources": [', "").name == "catalog"
    assert format_of('{"resources": [{"url": "https://example.org/a"}]}', "").name == "json"


@pytest.mark.parametrize("piece", ["[", "{", '["', '{"a":', '"', "\\", "[{", '["a",'])
def test_any_repeated_piece_is_refused_in_time(piece: str) -> None:
    looks_like(piece * 100_000)
    with suppress(BadFile):
        parse(piece * 100_000, "my file")


@pytest.mark.parametrize(
    ("text", "sure"),
    [
        ('[{"url": "https://a.org"}]', True),
        ('[[{"url": "https://a.org"}]]', True),
        ('["https://a.org", "https://b.org"]', True),
        ('[["A", "https://a.org"], ["B", "https://b.org"]]', True),
        ("{}", True),
        ("[" * 100_000, False),
        ("[[A page]]", False),
        ('["A title"](https://a.org)', False),
        ("[ ] A title", False),
        ("[A title](https://a.org)", False),
    ],
)
def test_open_brackets_alone_are_no_json(text: str, sure: bool) -> None:
    assert looks_like(text) is sure
