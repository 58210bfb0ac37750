"""Lets the person write a text in their own editor."""

import os
import shlex
import subprocess
import tempfile
from pathlib import Path

from recall.cli.environment import Environment
from recall.errors import BadInput, RecallError


def edited(environment: Environment, text: str) -> str:
    """Return the text as edited in $VISUAL or $EDITOR; BadInput if neither is set."""
    editor = environment.environ.get("VISUAL") or environment.environ.get("EDITOR")
    if not editor:
        raise BadInput("no editor is set; give the text, or set EDITOR")
    handle, name = tempfile.mkstemp(prefix="recall-", suffix=".md")
    path = Path(name)
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(text)
        done = subprocess.run([*shlex.split(editor), name], check=False)
        if done.returncode:
            raise RecallError(f"the editor '{editor}' gave up ({done.returncode}); nothing changed")
        written = path.read_text(encoding="utf-8", errors="replace")
        return written.replace("\0", "").strip()  # PostgreSQL cannot keep NUL
    except FileNotFoundError as error:
        raise RecallError(f"the editor '{editor}' was not found; set EDITOR") from error
    except (OSError, ValueError) as error:  # ValueError: an unclosed quote
        raise RecallError(f"the editor '{editor}' cannot be started; set EDITOR") from error
    finally:
        path.unlink(missing_ok=True)
