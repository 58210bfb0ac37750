"""Words that people try first: other names of commands, and commands that there are not."""

from recall.errors import BadInput

OTHER_NAMES = {"search": "list", "find": "list", "ls": "list"}

_READ = (
    "'recall read RESOURCE' says that you have read it, 'recall grade RESOURCE RATING' how well "
    "you recalled it"
)
_ARCHIVE = (
    "'recall archive RESOURCE' puts it away for good and keeps its history, 'recall undo' takes "
    "back what you have just added"
)
_MOVE = "'recall edit RESOURCE --section NAME' moves it to another section"
INSTEAD = {
    **dict.fromkeys(("done", "finish"), _READ),
    **dict.fromkeys(("rm", "remove", "delete"), _ARCHIVE),
    **dict.fromkeys(("mv", "move"), _MOVE),
    "rename": "'recall edit RESOURCE --title TITLE' gives it another title",
    **dict.fromkeys(("tag", "label"), "'recall edit RESOURCE --label LABEL' puts a label on it"),
}
"""What to use in place of commands that there are not."""


def in_our_words(arguments: list[str]) -> list[str]:
    """Return the arguments with the name of the command that is meant.

    `help X` is `X --help`. BadInput says what to use in place of a command that there is not.
    """
    word, *rest = arguments
    if word == "help":
        return [*(in_our_words(rest) if rest and rest != ["help"] else ()), "--help"]
    if word in INSTEAD:
        raise BadInput(f"there is no '{word}': {INSTEAD[word]}")
    return [OTHER_NAMES.get(word, word), *rest]
