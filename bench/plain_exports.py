"""Files of reference managers, outliners and text editors with many links, for bench.exports."""

from collections.abc import Callable, Mapping

IN_A_SECTION = 40


def address(number: int) -> str:
    return f"https://site{number % 900}.example.org/posts/{number}"


def title(number: int) -> str:
    return f"Title number {number} of a page, of a usual length"


def bibtex(links: int) -> str:
    """Return references as JabRef writes them; LaTeX in every tenth title."""
    accents = ("", *[""] * 8, r" by M{\"u}ller \& Co")
    return "".join(
        f"@article{{key{number},\n  title = {{{{The}} {title(number)}{accents[number % 10]}}},\n"
        f"  author = {{A. Ann and B. Ben}},\n  url = {{{address(number)}}},\n  year = {{2020}},\n"
        f"  abstract = {{{'What it says. ' * 60}}},\n  keywords = {{a, b}}\n}}\n\n"
        for number in range(links)
    )


def ris(links: int) -> str:
    """Return references as Zotero writes them."""
    return "".join(
        f"TY  - JOUR\nTI  - {title(number)}\nAU  - Ann, A.\nUR  - {address(number)}\n"
        f"AB  - {'What it says. ' * 60}\nKW  - a\nY2  - 2024/05/01/\nER  - \n\n"
        for number in range(links)
    )


def opml(links: int) -> str:
    """Return an outline as Workflowy writes it."""
    rows = [
        f'<outline text="Section {number // IN_A_SECTION}"><outline text="&lt;a href=&quot;'
        f'{address(number)}&quot;&gt;{title(number)}&lt;/a&gt;" _note="Mine" _complete="true"/>'
        "</outline>"
        for number in range(links)
    ]
    return "<opml><body>" + "\n".join(rows) + "</body></opml>"


def org(links: int) -> str:
    """Return headings of org with tags, dates and notes."""
    return "".join(
        f"{_section(number, '* ')}** DONE [[{address(number)}][{title(number)}]] :a:b:\n"
        "CLOSED: [2024-05-01 Wed 10:00]\n:PROPERTIES:\n:CREATED: [2024-04-01 Mon]\n:END:\nMine.\n"
        for number in range(links)
    )


def logseq(links: int) -> str:
    """Return blocks of Logseq with properties."""
    return "".join(
        f"{_section(number, '- # ')}\t- DONE [{title(number)}]({address(number)}) #a\n"
        f"\t  tags:: b, c\n\t\t- Mine.\n"
        for number in range(links)
    )


def todo_txt(links: int) -> str:
    """Return tasks."""
    return "".join(
        f"x 2024-05-01 2024-04-01 {title(number)} {address(number)} +p{number % 50} @home\n"
        for number in range(links)
    )


def text(links: int) -> str:
    """Return URLs with titles above them."""
    return "".join(f"{title(number)}\n{address(number)}\n\n" for number in range(links))


def _section(number: int, begin: str) -> str:
    return "" if number % IN_A_SECTION else f"{begin}Section {number}\n"


PLAIN_EXPORTS: Mapping[str, Callable[[int], str]] = {
    "jabref.bib": bibtex,
    "zotero.ris": ris,
    "workflowy.opml": opml,
    "reading.org": org,
    "logseq.md": logseq,
    "todo.txt": todo_txt,
    "links.txt": text,
}
