"""macOS: a launchd agent."""

import os
from collections.abc import Sequence

from recall.autostart.autostart import Autostart, Environ, Step, home, kept

AGENT_LABEL = "recall.remind"

_THROTTLE_SECONDS = 30
_TRIES = 10  # bootout returns before the agent is gone; until then bootstrap fails


def form(command: Sequence[str], environ: Environ) -> str:
    """Return the property list: started at login, restarted on failure, not when it ends well."""
    import plistlib

    agent = {
        "Label": AGENT_LABEL,
        "ProgramArguments": list(command),
        "EnvironmentVariables": kept(environ),
        "RunAtLoad": True,
        "KeepAlive": {"SuccessfulExit": False},
        "ThrottleInterval": _THROTTLE_SECONDS,
        "LimitLoadToSessionType": "Aqua",
    }
    return plistlib.dumps(agent, sort_keys=False).decode()


def path(environ: Environ) -> str:
    """Return the path in the person's folder of agents."""
    return os.path.join(home(environ), "Library", "LaunchAgents", f"{AGENT_LABEL}.plist")


def start(path: str) -> list[Step]:
    """Return the steps that load it, replacing a loaded one; loading starts it."""
    return [
        *stop(),
        Step(("launchctl", "enable", f"{_domain()}/{AGENT_LABEL}")),
        Step(("launchctl", "bootstrap", _domain(), path), tries=_TRIES),
    ]


def stop() -> list[Step]:
    """Return the step that unloads it; it fails if it is not loaded, which is fine."""
    return [Step(("launchctl", "bootout", f"{_domain()}/{AGENT_LABEL}"), may_fail=True)]


def _domain() -> str:
    """Return launchd's name of the person's desktop session."""
    return f"gui/{os.getuid()}"


LAUNCHD = Autostart(form, path, start, stop)
