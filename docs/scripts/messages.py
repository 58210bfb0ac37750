"""Brings the messages of the page in step with its source: `python docs/scripts/messages.py`.

It adds new messages to src/recall/web/messages/zh.po without a translation, and removes those that
no page uses any more. Then it prints the messages that have no translation yet.
"""

from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

PACKAGE = Path(__file__).parents[2] / "src" / "recall" / "web"
MESSAGES = PACKAGE / "messages" / "zh.po"

_METHODS = [("**.py", "python"), ("templates/**.html", "jinja2.ext.babel_extract")]
_OPTIONS = {"templates/**.html": {"trimmed": "true", "silent": "false"}}
_KEYWORDS = {"_": None, "N_": None, "many": (1, 2), "gettext": None, "ngettext": (1, 2)}

_HEADER = """\
# The messages of the page in Chinese; docs/scripts/messages.py keeps them in step.
msgid ""
msgstr ""
"Language: zh_Hans_CN\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Plural-Forms: nplurals=1; plural=0;\\n"

"""


def used() -> Catalog:
    """Return the messages that the source of the page has."""
    catalog = Catalog(locale="zh_Hans_CN", charset="utf-8")
    found = extract_from_dir(str(PACKAGE), _METHODS, _OPTIONS, _KEYWORDS)
    for name, _line, message, _comments, _context in sorted(found, key=lambda one: one[:2]):
        catalog.add(message, locations=[(name, None)])
    return catalog


def kept() -> Catalog:
    """Return the messages of the file, with their translations."""
    with MESSAGES.open("rb") as source:
        return read_po(source, locale="zh_Hans_CN")


def main() -> None:
    """Write the file anew, in the order of the source."""
    before, now = kept(), used()
    for message in now:
        known = before.get(message.id) if message.id else None
        if known is not None and known.pluralizable == message.pluralizable:
            message.string = known.string
    with MESSAGES.open("wb") as target:
        target.write(_HEADER.encode())
        write_po(target, now, width=100, omit_header=True, sort_by_file=True)
    for message in now:
        if message.id and not any(message.string if message.pluralizable else [message.string]):
            print(message.id)  # noqa: T201 - the output of this script


if __name__ == "__main__":
    main()
