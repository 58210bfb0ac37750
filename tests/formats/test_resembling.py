"""What a file that is no list looks like, and lists that look like nothing else."""

import pytest

from recall.formats.resembling import binary, resembles

FOREIGN = {
    "a web page": (
        "<!DOCTYPE html>\n<p>x",
        "\ufeff\n <HTML lang=en>",
        '<?xml version="1.0"?><html>',
    ),
    "an XML file": ('<?xml version="1.0"?>\n<rss>', '<feed xmlns="http://www.w3.org/2005/Atom">'),
    "a script": ("#!/bin/sh\ncurl https://a.org\n",),
    "a log": (
        "2026-01-02 03:04:05,678 GET https://a.org\n" * 3,
        "[2026-01-02T03:04:05Z] INFO https://a.org\n" * 3,
        '127.0.0.1 - - [02/Jan/2026:03:04:05 +0000] "GET https://a.org"\n' * 3,
        "Jan  2 03:04:05 host app[1]: https://a.org\n" * 3,
        "INFO: https://a.org\n\nWARNING: b\nERROR: c\n",
    ),
    "a settings file": ("[tool]\nhome = https://a.org\n# why\nname = a\n",),
    "source code": (
        'import os\nimport re\n\n# see https://a.org\ndef read(path):\n    return open(path)\nx = "https://b.org"\n',
        '#include <stdio.h>\nint main(void) {\n  puts("https://a.org");\n  return 0;\n}\n',
        'const a = "https://a.org";\nfunction b() {\n  return a;\n}\n',
        "body {\n  background: url(https://a.org);\n}\n",
    ),
}
LISTS = (
    "",
    "- [ ] [CUDA](https://example.org)\n" * 3,
    "[CUDA](https://example.org);\n[B](https://example.org);\n",
    "CUDA https://example.org\nA note for me.\nhttps://example.org\n",
    "2026-01-02 https://example.org\n" * 5,
    "| a | b |\n| --- | --- |\n| [x](https://example.org) | y |\n" * 2,
    '<h1 align="center">Papers</h1>\n<p>\n\n- [x](https://example.org)\n',
    "# Papers\n\n```py\nimport os\nx = 1\n```\n" + "- [x](https://example.org)\n" * 5,
    "A Fine Paper = good\nfor everyone\n- https://example.org\nif you like\n",
    "# Papers\n\n~~~\nimport os\nimport re\ndef read():\n~~~\nSee https://example.org\n",
    "class notes of May\nimport taxes and trade\nfrom A to B\nhttps://example.org\n",
    "1. 一本书：https://example.org；\n2. 一本书：https://example.org；\n3. x\n",
)


@pytest.mark.parametrize(
    ("what", "text"), [(what, text) for what, texts in FOREIGN.items() for text in texts]
)
def test_what_is_no_list_is_known_by_its_content(what: str, text: str) -> None:
    assert resembles(text) == what
    assert resembles(text, ".txt") == what


@pytest.mark.parametrize("text", LISTS)
def test_a_list_looks_like_nothing_else(text: str) -> None:
    assert resembles(text) is None
    assert resembles(text, ".txt") is None


@pytest.mark.parametrize(("ending", "what"), [(".log", "a log"), (".py", "source code")])
def test_an_ending_tells_what_the_content_does_not(ending: str, what: str) -> None:
    assert resembles("see https://a.org\n", ending) == what


@pytest.mark.parametrize(("data", "what"), [(b"%PDF-1.7\n", "a PDF"), (b"mozLz40\0x", "Firefox")])
def test_bytes_that_are_no_text_are_known_by_how_they_begin(data: bytes, what: str) -> None:
    assert what in (binary(data) or "")
    assert binary(b"- [x](https://a.org)") is None
