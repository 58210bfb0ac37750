"""What undo could not take back, in the words of every front end."""

import os

from recall.usecases.undoing import Undone


def left_sentences(undone: Undone) -> list[str]:
    """Return a sentence for each line that stays in a file, and for each file left as it is."""
    lines = [
        f"line {number} of {os.path.basename(path)} stays, as you have changed it or what is "
        f"below it: {text}"
        for path, number, text in undone.left
    ]
    files = [
        f"{os.path.basename(path)} stays as it is, as that sync was before recall noted which "
        "lines it writes; take out by hand what you do not want"
        for path in undone.left_files
    ]
    return [*lines, *files]
