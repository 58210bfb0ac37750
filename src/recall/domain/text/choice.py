"""Reads a word of a closed set."""

from typing import TypeVar

Choice = TypeVar("Choice", bound=str)


def chosen(text: object, choices: tuple[Choice, ...]) -> Choice | None:
    """Return the choice that a text names; None if it names none of them."""
    return next((choice for choice in choices if choice == text), None)
