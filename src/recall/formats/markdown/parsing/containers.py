"""Containers of site generators, as folds: `::: details A title`, `{{< admonition note "A" >}}`.

What they are called names the section of what they hold; without a name they are gone.
"""

import re

from recall.lazy_regex import lazy_regex

_LINE = lazy_regex(
    r"[ \t]*(?:(:{3,})[ \t]*(?:\{?([a-z][\w-]{0,30})\}?[ \t]*([^\n:{}]{0,100}))?"
    r"|\{\{[<%][ \t]*(/?)(?:admonition|details|expand|collapse|spoiler|callout|tab)\b"
    r"([^{}\n]{0,200})[%>]\}\})[ \t]*"
)
_QUOTED = re.compile(r"\"([^\"]{1,100})\"")
_GENERAL = {
    *("提示", "注意", "警告", "信息", "危险", "说明", "备注", "详情"),
    *("tip", "note", "warning", "info", "danger", "details"),
}
"""Names that say nothing of what is in it."""


def as_folds(text: str) -> str:
    """Write each container with a name as a fold, in its lines."""
    if ":::" not in text and "{{<" not in text and "{{%" not in text:
        return text
    lines = text.split("\n")
    named: list[bool] = []
    for at, line in enumerate(lines):
        found = _LINE.fullmatch(line) if ":::" in line or "{{" in line else None
        if found is None:
            continue
        if _ends(found):
            lines[at] = "</details>" if named and named.pop() else ""
            continue
        name = _name(found)
        named.append(bool(name))
        lines[at] = f"<details><summary>{name}</summary>" if name else ""
    return "\n".join(lines)


def _ends(found: re.Match[str]) -> bool:
    return found[4] == "/" or (found[1] is not None and found[2] is None)


def _name(found: re.Match[str]) -> str:
    quoted = _QUOTED.search(found[3] or found[5] or "")
    name = (quoted[1] if quoted else found[3] or "").strip()
    return "" if name.casefold() in _GENERAL else name
