"""Marks messages that are translated where they are shown."""


def N_(message: str) -> str:  # noqa: N802 - the name by which gettext's tools find messages
    """Mark a message that is translated where it is shown."""
    return message
