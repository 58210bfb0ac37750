"""Forms that were done already, so that a browser which got no answer may send them once more."""

from collections import OrderedDict

_MOST_KEPT = 1000
_LONGEST_KEY = 64


class SentForms:
    """The keys of the latest forms that were done, as long as the server runs.

    A browser gives each press of a button a key of its own, and sends the same one again.
    """

    def __init__(self) -> None:
        """Begin with none."""
        self._keys: OrderedDict[str, None] = OrderedDict()

    def has(self, key: str) -> bool:
        """Return whether the form of this key was done; False for a form without a key."""
        return key in self._keys

    def note(self, key: str) -> None:
        """Remember that a form was done."""
        if 0 < len(key) <= _LONGEST_KEY:
            self._keys[key] = None
        if len(self._keys) > _MOST_KEPT:
            self._keys.popitem(last=False)
