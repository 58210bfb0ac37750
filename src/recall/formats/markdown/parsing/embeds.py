"""Links in the tags of site generators, as GitBook writes them: `{% embed url="https://…" %}`."""

import re

_EMBED = re.compile(
    r"\{%[ \t]*(?:embed|content-ref|file|link)[ \t]+(?:url|src)=\"([^\"\n]{1,2000})\""
    r"[^%\n]{0,200}%\}"
    r"(?:[ \t]*\n[ \t]*([^{\n]{1,300})\n[ \t]*\{%[ \t]*end[\w-]{1,20}[ \t]*%\})?"
)


def with_links(text: str) -> str:
    """Write such tags as links, on the same lines; the text inside of one is its title."""
    return _EMBED.sub(_link, text) if "{%" in text else text


def _link(tag: re.Match[str]) -> str:
    url, caption = tag[1], (tag[2] or "").strip()
    below = "\n" * tag[0].count("\n")
    if "](" in caption:
        return f"{caption}{below}"
    if not caption:
        return f"<{url}>{below}"
    return f"[{caption.translate(_ESCAPED)}](<{url}>){below}"


_ESCAPED = str.maketrans({"[": "\\[", "]": "\\]"})
