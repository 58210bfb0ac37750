"""recall helps you remember what you read."""


def __getattr__(name: str) -> str:
    """Look up the version on first access, because importlib.metadata is slow to import."""
    if name == "__version__":
        from importlib.metadata import version

        return version("recall-reading")
    raise AttributeError(name)
