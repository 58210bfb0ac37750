"""Writes docs/commands.md and the settings tables of both READMEs from the program itself.

Run it after a change of a command, an option or a setting: `python docs/scripts/generate.py`.
tests/test_docs.py fails when it was forgotten.
"""

import re
import sys
from collections.abc import Iterator, Sequence
from datetime import time
from itertools import groupby
from pathlib import Path
from typing import Any

import typer

from recall.cli import crash
from recall.cli.app import build
from recall.cli.commands.table import COMMAND_TABLE, ROOMS, Command
from recall.cli.main import INTERRUPTED
from recall.settings import table as settings

ROOT = Path(__file__).resolve().parents[2]
PAGE = ROOT / "docs" / "commands.md"
README = ROOT / "README.md"
README_ZH = ROOT / "README.zh.md"

EVERYWHERE = ("--json",)
"""Options that every command has; they are described once."""

INTRODUCTION = """\
# Commands

<!-- Written by docs/scripts/generate.py from the program itself: edit that, or the commands. -->

`recall` alone is `recall today`. Where there is no library yet, the first command makes one
from the shipped catalog and says so on stderr; `import`, `add` and `init --empty` start an
empty one instead, for people with a list of their own.

RESOURCE is an ID, a URL (`https://` may be left out), a DOI, a number at arXiv such as
`2309.06180`, or a part of a title that only one resource has. RATING is `again`, `hard`, `good` or
`easy`, its first letter, its key `1` to `4`, or 忘, 难, 好 or 易. DATE and WHEN take `2026-11-20`,
`20261120`, `20.11.2026`, `27th`, `yesterday`, `tonight`, `weekend` (its Saturday), `3 days ago`,
`this friday`, `next monday`, `3天后`; a reading or a grade cannot be dated in the future. Minutes
are whole numbers, or `90m`, `1h`, `1h30`.

`recall search TEXT` is `recall list TEXT`, and `recall help COMMAND` is `recall COMMAND --help`.

Every command has `--json` (one object on stdout; [json.md](json.md) names its fields) and
`--help`. Data goes to stdout, messages to stderr. `recall` itself has these options:
"""

EXIT_CODES = {
    0: "done",
    1: "failed: what was asked cannot be done; or `doctor` found something",
    2: "usage: an argument or an option that cannot be used",
    crash.UNEXPECTED: "unexpected: a defect of recall; the message names the log file",
    4: "no resource matches, or several do; the message names the candidates",
    5: "storage: the library cannot be read or written; nothing was changed",
    6: "not delivered: a reminder reached nobody; the message says why, and what to do",
    INTERRUPTED: "interrupted with Ctrl-C; every grade given before is kept",
}


def commands() -> Iterator[tuple[Command, Any]]:
    """Yield each row of the table of commands, and the command that typer makes of it."""
    root = _root()
    for row in COMMAND_TABLE:
        command = root
        for word in row.name.split():
            command = command.commands[word]
        yield row, command


def _root() -> Any:
    return typer.main.get_command(build())


def page() -> str:
    """Return the whole of docs/commands.md."""
    parts = [INTRODUCTION, table(("", "meaning"), _described(_root().params))]
    for room, rows in groupby(commands(), lambda pair: pair[0].room):
        parts.append(f"## {ROOMS[room]}\n")
        parts += [_section(row, command) for row, command in rows]
    codes = [(str(code), meaning) for code, meaning in sorted(EXIT_CODES.items())]
    parts.append("## Exit codes\n\n" + table(("code", "meaning"), codes))
    return "\n".join(parts)


def _section(row: Command, command: Any) -> str:
    parameters = command.params
    usage = " ".join(["recall", row.name, *(_usage(one) for one in _own(parameters))])
    text = f"### recall {row.name}\n\n{command.help}\n\n```\n{usage}\n```\n"
    if described := _described(parameters):
        text += "\n" + table(("", "meaning"), described)
    return text + f"\nFor example: `{row.example}`\n"


def _described(parameters: Sequence[Any]) -> list[tuple[str, str]]:
    return [(_names(one), _meaning(one)) for one in _own(parameters)]


def _own(parameters: Sequence[Any]) -> list[Any]:
    return [one for one in parameters if not set(EVERYWHERE) & set(one.opts)]


def _usage(parameter: Any) -> str:
    if parameter.param_type_name == "argument":
        more = "…" if parameter.nargs == -1 and not parameter.metavar.endswith("…") else ""
        shown = f"{parameter.metavar}{more}"
    else:
        shown = f"{parameter.opts[0]}{_value(parameter)}"
    return shown if parameter.required else f"[{shown}]"


def _names(parameter: Any) -> str:
    if parameter.param_type_name == "argument":
        return f"`{parameter.metavar}`"
    return ", ".join(f"`{name}{_value(parameter)}`" for name in parameter.opts)


def _value(parameter: Any) -> str:
    if parameter.is_flag:
        return ""
    number = hasattr(parameter.type, "min")
    return " " + (parameter.metavar or ("N" if number else "TEXT"))


def _meaning(parameter: Any) -> str:
    text: str = parameter.help
    if hasattr(parameter.type, "min"):
        text = f"{text.rstrip('.')}, {parameter.type.min} to {parameter.type.max}."
    if parameter.default and not parameter.required and not parameter.is_flag:
        text += f" Without it: {parameter.default}."
    return text


def settings_table() -> str:
    """Return the settings as README.md shows them."""
    shown = [
        (f"`{name}`", _default(name, "empty"), _allowed(name), row.help)
        for name, row in settings.SETTINGS.items()
    ]
    return table(("setting", "default", "allowed", "what it does"), shown)


def settings_table_zh() -> str:
    """Return the settings as README.zh.md shows them."""
    shown = [
        (f"`{name}`", _default(name, "空"), row.help_zh) for name, row in settings.SETTINGS.items()
    ]
    return table(("设置", "默认值", "作用"), shown)


def _default(name: str, empty: str) -> str:
    value = getattr(settings.Settings(), settings.field(name))
    if value == "":
        return empty
    if isinstance(value, bool):
        return f"`{str(value).lower()}`"
    return f"`{value:%H:%M}`" if isinstance(value, time) else f"`{value}`"


def _allowed(name: str) -> str:
    """Return what a setting may be, in the words of the error that refuses all else."""
    try:
        settings.SETTINGS[name].check(object())
    except ValueError as error:
        return str(error)
    raise LookupError(f"{name} allows anything")


def table(heading: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """A markdown table."""
    lines = [heading, ["---"] * len(heading), *rows]
    return "".join(f"| {' | '.join(cells)} |\n" for cells in lines)


def with_settings(readme: str, shown: str) -> str:
    """Return a README with the table of settings between its two marks."""
    marks = r"(<!-- settings -->\n).*?(\n<!-- /settings -->)"
    filled, found = re.subn(
        marks, lambda mark: f"{mark[1]}\n{shown}{mark[2]}", readme, flags=re.DOTALL
    )
    if not found:
        raise LookupError("the README has no <!-- settings --> … <!-- /settings -->")
    return filled


READMES = {README: settings_table, README_ZH: settings_table_zh}
"""The two READMEs, each with the table of settings that stands in it."""


def main() -> int:
    """Write the three files."""
    PAGE.write_text(page(), encoding="utf-8")
    for readme, shown in READMES.items():
        text = with_settings(readme.read_text(encoding="utf-8"), shown())
        readme.write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
