"""A line at the bottom of the terminal that says how far a long command has come."""

from recall.cli.output.screen import Screen
from recall.cli.output.width import clip


class ProgressLine:
    """Writes to a terminal that can take a line back; anything else gets nothing."""

    def __init__(self, screen: Screen) -> None:
        """Show nothing yet. The screen is that of messages, beside the data."""
        self._screen = screen
        self._is_shown = False

    def show(self, text: str) -> None:
        """Replace the line; text is safe to show."""
        self.clear()
        if self._screen.clears:
            self._screen.stream.write(clip(text, self._screen.columns - 1))
            self._screen.stream.flush()
            self._is_shown = True

    def clear(self) -> None:
        """Take the line off, before anything else is written."""
        if self._is_shown:
            self._screen.stream.write("\r\x1b[K")
            self._screen.stream.flush()
            self._is_shown = False
