"""Papers on their publishers' pages, in repositories and under their DOI."""

import pytest

from recall.formats.url_identity import canonical_url

SAME = [
    ("https://arxiv.org/abs/2309.06180", "https://arxiv.org/pdf/2309.06180"),
    ("https://arxiv.org/abs/2309.06180", "https://arxiv.org/pdf/2309.06180v2.pdf"),
    ("https://arxiv.org/abs/2309.06180", "http://www.arxiv.org/abs/2309.06180v1"),
    ("https://arxiv.org/abs/2309.06180", "https://arxiv.org/html/2309.06180v1#S3"),
    ("https://arxiv.org/abs/2309.06180", "https://export.arxiv.org/abs/2309.06180?context=cs"),
    ("https://arxiv.org/abs/cs/0112017", "https://arxiv.org/pdf/cs/0112017v1.pdf"),
    ("https://arxiv.org/abs/math.GT/0309136", "https://arxiv.org/pdf/math.GT/0309136"),
    ("https://arxiv.org/abs/1706.03762", "https://doi.org/10.48550/arXiv.1706.03762"),
    ("https://doi.org/10.1145/3600006.3613165", "http://dx.doi.org/10.1145/3600006.3613165"),
    ("https://doi.org/10.1038/nature14539", "https://www.doi.org/10.1038/NATURE14539"),
    ("https://doi.org/10.1016/%3Cab%3E", "https://doi.org/10.1016/%3cAB%3e"),
    ("https://openreview.net/forum?id=aB3", "https://openreview.net/pdf?id=aB3"),
    ("https://openreview.net/forum?id=aB3", "https://openreview.net/forum?id=aB3&referrer=%5Bx%5D"),
    ("https://doi.org/10.1145/3600006.3613165", "https://dl.acm.org/doi/10.1145/3600006.3613165"),
    (
        "https://doi.org/10.1145/3600006.3613165",
        "https://dl.acm.org/doi/abs/10.1145/3600006.3613165",
    ),
    (
        "https://doi.org/10.1145/3600006.3613165",
        "https://dl.acm.org/doi/pdf/10.1145/3600006.3613165?download=true",
    ),
    (
        "https://doi.org/10.1145/3600006.3613165",
        "https://dl.acm.org/doi/fullHtml/10.1145/3600006.3613165",
    ),
    (
        "https://doi.org/10.1007/978-3-319-24574-4_28",
        "https://link.springer.com/chapter/10.1007/978-3-319-24574-4_28",
    ),
    (
        "https://doi.org/10.1007/978-3-319-24574-4_28",
        "https://link.springer.com/content/pdf/10.1007/978-3-319-24574-4_28.pdf",
    ),
    ("https://doi.org/10.1002/aaa.1", "https://onlinelibrary.wiley.com/doi/full/10.1002/AAA.1"),
    (
        "https://doi.org/10.1126/science.aaa8415",
        "https://www.science.org/doi/10.1126/science.aaa8415",
    ),
    (
        "https://doi.org/10.1101/2020.01.02.123456",
        "https://www.biorxiv.org/content/10.1101/2020.01.02.123456v2.full.pdf",
    ),
    (
        "https://doi.org/10.1101/2020.01.02.123456",
        "https://www.biorxiv.org/content/10.1101/2020.01.02.123456v1",
    ),
    ("https://doi.org/10.1038/nature14539", "https://www.nature.com/articles/nature14539"),
    (
        "https://doi.org/10.1038/s41586-021-03819-2",
        "https://www.nature.com/articles/s41586-021-03819-2.pdf",
    ),
    (
        "https://doi.org/10.3389/fnins.2020.00001",
        "https://www.frontiersin.org/articles/10.3389/fnins.2020.00001/full",
    ),
    (
        "https://doi.org/10.1371/journal.pone.0000001",
        "https://journals.plos.org/plosone/article?id=10.1371/journal.pone.0000001",
    ),
    (
        "https://citeseerx.ist.psu.edu/document?doi=10.1.1.1.1",
        "https://citeseerx.ist.psu.edu/viewdoc/summary?doi=10.1.1.1.1",
    ),
    (
        "https://citeseerx.ist.psu.edu/document?doi=10.1.1.1.1",
        "http://citeseerx.ist.psu.edu/viewdoc/download?doi=10.1.1.1.1&rep=rep1&type=pdf",
    ),
    (
        "https://citeseerx.ist.psu.edu/document?doi=10.1.1.1.1",
        "http://citeseerx.ist.psu.edu/viewdoc/download;jsessionid=A1?doi=10.1.1.1.1&rep=rep1",
    ),
    (
        "https://citeseerx.ist.psu.edu/document?doi=ab12ab12ab12ab12ab12ab12ab12ab12ab12ab12",
        "https://citeseerx.ist.psu.edu/doc_view/pid/ab12ab12ab12ab12ab12ab12ab12ab12ab12ab12",
    ),
    ("https://arxiv.org/abs/2309.06180", "https://ar5iv.labs.arxiv.org/html/2309.06180"),
    ("https://arxiv.org/abs/2309.06180", "https://ar5iv.org/abs/2309.06180v2"),
    (
        "https://papers.nips.cc/paper/2017/hash/3f5e3f5e3f5e3f5e3f5e3f5e3f5e3f5e-Abstract.html",
        "https://proceedings.neurips.cc/paper_files/paper/2017/file/3f5e3f5e3f5e3f5e3f5e3f5e3f5e3f5e-Paper.pdf",
    ),
    (
        "https://papers.nips.cc/paper/2022/hash/3f5e3f5e3f5e3f5e3f5e3f5e3f5e3f5e-Abstract-Conference.html",
        "https://proceedings.neurips.cc/paper_files/paper/2022/file/3f5e3f5e3f5e3f5e3f5e3f5e3f5e3f5e-Paper-Conference.pdf",
    ),
    (
        "https://proceedings.mlr.press/v97/tan19a.html",
        "http://proceedings.mlr.press/v97/tan19a/tan19a.pdf",
    ),
    (
        "https://openaccess.thecvf.com/content_cvpr_2016/html/He_Deep_CVPR_2016_paper.html",
        "https://openaccess.thecvf.com/content_cvpr_2016/papers/He_Deep_CVPR_2016_paper.pdf",
    ),
    ("https://aclanthology.org/2020.acl-main.1", "https://aclanthology.org/2020.acl-main.1.pdf"),
    ("https://aclanthology.org/P19-1001", "https://www.aclanthology.org/P19-1001/"),
]

APART = [
    (
        "https://link.springer.com/book/10.1007/978-0-387-45528-0",
        "https://doi.org/10.1007/978-0-387-45528-0",
    ),
    ("https://arxiv.org/abs/2309.06180", "https://arxiv.org/abs/2309.06181"),
    ("https://arxiv.org/list/cs/new", "https://arxiv.org/list/math/new"),
    ("https://arxiv.org/abs/cs/0112017", "https://arxiv.org/abs/math/0112017"),
    ("https://doi.org/10.1145/360000", "https://doi.org/10.1145/360001"),
    ("https://openreview.net/forum?id=aB3", "https://openreview.net/forum?id=ab3"),
    ("https://openreview.net/forum?id=aB3", "https://openreview.net/forum?id=aB3&noteId=z"),
    ("https://openreview.net/pdf", "https://openreview.net/forum?id=aB3"),
    (
        "https://dl.acm.org/doi/10.1145/3600006.3613165",
        "https://dl.acm.org/doi/10.1145/3600006.3613166",
    ),
    ("https://dl.acm.org/profile/10.1145", "https://dl.acm.org/doi/10.1145/1"),
    (
        "https://link.springer.com/book/10.1007/978-3-319-24574-4",
        "https://link.springer.com/chapter/10.1007/978-3-319-24574-4_28",
    ),
    (
        "https://www.nature.com/articles/d41586-023-00816-5",
        "https://www.nature.com/articles/d41586-023-00817-4",
    ),
    ("https://www.nature.com/nature", "https://www.nature.com/articles/nature14539"),
    (
        "https://journals.plos.org/plosone/article?id=1",
        "https://journals.plos.org/plosone/article?id=2",
    ),
    (
        "https://citeseerx.ist.psu.edu/viewdoc/summary?doi=10.1.1.1.1",
        "https://citeseerx.ist.psu.edu/viewdoc/summary?doi=10.1.1.1.2",
    ),
    (
        "https://citeseerx.ist.psu.edu/viewdoc/summary?doi=",
        "https://citeseerx.ist.psu.edu/document",
    ),
    (
        "https://papers.nips.cc/paper/2017/hash/3f5e3f5e3f5e3f5e3f5e3f5e3f5e3f5e-Abstract.html",
        "https://papers.nips.cc/paper/2017/file/3f5e3f5e3f5e3f5e3f5e3f5e3f5e3f5e-Supplemental.pdf",
    ),
    (
        "https://proceedings.mlr.press/v97/tan19a.html",
        "http://proceedings.mlr.press/v97/tan19a/tan19a-supp.pdf",
    ),
    ("https://proceedings.mlr.press/v97/", "http://proceedings.mlr.press/v98/"),
]


@pytest.mark.parametrize(("identity", "written"), SAME)
def test_an_address_has_the_identity_of_its_page(identity: str, written: str) -> None:
    assert canonical_url(written) == identity
    assert canonical_url(identity) == identity


@pytest.mark.parametrize(("one", "other"), APART)
def test_what_only_looks_alike_stays_apart(one: str, other: str) -> None:
    assert canonical_url(one) != canonical_url(other)
