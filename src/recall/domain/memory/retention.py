"""The desired retention of each priority."""

from collections.abc import Mapping

from recall.domain.library.resource import Priority

LEAST_RETENTION, MOST_RETENTION = 0.70, 0.97
"""The range of desired retentions."""

KEPT_FROM = 0.8
"""What is recalled at least this likely counts as kept."""

_FORGETTING: Mapping[Priority, float] = {"high": 0.7, "low": 2.0}
"""Factors on the forgetting that the setting allows: .10 becomes .07 for high, .20 for low."""


def retention(priority: Priority, desired: float) -> float:
    """Return the desired retention of a priority; `desired` is that of normal.

    With a setting of .90, high is .93 and low .80: high forgets 0.7 times as much as normal and
    low twice as much, within .70 and .97. So high is never below normal, and low never above.
    """
    share = _FORGETTING.get(priority)
    if share is None:
        return desired
    return max(LEAST_RETENTION, min(MOST_RETENTION, round(1 - share * (1 - desired), 4)))
