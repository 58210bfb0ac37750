"""Marks messages that are translated where they are shown."""


def N_(message: str) -> str:  # noqa: N802 - the name by which gettext's tools find messages
    """Return the message as it is."""
    return message
