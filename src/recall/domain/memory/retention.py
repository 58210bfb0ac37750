"""How well a resource is to be remembered, by its priority."""

LEAST, MOST = 0.70, 0.97
"""The desired retentions that there are."""

_FORGETTING = {"high": 0.7, "low": 2.0}
"""How much of it may be forgotten, in what the setting allows: .07 and .20 where that is .10."""


def retention(priority: str, desired: float) -> float:
    """The desired retention of a priority, where `desired` is that of a normal one.

    High is .93 and low .80 while the setting is .90. With another setting high forgets 0.7
    times as much as normal and low twice as much, within .70 and .97; so high is never below
    normal, nor low above it.
    """
    share = _FORGETTING.get(priority)
    if share is None:
        return desired
    return max(LEAST, min(MOST, round(1 - share * (1 - desired), 4)))
