"""`recall config`: shows the settings, and changes one."""

from collections.abc import Sequence
from typing import Annotated

from recall.cli.environment import Environment
from recall.cli.options import Json
from recall.cli.output.prose import paragraph
from recall.cli.parsing.arguments import Argument, CommandGroup
from recall.errors import BadFile
from recall.settings import file
from recall.settings.file import shown, written
from recall.settings.table import SETTINGS, Settings, field

Key = Annotated[
    str,
    Argument(
        metavar="KEY",
        autocompletion=lambda: list(SETTINGS),
        help="The name of a setting; 'recall config' lists them.",
    ),
]
Value = Annotated[str, Argument(metavar="VALUE", help="Its new value.")]


def show(environment: Environment, json: Json = False) -> None:
    """Show the settings, or change one."""
    path = environment.settings_path
    good, wrong = environment.checked_settings
    values = good._asdict()
    settings = {name: values[field(name)] for name in SETTINGS}
    if json:
        values = {name: _plain(name, value) for name, value in settings.items()}
        environment.print_json({"file": path, "settings": values})
        _refuse(wrong)
        return
    for name, row in SETTINGS.items():
        paragraph(environment.screen, f"{name} = {shown(name, settings[name])}", style="key")
        paragraph(environment.screen, row.help, label="    ", style="dim")
    environment.screen.write()
    paragraph(environment.screen, f"kept in {path}")
    _refuse(wrong)


def _refuse(wrong: Sequence[BadFile]) -> None:
    """Raise the first error, after the settings were shown so that it can be corrected."""
    if wrong:
        raise wrong[0]


def set_one(environment: Environment, key: Key, value: Value, json: Json = False) -> None:
    """Change one setting; the comments in the settings file are kept."""
    path = environment.settings_path
    stored = file.store(path, key, value)
    if json:
        environment.print_json({"file": path, "settings": {key: _plain(key, stored)}})
    else:
        paragraph(environment.screen, f"{key} is {shown(key, stored) or 'empty'} now, in {path}")


def get_one(environment: Environment, key: Key, json: Json = False) -> None:
    """Print the value of one setting, and nothing else."""
    file.known(key)
    good, wrong = environment.checked_settings
    value = good._asdict()[field(key)]
    if json:
        environment.print_json(
            {"file": environment.settings_path, "settings": {key: _plain(key, value)}}
        )
    else:
        environment.screen.write(shown(key, value))
    if shown(key, value) != written(value):
        environment.say(f"its user, password and options are only in {environment.settings_path}")
    _refuse(wrong)


def unset_one(environment: Environment, key: Key, json: Json = False) -> None:
    """Take one setting out of its file; its default counts again."""
    path = environment.settings_path
    was_there = file.unset(path, key)
    values = {key: Settings()._asdict()[field(key)]} if key in SETTINGS else {}
    if json:
        plain = {name: _plain(name, value) for name, value in values.items()}
        environment.print_json({"file": path, "settings": plain})
        return
    usual = [f", and is {written(value) or 'empty'} without" for value in values.values()]
    out = "no longer in" if was_there else "not in"
    paragraph(environment.screen, f"{key} is {out} {path}{''.join(usual)}")


def _plain(name: str, value: object) -> object:
    return value if isinstance(value, (bool, int, float)) else shown(name, value)


command = CommandGroup(
    "Show the settings, or change one.",
    {"set": set_one, "get": get_one, "unset": unset_one},
    bare=show,
    raw=frozenset({"set"}),  # a negative number is a value to refuse, not an unknown option
)
