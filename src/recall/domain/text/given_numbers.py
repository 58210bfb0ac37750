"""Numbers as people give them, each within its bounds: minutes, percent, lengths."""

from collections.abc import Callable

from recall.errors import BadInput


def number_of(what: str, lowest: int, highest: int) -> Callable[[str], int]:
    """Return a parser for a whole number; BadInput names the bounds."""

    def parse(text: str) -> int:
        try:
            value = int(text)
        except ValueError:
            value = lowest - 1
        if not lowest <= value <= highest:
            raise BadInput(
                f"{what} cannot be '{text}'; give a whole number from {lowest} to {highest}"
            )
        return value

    parse.__name__ = "number"  # the help shows it as the type of an argument
    return parse


def minutes_of(lowest: int, highest: int) -> Callable[[str], int]:
    """Return a parser for minutes: '90', '90m', '1h', '1h30'."""
    number = number_of("minutes", lowest, highest)

    def parse(text: str) -> int:
        try:
            return number(text)  # as most people write them, for which nothing is loaded
        except BadInput as wrong:
            from recall.domain.text.durations import minutes_in

            length = minutes_in(text)
            if length is not None and lowest <= length <= highest:
                return length
            raise BadInput(f"{wrong}, or 90m, 1h, 1h30") from None

    parse.__name__ = "number"
    return parse


def percent_of(what: str) -> Callable[[str], int]:
    """Return a parser for a share of 0 to 100 percent: '40', '40%', '40 %'."""
    number = number_of(what, 0, 100)

    def parse(text: str) -> int:
        from unicodedata import normalize

        return number(normalize("NFKC", text).strip().removesuffix("%"))

    return parse
