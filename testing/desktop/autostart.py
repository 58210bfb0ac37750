"""For the tests of autostart: a recording runner, and difficult names."""

from collections.abc import Sequence

from recall.autostart.runner import Ended

HOSTILE = (
    "plain",
    "with space",
    "100%h %% %",
    "$HOME ${HOME} $$",
    "a \"quote\" and 'another'",
    "back\\slash\\x41 \\n",
    "读书 清单",
    "full\u3000width",
    "; # not a comment",
    "<&amp;>",
    " edges ",
)
"""Folder names and values with characters special to a unit file, XML or a shell."""


class Recorder:
    """Records each command instead of running it, and fails those with a given beginning."""

    def __init__(
        self, *, failing: str = "\0", status: int = 1, words: str = "", times: int = 1000
    ) -> None:
        self.seen: list[str] = []
        self._failing, self._ended, self._times = failing, Ended(status, words), times

    def __call__(self, args: Sequence[str]) -> Ended:
        line = " ".join(args)
        self.seen.append(line)
        if line.startswith(self._failing) and self._times > 0:
            self._times -= 1
            return self._ended
        return Ended(0)
