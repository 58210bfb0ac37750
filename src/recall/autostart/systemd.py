"""Linux: a systemd user unit."""

import os
from collections.abc import Sequence

from recall.autostart.autostart import Autostart, Environ, Step, home, kept

UNIT_NAME = "recall-remind.service"

# default.target and not graphical-session.target: not every desktop starts that one.
# KillMode=process: a terminal that a click opened outlives the daemon, and the review in it.
_UNIT = """\
[Unit]
Description=Reminders of recall
StartLimitIntervalSec=10min

[Service]
Type=exec
ExecStart={command}
{environment}KillMode=process
Restart=on-failure
RestartSec=15
RestartPreventExitStatus=3

[Install]
WantedBy=default.target
"""

# systemd refuses a program whose path has quotes or a backslash, and changes ${NAME} in what the
# program is told to be its own; as an argument of a shell a path may hold anything.
_REFUSED = frozenset("\"'\\$")
_SHELL = ("/bin/sh", "-c", 'exec "$0" "$@"')

_SYSTEMCTL = ("systemctl", "--user", "--quiet")


def form(command: Sequence[str], environ: Environ) -> str:
    """Return the unit file."""
    if not _REFUSED.isdisjoint(command[0]):
        command = (*_SHELL, *command)
    program, *arguments = command
    words = [_quoted(program), *(_quoted(word).replace("$", "$$") for word in arguments)]
    variables = [f"Environment={_quoted(f'{k}={v}')}\n" for k, v in kept(environ).items()]
    return _UNIT.format(command=" ".join(words), environment="".join(variables))


def path(environ: Environ) -> str:
    """Return where a person's units are."""
    base = environ.get("XDG_CONFIG_HOME") or os.path.join(home(environ), ".config")
    return os.path.join(base, "systemd", "user", UNIT_NAME)


def start(_path: str) -> list[Step]:
    """Return the steps that enable it and start it, anew if it runs."""
    return [
        Step((*_SYSTEMCTL, "daemon-reload")),
        Step((*_SYSTEMCTL, "enable", UNIT_NAME)),
        Step((*_SYSTEMCTL, "restart", UNIT_NAME)),
    ]


def stop() -> list[Step]:
    """Return the step that stops and disables it."""
    return [Step((*_SYSTEMCTL, "disable", "--now", UNIT_NAME))]


def _quoted(word: str) -> str:
    """Quote a word; % begins a specifier even in quotes."""
    escaped = word.replace("\\", "\\\\").replace('"', '\\"').replace("%", "%%")
    return f'"{escaped}"'


SYSTEMD = Autostart(form, path, start, stop, tidy=[Step((*_SYSTEMCTL, "daemon-reload"))])
