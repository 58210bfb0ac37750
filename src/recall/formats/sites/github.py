"""GitHub: repositories, files and pages; case matters only in branches and paths."""

import re

from recall.formats.sites.addresses import Address, lower, page, without


def _github_repository(address: Address) -> Address | None:
    """Normalize a repository's page, which is its README; other anchors are sections."""
    found = re.fullmatch(r"/([^/]+/[^/]+?)(?i:\.git)*(?:/tree/(?:main|master))?", address.path)
    if not found:
        return None
    fragment = "" if address.fragment in ("readme", "readme-ov-file") else address.fragment
    query = without(address.query, {"tab"})
    return Address("github.com", "/" + lower(found[1]), query, fragment)


def _github_file(address: Address) -> Address | None:
    """Normalize a file: case matters in branch and path, not in owner and repository."""
    shown = "" if address.host == "raw.githubusercontent.com" else r"/(?:blob|raw)"
    found = re.fullmatch(rf"/([^/]+/[^/]+){shown}/(?:refs/heads/)*([^/]+/.+)", address.path)
    if not found:
        return None
    query = without(address.query, {"raw", "plain", "token"})
    return Address("github.com", f"/{lower(found[1])}/blob/{found[2]}", query, address.fragment)


def _github_page(address: Address) -> Address:
    found = re.match(r"(?:/[^/]+){0,2}", address.path)
    end = found.end() if found else 0
    return address._replace(path=lower(address.path[:end]) + address.path[end:])


GIST = (page(r"/(?:[^/]+/)?([0-9a-f]{20,32})", r"/\1", anchor="kept"),)
GITHUB = (_github_repository, _github_file, _github_page)
RAW = (_github_file,)
