"""Every error a person can see: its sentence and its exit code."""

from collections.abc import Iterable, Sequence

LONGEST_MESSAGE = 1_500
"""Characters of a message."""


class RecallError(Exception):
    """An error that a person can fix. The message says what is wrong and what to do.

    It is one line, except that the reminders report all mistakes in the settings at once, one
    line each. Whoever shows it, no password is in it.
    """

    exit_code = 1

    def __str__(self) -> str:
        """Return the message without users and passwords of addresses, and without its middle.

        A message repeats what was typed, which may be of any length; its remedy stands at the end.
        """
        from recall.masking import masked  # most commands raise nothing

        text = masked(super().__str__())
        if len(text) <= LONGEST_MESSAGE:
            return text
        return f"{text[: LONGEST_MESSAGE // 2]} … {text[-LONGEST_MESSAGE // 2 :]}"


class BadInput(RecallError):
    """Invalid input: a rating, a date, minutes, an option."""

    exit_code = 2


IN = " › "
"""Between a zip or a folder and the name of a file in it."""


class BadFile(RecallError):
    """A file that cannot be used for its purpose; nothing was changed."""

    def __init__(self, path: object, problem: str) -> None:
        super().__init__(f"{path}: {problem}")


class NotMarkdown(BadFile):
    """A list in another format, which comes in by an import and is not kept in step."""

    def __init__(self, path: object, kind: str) -> None:
        problem = f"is {kind}; recall keeps Markdown in step, 'recall import' takes this in"
        super().__init__(path, problem)


class BadCatalog(BadFile):
    """An invalid catalog, with the path of the bad value and what is allowed."""

    def __init__(self, path: object, where: str, problem: str) -> None:
        super().__init__(path, f"at {where}: {problem}")


class NotFound(RecallError):
    """No resource matches the text."""

    exit_code = 4

    def __init__(self, text: str) -> None:
        super().__init__(f"no resource matches '{text}'; 'recall list' shows them all")


class Ambiguous(RecallError):
    """Several resources match the text."""

    exit_code = 4

    def __init__(self, text: str, candidates: Iterable[tuple[int, str]], total: int) -> None:
        named = [f"{number} {title}" for number, title in candidates]
        shown = ", ".join(named) + (
            f", and {total - len(named)} more" if total > len(named) else ""
        )
        super().__init__(f"'{text}' matches {total} resources, give the ID: {shown}")


class ChangedSince(RecallError):
    """A resource was visited or changed elsewhere after it was shown; nothing was recorded."""

    def __init__(self, number: int) -> None:
        super().__init__(f"{number} was changed elsewhere meanwhile; nothing was recorded")
        self.number = number


class UnknownLink(RecallError):
    """A resource has no such further link; there has those that it has."""

    exit_code = 4

    def __init__(self, text: str, number: int, there: Sequence[str]) -> None:
        has = f"it has {', '.join(there)}" if there else "it has none"
        super().__init__(f"{number} has no further link '{text}'; {has}")


class AmbiguousLink(RecallError):
    """Several further links of a resource match the text."""

    exit_code = 4

    def __init__(self, text: str, number: int, candidates: Sequence[str]) -> None:
        super().__init__(
            f"'{text}' matches {len(candidates)} links of {number}, give the number: "
            f"{', '.join(candidates)}"
        )


class UnknownSection(RecallError):
    """No section matches the text; near has sections with a similar spelling."""

    exit_code = 4

    def __init__(self, text: str, near: Sequence[str] = ()) -> None:
        like = f"; much like it: {', '.join(near)}" if near else ""
        super().__init__(f"no section matches '{text}'{like}; 'recall section' shows them all")


class AmbiguousSection(RecallError):
    """Several sections match the text."""

    exit_code = 4

    def __init__(self, text: str, candidates: Sequence[str], total: int) -> None:
        more = f", and {total - len(candidates)} more" if total > len(candidates) else ""
        super().__init__(
            f"'{text}' matches {total} sections, give more of the path: "
            f"{', '.join(candidates)}{more}"
        )


class UnknownList(RecallError):
    """No list matches the text."""

    exit_code = 4

    def __init__(self, text: str, there: Sequence[str]) -> None:
        has = f"there are: {', '.join(there)}" if there else "there is none yet"
        super().__init__(f"no list matches '{text}'; {has}")


class AmbiguousList(RecallError):
    """Several lists match the text."""

    exit_code = 4

    def __init__(self, text: str, candidates: Sequence[str]) -> None:
        super().__init__(
            f"'{text}' matches {len(candidates)} lists, give more of the name: "
            f"{', '.join(candidates)}"
        )


class StorageError(RecallError):
    """The library cannot be read or written. Unless the sentence says otherwise, nothing was
    changed."""

    exit_code = 5


class DamagedLibrary(StorageError):
    """Something in the library cannot be read."""


class NotALibrary(StorageError):
    """A file or a database that another program made."""


class NotReady(StorageError):
    """There is no library yet, or one that an older program made."""


class NotDelivered(RecallError):
    """A reminder reached nobody."""

    exit_code = 6
