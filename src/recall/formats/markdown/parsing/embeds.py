"""Tags of site generators: GitBook's `{% embed url="https://…" %}`, Jekyll's `{{ site.url }}`.

Hugo's are such as `{{< card url="https://…" title="A title" >}}`; one without an address is gone.
"""

import re

_EMBED = re.compile(
    r"\{%[ \t]*(?:embed|content-ref|file|link)[ \t]+(?:url|src)=\"([^\"\n]{1,2000})\""
    r"[^%\n]{0,200}%\}"
    r"(?:[ \t]*\n[ \t]*([^{\n]{1,300})\n[ \t]*\{%[ \t]*end[\w-]{1,20}[ \t]*%\})?"
)
# `](`, then `{{ site.baseurl }}/a.pdf` or `{{ "/a.pdf" | relative_url }}`
_PLACE = re.compile(
    r"(?<=\]\()\{\{[ \t]*(?:[\"']([^\"'\n{}]{0,300})[\"']|[^{}\n\"']{1,80})[^{}\n]{0,80}\}\}"
)
# `* content` above `{:toc}`, which the table of contents takes the place of
_KIND = re.compile(r"(?<=\[)@[a-z]{4,12}@(?=[^\[\]\n]{1,300}\]\()")
"""`[@article@A title](…)`, as roadmap.sh says what a link leads to."""
_TURNED = re.compile(r"(?<![\])\w])\(([^()\[\]\n]{1,300})\)\[(https?://[^\s\[\]()]{1,2000})\]")
"""`(A title)[https://…]`, with its brackets the wrong way round."""

_CARD = re.compile(r"@\[card\]\((https?://[^\s()]{1,2000})\)")
"""`@[card](https://…)`, as Zenn shows a page."""

_LIQUID = re.compile(r"\{%-?[ \t]*[a-z][^{}\n]{0,300}%\}")
"""Any other tag of Jekyll says nothing: `{% capture summary %}`."""

_SHORTCODE = re.compile(r"\{\{<([^<>{}\n]{0,2000})>\}\}")
_NAMED = re.compile(r"\b(url|link|href|title|name)=(?:\"([^\"]*)\"|`([^`]*)`)")

_TASK = re.compile(r"<span class=\"org-todo (todo|done) [A-Z]{1,20}\">[A-Z]{1,20}</span>")
"""`<span class="org-todo done DONE">DONE</span>`, as a task of org is exported."""

_CONTENTS = re.compile(
    r"(?m)^[ \t]*(?:[*+-]|\d\.)[ \t][^\n]{0,80}\n[ \t]*\{:[ \t]?toc[^}\n]{0,80}\}"
)


def with_links(text: str) -> str:
    """Write such tags as links, on the same lines; the text inside of one is its title."""
    text = _LIQUID.sub("", _EMBED.sub(_link, text)) if "{%" in text else text
    text = _PLACE.sub(_place, text) if "]({{" in text else text
    text = _KIND.sub("", text) if "[@" in text else text
    text = _SHORTCODE.sub(_shortcode, text) if "{{<" in text else text
    text = _TASK.sub(_box, text) if '"org-todo ' in text else text
    text = _CARD.sub(r"<\1>", text) if "@[card]" in text else text
    text = _TURNED.sub(r"[\1](\2)", text) if ")[http" in text else text
    return _CONTENTS.sub("\n", text) if "{:toc" in text or "{: toc" in text else text


def _box(task: re.Match[str]) -> str:
    return "[x]" if task[1] == "done" else "[ ]"


def _place(tag: re.Match[str]) -> str:
    return tag[1] or ""


def _shortcode(tag: re.Match[str]) -> str:
    told = {name: first or second for name, first, second in _NAMED.findall(tag[1])}
    url = next((told[key] for key in ("url", "link", "href") if key in told), "")
    title = told.get("title") or told.get("name")
    if not url.startswith("http"):
        return ""
    return f"[{title.translate(_ESCAPED)}](<{url}>)" if title else f"<{url}>"


def _link(tag: re.Match[str]) -> str:
    url, caption = tag[1], (tag[2] or "").strip()
    below = "\n" * tag[0].count("\n")
    if "](" in caption:
        return f"{caption}{below}"
    if not caption:
        return f"<{url}>{below}"
    return f"[{caption.translate(_ESCAPED)}](<{url}>){below}"


_ESCAPED = str.maketrans({"[": "\\[", "]": "\\]"})
