"""A link text behind a title is a label where the list has it again, or labels in its place."""

import pytest

from recall.formats.markdown.reader import parse


def titles(*lines: str) -> list[str]:
    text = "\n".join(line.replace("URL", f"https://ex.com/{at}") for at, line in enumerate(lines))
    return [item.title for item in parse(text).items]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (
            ("- Fine Oaks – [Verlag](URL)", "- Fine Elms – [Verlag](URL)"),
            ["Fine Oaks", "Fine Elms"],
        ),
        (
            ("- Fine oaks ([domínio público](URL))", "- Fine elms ([domínio público](URL))"),
            ["Fine oaks", "Fine elms"],
        ),
        # The link of the last line stands where labels stand in the others.
        (
            (
                "- Fine oaks → [pdf](URL)",
                "- Fine elms → [pdf](URL)",
                "- Fine nets → [pdf](URL)",
                "- Fine law → [A library](URL)",
            ),
            ["Fine oaks", "Fine elms", "Fine nets", "Fine law"],
        ),
        # A title may be there twice, behind no title or behind a label.
        (("- [Introduction](URL)", "- [Introduction](URL)"), ["Introduction", "Introduction"]),
        (("- Blog: [Fine Oaks](URL)", "- Blog: [Fine Oaks](URL)"), ["Fine Oaks", "Fine Oaks"]),
        (
            ("- Read about oaks: [Fine Oaks](URL)", "- Read about elms: [Fine Elms](URL)"),
            ["Fine Oaks", "Fine Elms"],
        ),
        # A label may stand behind each work, or in a bullet below a title.
        (
            (
                "- [Fine oaks](URL) / [要約](https://b.org/1)",
                "- [Fine elms](URL) / [要約](https://b.org/2)",
                "- [Fine nets](URL) / [要約](https://b.org/3)",
            ),
            ["Fine oaks", "Fine elms", "Fine nets"],
        ),
        (
            (
                "- **Fine oaks** by Ann Lee",
                "  - [County library](URL)",
                "- **Fine elms** by Tom Gilb",
                "  - [County library](URL)",
            ),
            ["Fine oaks", "Fine elms"],
        ),
        (
            ("- Week two: [SICP](URL)", "- Week three: [SICP](URL)", "- Week four: [Oaks](URL)"),
            ["SICP", "SICP", "Oaks"],
        ),
    ],
    ids=range(9),
)
def test_a_label_is_no_title(lines: tuple[str, ...], expected: list[str]) -> None:
    assert titles(*lines) == expected
