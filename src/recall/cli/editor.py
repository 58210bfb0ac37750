"""Lets the person write a text in their own editor."""

import shlex
import subprocess

from recall.cli.environment import Environment
from recall.errors import BadInput, RecallError
from recall.files.private import lent


def edited(environment: Environment, text: str) -> str:
    """Return the text as edited in $VISUAL or $EDITOR; BadInput if neither is set."""
    editor = environment.environ.get("VISUAL") or environment.environ.get("EDITOR")
    if not editor:
        raise BadInput("no editor is set; give the text, or set EDITOR")
    try:
        with lent(text) as path:
            done = subprocess.run([*shlex.split(editor), str(path)], check=False)
            if done.returncode:
                problem = f"the editor '{editor}' gave up ({done.returncode}); nothing changed"
                raise RecallError(problem)
            written = path.read_text(encoding="utf-8", errors="replace")
        return written.replace("\0", "").strip()  # PostgreSQL cannot keep NUL
    except FileNotFoundError as error:
        raise RecallError(f"the editor '{editor}' was not found; set EDITOR") from error
    except (OSError, ValueError) as error:  # ValueError: an unclosed quote
        raise RecallError(f"the editor '{editor}' cannot be started; set EDITOR") from error
