"""Writes desktop entries, the files by which a Linux desktop knows a program.

https://specifications.freedesktop.org/desktop-entry-spec/latest/
"""

from collections.abc import Mapping, Sequence

from recall.autostart.autostart import Environ, kept

_IN_QUOTES = str.maketrans({char: f"\\{char}" for char in '"`$\\'})


def entry(values: Mapping[str, str]) -> str:
    """Return the text of an entry with these keys."""
    lines = (f"{key}={value}\n" for key, value in {"Type": "Application", **values}.items())
    return "[Desktop Entry]\n" + "".join(lines)


def exec_line(command: Sequence[str], environ: Environ) -> str:
    """Return the value of Exec for a command with the variables that recall needs."""
    variables = [f"{name}={value}" for name, value in kept(environ).items()]
    return " ".join(map(_quoted, ["env", *variables, *command] if variables else command))


def _quoted(word: str) -> str:
    """Quote a word: for the command line, then for the file; % begins a code even in quotes."""
    quoted = f'"{word.translate(_IN_QUOTES)}"'
    return quoted.replace("\\", "\\\\").replace("%", "%%")
