"""Numbers in sentences."""


def counted(count: int, noun: str) -> str:
    """Return a number with its noun: '1 day', '3 days'."""
    return f"{count} {noun}{'' if count == 1 else 's'}"


def percent(share: float) -> str:
    """Return a share, 0..1, in whole percent: '42 %'."""
    return f"{100 * share:.0f} %"
