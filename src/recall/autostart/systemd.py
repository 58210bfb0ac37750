"""Linux: a systemd user unit."""

import os
from collections.abc import Sequence

from recall.autostart.autostart import Autostart, Environ, Step, home, kept

UNIT_NAME = "recall-remind.service"

# default.target, because not every desktop starts graphical-session.target.
# KillMode=process: a terminal opened by a click, with its review, must outlive the daemon.
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

# systemd refuses a program whose path has quotes or a backslash, and expands ${NAME} in argv[0];
# as an argument of a shell, a path may contain anything.
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
    """Return the path in the person's folder of units."""
    base = environ.get("XDG_CONFIG_HOME") or os.path.join(home(environ), ".config")
    return os.path.join(base, "systemd", "user", UNIT_NAME)


def start(_path: str) -> list[Step]:
    """Return the steps that enable it and start it, or restart it if it runs."""
    return [
        Step((*_SYSTEMCTL, "daemon-reload")),
        Step((*_SYSTEMCTL, "enable", UNIT_NAME)),
        Step((*_SYSTEMCTL, "restart", UNIT_NAME)),
    ]


def stop() -> list[Step]:
    """Return the step that stops and disables it."""
    return [Step((*_SYSTEMCTL, "disable", "--now", UNIT_NAME))]


def _quoted(word: str) -> str:
    """Quote a word; % begins a specifier even inside quotes."""
    escaped = word.replace("\\", "\\\\").replace('"', '\\"').replace("%", "%%")
    return f'"{escaped}"'


SYSTEMD = Autostart(
    form,
    path,
    start,
    stop,
    tidy=(Step((*_SYSTEMCTL, "daemon-reload")),),
    test=Step((*_SYSTEMCTL, "show-environment")),  # only the person's own systemd can answer it
)
