"""Lists with short names for their addresses, and what was found in them as short lines."""

from recall.domain.library.catalog import Item, ParsedList

ADDRESSES = {
    "PAPER2": "https://arxiv.org/abs/2401.00002",
    "PAPER": "https://arxiv.org/abs/2401.00001",
    "REPO2": "https://github.com/b/other-repo",
    "REPO": "https://github.com/a/fine-repo",
    "ANN": "https://github.com/ann",
    "BOB": "https://twitter.com/bob",
    "VIDEO": "https://youtu.be/abc",
    "SLIDES": "https://ex.com/s.pdf",
    "PAGE": "https://ex.com/page",
    "OTHER": "https://ex.com/other",
    "THIRD": "https://ex.com/third",
    "CHAT": "https://discord.gg/x",
    "THREAD": "https://news.ycombinator.com/item?id=1",
}


def written(text: str) -> str:
    """Return the text of a list with the addresses that its names stand for."""
    for name, url in ADDRESSES.items():
        text = text.replace(name, url)
    return text


def told(found: ParsedList) -> list[str]:
    """Return the items as lines: the title, the address, and the further links with their roles."""
    return [_line(item) for item in found.items]


def _line(item: Item) -> str:
    links = "".join(f" | {link.role} {link.text} {_name(link.url)}" for link in item.links)
    return f"{item.title} > {_name(item.url)}{links}"


def _name(url: str | None) -> str:
    return next((name for name, known in ADDRESSES.items() if known == url), str(url))
