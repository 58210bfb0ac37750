"""The headings under which settings stand on their page, by the table of the settings file."""

from recall.web.words.words import PageWords

_MEMORY = ("desired_retention", "maximum_interval", "spread")


def group_of(words: PageWords, name: str) -> str:
    """Return the heading of a setting; what has no table of its own is of the day or of memory."""
    _ = words._
    headings = {
        "remind": _("Reminders"),
        "check": _("Lists and links"),
        "fetch": _("Lists and links"),
        "sync": _("Lists and links"),
        "web": _("The page"),
    }
    if name in _MEMORY:
        return _("Memory")
    return headings.get(name.partition(".")[0], _("The day"))
