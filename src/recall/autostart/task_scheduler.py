"""Windows: a task of the Task Scheduler."""

import os
from collections.abc import Mapping, Sequence

from recall.autostart.autostart import Autostart, Environ, Step, home, kept

TASK_NAME = "recall-remind"

_NAMESPACE = "http://schemas.microsoft.com/windows/2004/02/mit/task"

_SETTINGS = {
    "MultipleInstancesPolicy": "IgnoreNew",
    "DisallowStartIfOnBatteries": "false",
    "StopIfGoingOnBatteries": "false",
    "StartWhenAvailable": "true",
    "ExecutionTimeLimit": "PT0S",  # none
}
_AGAIN = {"Interval": "PT1M", "Count": "10"}

_Tree = Mapping[str, "str | _Tree"]


def form(command: Sequence[str], environ: Environ) -> str:
    """Return the task: started at this person's logon, in their session, without elevation."""
    from subprocess import list2cmdline

    program, *arguments = _with_environment(_windowless(command), kept(environ))
    user = _user(environ)
    exec_ = {"Command": program, "Arguments": list2cmdline(arguments)}
    return _xml(
        {
            "RegistrationInfo": {"Description": "Reminders of recall"},
            # Without a user it means everybody's logon, which only an administrator may set.
            "Triggers": {"LogonTrigger": {"Enabled": "true", **user}},
            "Principals": {
                "Principal": {
                    **user,
                    "LogonType": "InteractiveToken",
                    "RunLevel": "LeastPrivilege",
                }
            },
            "Settings": {**_SETTINGS, "RestartOnFailure": _AGAIN},
            "Actions": {"Exec": exec_},
        }
    )


def path(environ: Environ) -> str:
    """Return the path of the task's file, which schtasks reads and which marks it as installed."""
    base = environ.get("LOCALAPPDATA") or os.path.join(home(environ), "AppData", "Local")
    return os.path.join(base, "recall", f"{TASK_NAME}.xml")


def start(path: str) -> list[Step]:
    """Return the steps that create or replace the task and run it."""
    return [
        Step(("schtasks", "/End", "/TN", TASK_NAME), may_fail=True),
        Step(("schtasks", "/Create", "/TN", TASK_NAME, "/XML", path, "/F")),
        Step(("schtasks", "/Run", "/TN", TASK_NAME)),
    ]


def stop() -> list[Step]:
    """Return the steps that end the task and delete it."""
    return [
        Step(("schtasks", "/End", "/TN", TASK_NAME), may_fail=True),
        Step(("schtasks", "/Delete", "/TN", TASK_NAME, "/F")),
    ]


def _windowless(command: Sequence[str]) -> list[str]:
    """Use the Python without a console window, which is next to the usual one."""
    program, *arguments = command
    stem = program[: -len("python.exe")]
    is_console = program.lower().endswith(("\\python.exe", "/python.exe"))
    return [f"{stem}pythonw.exe" if is_console else program, *arguments]


def _with_environment(command: Sequence[str], variables: Mapping[str, str]) -> list[str]:
    """Set variables in Python code: a task cannot have any, and a shell would open a window."""
    if not variables:
        return list(command)
    at = command.index("-m")
    module, *arguments = command[at + 1 :]
    # The Task Scheduler reads %TASK_NAME% and $(Arg0) in arguments, and knows no way to quote them.
    values = ascii(dict(variables)).replace("%", "\\x25").replace("$", "\\x24")
    code = (
        f"import os, runpy; os.environ.update({values}); "
        f"runpy.run_module({module!r}, run_name='__main__', alter_sys=True)"
    )
    return [*command[:at], "-c", code, *arguments]


def _user(environ: Environ) -> dict[str, str]:
    """Return the user's name if the environment has it."""
    names = [environ.get(name, "") for name in ("USERDOMAIN", "USERNAME")]
    return {"UserId": "\\".join(filter(None, names))} if names[1] else {}


def _xml(task: _Tree) -> str:
    from xml.etree import ElementTree as Tree

    def fill(parent: "Tree.Element", children: _Tree) -> None:
        for name, value in children.items():
            element = Tree.SubElement(parent, name)
            if isinstance(value, str):
                element.text = value
            else:
                fill(element, value)

    root = Tree.Element("Task", version="1.2", xmlns=_NAMESPACE)
    fill(root, task)
    Tree.indent(root)
    return '<?xml version="1.0" encoding="UTF-16"?>\n' + Tree.tostring(root, encoding="unicode")


TASK_SCHEDULER = Autostart(form, path, start, stop, encoding="utf-16")
