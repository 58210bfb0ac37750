"""Reads plain calls of commands, so that most runs need not import the command-line library.

That import takes five times as long as a bare interpreter. The library still answers all other
calls: help, completion, abbreviations, and calls with a mistake in their words.
"""

import sys
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from recall.cli.parsing.arguments import Argument, CommandGroup, Option, Run

Values = dict[str, Any]


class _NotPlain(Exception):
    """Typer has to look at this call."""


def read(called: Run | CommandGroup, words: Sequence[str]) -> tuple[Run, Values] | None:
    """Return the command that words call and its values, by parameter; None if it is not plain.

    words are those behind the name of the command. A parser of an option raises BadInput for a
    text that it refuses.
    """
    command, rest = _chosen(called, words)
    if command is None:
        return None
    try:
        return command, _values(command, rest)
    except _NotPlain:
        return None


def _chosen(called: Run | CommandGroup, words: Sequence[str]) -> tuple[Run | None, Sequence[str]]:
    """Return the command itself or its subcommand, and the words behind its name."""
    if not isinstance(called, CommandGroup):
        return called, words
    if words and words[0] in called.commands:
        return called.commands[words[0]], words[1:]
    return called.bare, words


def _values(command: Run, words: Sequence[str]) -> Values:
    """Return the values in the words; those that are left out have the command's defaults."""
    kinds = _parameters(command)
    texts, given = _options(kinds, words)
    values = given | _arguments(kinds, texts)
    if not kinds.keys() - values.keys() <= _optional(command):
        raise _NotPlain
    return {name: _parsed(kinds[name], value) for name, value in values.items()}


def _options(kinds: Mapping[str, Any], words: Sequence[str]) -> tuple[list[str], Values]:
    """Split words into those that stand by themselves and the values of options."""
    names = _option_names(kinds)
    texts: list[str] = []
    given: Values = {}
    rest = iter(words)
    for word in rest:
        if not word.startswith("-"):
            texts.append(word)
            continue
        spelled, equals, value = word.partition("=")
        name = names.get(spelled)
        if name is None or (equals and not word.startswith("--")):
            raise _NotPlain
        given[name] = _value(kinds[name], given.get(name), value if equals else None, rest)
    return texts, given


def _value(kind: Any, before: Any, behind_equals: str | None, rest: Iterator[str]) -> Any:
    """Return the value of an option that was given; before is what it had so far."""
    if _is_flag(kind):
        if behind_equals is not None:
            raise _NotPlain
        return True
    text = next(rest, "-") if behind_equals is None else behind_equals
    if text.startswith("-"):
        raise _NotPlain
    return [*(before or ()), text] if _is_list(kind) else text


def _option_names(kinds: Mapping[str, Any]) -> dict[str, str]:
    """Return the parameters of options by the names that are typed."""
    return {
        word: parameter
        for parameter, kind in kinds.items()
        if isinstance(_described(kind), Option)
        for word in _described(kind).names
    }


def _arguments(kinds: Mapping[str, Any], texts: list[str]) -> Values:
    """Give the texts to the arguments in turn; the last may take several."""
    names = [name for name, kind in kinds.items() if isinstance(_described(kind), Argument)]
    given: Values = dict(zip(names, texts, strict=False))
    if names and _is_list(kinds[names[-1]]) and len(texts) >= len(names):
        given[names[-1]] = texts[len(names) - 1 :]
    elif len(texts) > len(names):
        raise _NotPlain
    return given


def _parsed(kind: Any, value: Any) -> Any:
    parser = _described(kind).parser or _path_of(kind)
    if parser is None or value is True:
        return value
    return [parser(text) for text in value] if isinstance(value, list) else parser(value)


def _path_of(kind: Any) -> type | None:
    """Return pathlib.Path if a value is one; a command with such a value has loaded pathlib."""
    pathlib = sys.modules.get("pathlib")
    return pathlib.Path if pathlib is not None and _takes(kind, pathlib.Path) else None


def _parameters(command: Run) -> Mapping[str, Any]:
    """Return what each parameter of a command is annotated with, but for the environment."""
    annotations = command.__annotations__
    return {name: kind for name, kind in annotations.items() if hasattr(kind, "__metadata__")}


def _optional(command: Any) -> set[str]:
    """Return the parameters that have a default."""
    code, defaults = command.__code__, command.__defaults__ or ()
    names = code.co_varnames[: code.co_argcount]
    return set(names[len(names) - len(defaults) :])


def _described(kind: Any) -> Any:
    return kind.__metadata__[0]


def _is_flag(kind: Any) -> bool:
    return kind.__origin__ is bool


def _is_list(kind: Any) -> bool:
    return any(getattr(part, "__origin__", None) is list for part in _parts(kind))


def _takes(kind: Any, wanted: type) -> bool:
    """Tell whether a value, or each of several, is of a type."""
    return any(wanted in (part, *getattr(part, "__args__", ())) for part in _parts(kind))


def _parts(kind: Any) -> tuple[Any, ...]:
    """Return the type of a value, or the types that it may have."""
    origin = kind.__origin__
    return (origin, *getattr(origin, "__args__", ())) if _is_union(origin) else (origin,)


def _is_union(origin: Any) -> bool:
    return type(origin).__name__ in ("UnionType", "_UnionGenericAlias")
