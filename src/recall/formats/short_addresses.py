"""Addresses as people shorten them: without a scheme, or the number of a paper."""

LONGEST = 8_000
"""The most characters of a text that is looked at, those of the longest accepted URL."""

_ARXIV = r"(?:arxiv\s*[:：]?\s*)?(\d{4}\.\d{4,5}|[a-z-]+(?:\.[a-z]{2})?/\d{7})(?:v\d+)?"
_DOI = r"(?:doi\s*[:：]?\s*)?(10\.\d{4,9}(?:\.\d+)*/\S+)"
_WITHOUT_SCHEME = r"(?:[\w-]+\.)+[^\W\d_]{2,}(?::\d{1,5})?(?:[/?#]\S*)?"


def written_out(text: str) -> str | None:
    """Return the URL that a text may shorten, None if it looks like no address.

    `github.com/a/b`, `2309.06180`, `arXiv:2309.06180v2`, `hep-th/9901001`, `doi:10.1145/12.34`.
    A title may look like one as well: Node.js.
    """
    from re import IGNORECASE, fullmatch

    if len(text) > LONGEST or not text.isprintable():
        return None
    if found := fullmatch(_ARXIV, text, IGNORECASE):
        return f"https://arxiv.org/abs/{found[1]}"
    if found := fullmatch(_DOI, text, IGNORECASE):
        return f"https://doi.org/{found[1]}"
    return f"https://{text}" if fullmatch(_WITHOUT_SCHEME, text) else None
