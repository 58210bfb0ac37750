"""Numbers in addresses: the IDs of resources and lists."""

from starlette.convertors import Convertor, register_url_convertor

_MOST_DIGITS = 40
"""Digits: more than any ID has, and far fewer than Python refuses to read."""


class IdConvertor(Convertor[int]):
    """Reads `{number:id}` in a path; a longer number is an address that there is not."""

    regex = f"[0-9]{{1,{_MOST_DIGITS}}}"

    def convert(self, value: str) -> int:
        """Return the ID."""
        return int(value)

    def to_string(self, value: int) -> str:
        """Return an ID as an address has it."""
        return str(value)


def register() -> None:
    """Make `id` known to paths."""
    register_url_convertor("id", IdConvertor())
