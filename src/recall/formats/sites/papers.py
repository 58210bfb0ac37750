"""Papers: a DOI, wherever it stands, and the two or three pages that hosts have for each paper."""

import re
from urllib.parse import unquote

from recall.formats.sites.addresses import Address, Rule, key, lower, page


def doi(address: Address) -> Address | None:
    """Normalize a DOI: case does not matter (DOI Handbook, 2.4); arXiv's DOIs are its papers."""
    if not re.match(r"/10\.\d{4,9}(\.\d+)*/", address.path):
        return None
    path = lower(address.path)
    if paper := re.fullmatch(r"/10\.48550/arxiv\.(\d{4}\.\d{4,5})(v\d+)?", path):
        return Address("arxiv.org", f"/abs/{paper[1]}")
    return address._replace(host="doi.org", path=path)


def _by_doi(pattern: str) -> tuple[Rule, ...]:
    """Return the rule of a publisher whose paths hold the DOI, as the first group of a pattern."""

    def rule(address: Address) -> Address | None:
        found = re.fullmatch(pattern, address.path, re.IGNORECASE)
        return doi(Address("doi.org", f"/{found[1]}")) if found else None

    return (rule,)


def _plos(address: Address) -> Address | None:
    """Return an article of PLOS by the DOI in its query."""
    named = dict(parameter.partition("=")[::2] for parameter in address.query)
    article = re.fullmatch(r"/\w+/article(?:/file)?", address.path)
    found = re.fullmatch(r"10\.1371/journal\.\w+\.\d+", unquote(named.get("id", "")))
    return Address("doi.org", f"/{lower(found[0])}") if article and found else None


def _citeseer(address: Address) -> Address | None:
    """Return a paper's page; the site has had four paths for it."""
    held = re.fullmatch(r"/(?:doc_view/pid|pdf)/([0-9a-f]{40})", address.path)
    asked = re.fullmatch(
        r"/(?:viewdoc/(?:summary|download|versions)(?:;\w+=\w+)?|document)", address.path
    )
    named = [p for p in address.query if key(p) == "doi" and p != "doi="]
    if held:
        return Address(address.host, "/document", (f"doi={held[1]}",))
    return Address(address.host, "/document", (named[0],)) if asked and named else None


_DOI = r"(10\.\d{4,9}/[^?#]+?)"
_SHOWN = r"(?:(?:abs|full|fullhtml|pdf|epdf|pdfplus|pdfdirect|reader|book|proceedings|epub)/)*"
_ARXIV_ID = r"(\d{4}\.\d{4,5}|[a-z-]+(?:\.[A-Z]{2})?/\d{7})(?:v\d+)?"

_ATYPON = _by_doi(rf"/doi/{_SHOWN}{_DOI}")
_SPRINGER = _by_doi(rf"/(?:article|chapter|content/pdf)/{_DOI}(?:\.pdf)?")
_BIORXIV = _by_doi(
    r"/content/(?:biorxiv/early/\S+/)?(10\.1101/[\d.]+?)(?:v\d+)?(?:\.(?:full|abstract|full-text))?(?:\.pdf)?"
)
_ARXIV = (page(rf"/(?:abs|pdf|html)/{_ARXIV_ID}(?:\.pdf)?", r"/abs/\1", "arxiv.org"),)
_NEURIPS = (
    page(
        r"(?:/paper_files)?/paper/(\d{4})/(?:hash|file)/([0-9a-f]{32})-(?:Abstract|Paper)"
        r"((?:-[A-Za-z_]+)?)\.(?:html|pdf)",
        r"/paper/\1/hash/\2-Abstract\3.html",
        "papers.nips.cc",
    ),
)

PAPERS: dict[str, tuple[Rule, ...]] = {
    **dict.fromkeys(("arxiv.org", "export.arxiv.org", "ar5iv.org"), _ARXIV),
    **dict.fromkeys(("ar5iv.labs.arxiv.org", "browse.arxiv.org"), _ARXIV),
    **dict.fromkeys(("doi.org", "dx.doi.org"), (doi,)),
    **dict.fromkeys(("dl.acm.org", "tandfonline.com", "journals.sagepub.com"), _ATYPON),
    **dict.fromkeys(("pubs.acs.org", "science.org", "pnas.org"), _ATYPON),
    **dict.fromkeys(("epubs.siam.org", "annualreviews.org", "pubsonline.informs.org"), _ATYPON),
    **dict.fromkeys(("onlinelibrary.wiley.com", "*.onlinelibrary.wiley.com"), _ATYPON),
    "royalsocietypublishing.org": _ATYPON,
    "link.springer.com": _SPRINGER,
    "frontiersin.org": _by_doi(
        rf"/(?:journals/[\w-]+/)?articles/{_DOI}(?:/(?:full|pdf|abstract))?"
    ),
    "biorxiv.org": _BIORXIV,
    "medrxiv.org": _BIORXIV,
    "journals.plos.org": (_plos,),
    "nature.com": (
        page(
            r"/articles/((?:s\d{5}-\d{3}-\d{5}-\w|nature\d{5}))(?:\.pdf)?",
            r"/10.1038/\1",
            "doi.org",
        ),
    ),
    "openreview.net": (page(r"/(?:forum|pdf)", "/forum", needs="id", keep="noteId"),),
    "aclanthology.org": (
        page(r"/((?:\d{4}\.[\w-]+\.\d+)|(?:[A-Z]\d{2}-\d{4}))(?:\.pdf)?", r"/\1"),
    ),
    "proceedings.mlr.press": (page(r"/(v\d+)/([\w-]+)(?:\.html|/\2\.pdf)", r"/\1/\2.html"),),
    "openaccess.thecvf.com": (
        page(
            r"/(content\w+)(/\w+)?/(?:html|papers)/(\w+?_paper)\.(?:html|pdf)",
            r"/\1\2/html/\3.html",
        ),
    ),
    **dict.fromkeys(("papers.nips.cc", "proceedings.neurips.cc"), _NEURIPS),
    "citeseerx.ist.psu.edu": (_citeseer,),
}
"""By host, without `www.`; `*.` stands for one label. The first rule that applies counts."""
