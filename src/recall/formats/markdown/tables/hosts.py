"""Hosts in a column whose head says that they are addresses: `example.org` under `Website`."""

from collections.abc import Sequence

from recall.formats.markdown.blocks import TableRow
from recall.formats.markdown.lines import MarkdownLine, MarkdownLink
from recall.formats.markdown.parsing import bare_urls
from recall.formats.markdown.titles import clean
from recall.lazy_regex import lazy_regex

_HEAD = lazy_regex(
    r"(?i)(?:web ?)?(?:sites?|pages?)|home ?page|urls?|links?"
    r"|[网網][址站]|地址|链接|官[网網]|主[页頁]"
)


def with_hosts(heads: Sequence[str], rows: list[TableRow]) -> list[TableRow]:
    """Return rows in which such hosts are links, as addresses with a path are anywhere."""
    places = {at for at, head in enumerate(heads) if _HEAD.fullmatch(clean(head))}
    return [_with_hosts(row, places) for row in rows] if places else rows


def _with_hosts(row: TableRow, places: set[int]) -> TableRow:
    cells = [_linked(cell) if at in places else cell for at, cell in enumerate(row.cells)]
    return row._replace(cells=cells)


def _linked(cell: MarkdownLine) -> MarkdownLine:
    host = cell.text.strip()
    if cell.links or not host or bare_urls.match(host, 0) != host:
        return cell
    return cell._replace(pieces=[MarkdownLink(host, f"http://{host}", cell.number, bare=True)])
