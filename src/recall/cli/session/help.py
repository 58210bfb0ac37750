"""The keys of a session, as `?` shows them."""

from recall.cli.output.screen import Screen
from recall.cli.output.table import Column, rows
from recall.cli.output.width import wrap

KEY_HELP = (
    ("space", "show the last note and the grades of a revisit; open a reading"),
    ("o", "open it in the browser"),
    ("d", "a first reading that you have read already"),
    ("1 2 3 4", "grade it: again, hard, good, easy"),
    ("w m y e", "say about when you read it, if recall asks"),
    ("b", "record one sitting of a first reading"),
    ("x", "a first reading is read, and you want no revisits of it"),
    ("l", "later: put it behind the rest of today"),
    ("z", "not today; its date stays"),
    ("p", "postpone a revisit to a date"),
    ("s", "suspend: put it aside"),
    ("n", "write a note; it is stored with the grade"),
    ("N", "show earlier notes"),
    ("a", "write your own question, which is shown before you recall"),
    ("u", "undo the last thing done in this session"),
    ("q", "quit; what is done is kept"),
)

_HELP = (Column("key", style="key"), Column("does"))


def draw_keys(screen: Screen) -> None:
    """Print all keys."""
    narrow = screen.columns - max(len(key) for key, _ in KEY_HELP) - 2
    for key, does in KEY_HELP:
        pieces = wrap(does, narrow)
        cells = [[key if index == 0 else " ", piece] for index, piece in enumerate(pieces)]
        for line in rows(screen, _HELP, [*cells, ["1 2 3 4", ""]])[:-1]:
            screen.write(line)
