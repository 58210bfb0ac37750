"""Forms that were carried out, so that a browser which got no answer may send them again."""

from collections import OrderedDict

_MOST_KEPT = 1000
_LONGEST_KEY = 64


class SentForms:
    """The keys of the latest forms that were carried out, as long as the server runs.

    A browser gives each press of a button a key of its own, and sends the same one again.
    """

    def __init__(self) -> None:
        """Begin with none."""
        self._keys: OrderedDict[str, None] = OrderedDict()

    def has(self, key: str) -> bool:
        """Return whether the form with this key was carried out; False for a form without a key."""
        return key in self._keys

    def note(self, key: str) -> None:
        """Remember that a form was carried out."""
        if 0 < len(key) <= _LONGEST_KEY:
            self._keys[key] = None
        if len(self._keys) > _MOST_KEPT:
            self._keys.popitem(last=False)
