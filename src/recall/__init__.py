"""recall keeps a reading list in memory."""


def __getattr__(name: str) -> str:
    """Look the version up only when it is asked for: importlib.metadata is slow to import."""
    if name == "__version__":
        from importlib.metadata import version

        return version("recall-reading")
    raise AttributeError(name)
