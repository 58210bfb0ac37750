"""Tables in HTML are read as those of Markdown: a row is a work."""

import pytest

from recall.formats.markdown.reader import parse
from testing.lists.marked_links import told, written

ROW = '<tr><td>{}</td><td>2019</td><td><a href="{}">Paper</a></td></tr>'


@pytest.mark.parametrize(
    "head",
    [
        "<tr><th>Model</th><th>Year</th><th>Link</th></tr>",
        "<thead>\n<tr>\n  <th align=center>Model\n  <th>Year</th><th>Link</th>\n</tr>\n</thead>",
        "<tr><td>Model</td><td>Year</td><td>Link</td></tr>",
        "",
    ],
)
@pytest.mark.parametrize("between", ["", "\n", "\n\n"])
def test_a_row_is_a_work(head: str, between: str) -> None:
    rows = between.join([ROW.format("Alpha", "PAPER"), ROW.format("Beta", "PAPER2")])
    found = parse(written(f"text\n<table>{head}\n{rows}\n</table>\n\n- [One](PAGE)"))
    assert told(found) == ["Alpha > PAPER", "Beta > PAPER2", "One > PAGE"]


@pytest.mark.parametrize(
    ("rows", "items"),
    [
        (
            "<tr><th>Group</th><th>Name</th><th>Link</th></tr>"
            "<tr><td rowspan=2>Open</td><td>Alpha</td><td><a href='PAPER'>pdf</a></td></tr>"
            "<tr><td>Beta</td><td><a href='PAPER2'>pdf</a></td></tr>"
            "<tr><td>Closed</td><td>Gamma</td><td><a href='PAGE'>blog</a></td></tr>",
            ["Alpha > PAPER", "Beta > PAPER2", "Gamma > PAGE"],
        ),
        (
            "<tr><th>Name</th><th>Year</th><th>Link</th></tr>"
            "<tr><td colspan=2><b>Alpha</b><br>by Ann</td><td><a href='PAPER'>pdf</a></tr>",
            ["Alpha > PAPER"],
        ),
        (
            "<tr><td><a href='PAPER'>Alpha Work</a></td><td><a href='PAGE'>Beta Work</a></td></tr>",
            ["Alpha Work > PAPER", "Beta Work > PAGE"],
        ),
        (
            "<tr><td rowspan=99999999999 colspan=0><a href='PAPER'>Alpha Work</a></td></tr>",
            ["Alpha Work > PAPER"],
        ),
        ("<td>[Alpha Work](PAPER)", ["Alpha Work > PAPER"]),
    ],
)
def test_cells_may_span_rows_and_columns(rows: str, items: list[str]) -> None:
    assert told(parse(written(f"<table>{rows}</table>"))) == items


def test_a_head_above_the_heads_names_the_table() -> None:
    heads = "<tr><th colspan=2>2025</th></tr>\n<tr>\u3000<th>Title</th><th>Date read</th></tr>"
    rows = "<tr><td><a href='PAGE'>One</a></td><td>2025-12-05</td></tr>"
    rows += "<tr><td><a href=''>Two</a></td><td>2025-12-04</td></tr>"
    found = parse(written(f"# Books\n<table>{heads}{rows}</table>\n"))
    assert told(found) == ["One > PAGE", "Two > None"]
    assert [item.section for item in found.items] == [("Books", "2025")] * 2
    assert [item.read_on for item in found.items] == ["2025-12-05", "2025-12-04"]
    assert all(item.checked for item in found.items)


def test_text_before_and_after_a_table_is_as_it_was() -> None:
    text = "[One](PAGE)\n<table><tr><td>[Two](OTHER)</td></tr></table>[Three](THIRD)"
    assert told(parse(written(text))) == ["One > PAGE", "Two > OTHER", "Three > THIRD"]
