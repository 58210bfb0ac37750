"""Every link of a list is a work, a further link of a work, or told with its reason; and once."""

import re

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from recall.domain.library.catalog import ParsedList
from recall.errors import BadFile
from recall.formats.markdown.reader import parse

PIECES = st.sampled_from(
    [
        "- ",
        "- [ ] ",
        "- [x] ",
        "  - ",
        "    - ",
        "1. ",
        "> ",
        "## ",
        "\n",
        "\n",
        "\n\n",
        "\n| Title | Paper | Code | Author | Done |\n|--|--|--|--|--|\n",
        "\n| a | b |\n|--|--|\n",
        " | ",
        "|",
        "A Title ",
        "**A Bold Title** ",
        "word ",
        "标题",
        ": ",
        ", ",
        " - a description ",
        "(",
        ")",
        " by ",
        "Code: ",
        "✅ ",
        "[A Fine Paper](https://paper.com/@)",
        "[Other Title](https://other.com/@)",
        "[[pdf]](https://arxiv.org/abs/@)",
        "[code](https://github.com/a/@)",
        "[repo@](https://github.com/a/repo@)",
        "[Ann](https://github.com/ann@)",
        "[@bob](https://twitter.com/bob@)",
        "[chat](https://discord.gg/@)",
        "[![badge](x.svg)](https://img.shields.io/@)",
        "[part 2](https://part.com/@)",
        "https://bare.com/@ ",
        "<https://auto.com/@>",
        "`https://code.com/@`",
        "![alt](https://image.com/@)",
        "\n\n```\nhttps://fence.com/@\n```\n\n",
        "\n\n<!-- https://comment.com/@ -->\n\n",
        "\n\n[^1]: see https://foot.com/@\n\n",
        "\n\n[unused@]: https://unused.com/@\n\n",
        '<a href="https://html.com/@">text</a>',
        "<br>",
    ]
)
URL = re.compile(r"https://[\w./-]+\d")


def numbered(pieces: list[str]) -> str:
    """Return the text of the pieces, with a different number in each."""
    return "".join(piece.replace("@", str(100 + at)) for at, piece in enumerate(pieces))


def account(found: ParsedList, url: str) -> str:
    """Return where a URL is; "" if it is nowhere, several names if it is in several places."""
    places = ["item" for item in found.items if item.url == url]
    places += ["link" for item in found.items for link in item.links if link.url == url]
    skipped = [url for each in found.skipped if url in URL.findall(told_url(each.text))]
    return ", ".join([*places, "skip"] if skipped else places)


def told_url(text: str) -> str:
    """Return the text of a skip; what shows only its address is told without the scheme."""
    return re.sub(r"(?<![\w/:.])(?=[a-z]+\.com/\d|img\.shields)", "https://", text)


@pytest.mark.slow
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(PIECES, max_size=30).map(numbered))
@example("- [ ] \n[Ann](https://github.com/ann101)\n")
@example("- [ ] : [A Fine Paper](https://paper.com/102)")
@example("## A Title [![badge](x.svg)](https://img.shields.io/102)")
@example("## A Title [Ann](https://github.com/ann101)")
@example("**A Title** [![badge](x.svg)](https://img.shields.io/102)")
def test_each_link_is_accounted_for_once(text: str) -> None:
    try:
        found = parse(text + "\n\n- [One](https://one.com/1)\n")
    except BadFile:
        return
    urls = URL.findall(text)
    lost = {url: where for url in urls if "," in (where := account(found, url)) or not where}
    assert lost == {}
