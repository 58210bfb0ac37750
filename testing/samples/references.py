"""Reference lists as reference managers export them."""

from datetime import date

from recall.domain.library.resource import Link
from testing.samples.sample import Sample, item

CSL = """\
[
\t{
\t\t"id": "attention",
\t\t"type": "paper-conference",
\t\t"abstract": "<p>A new network.</p>",
\t\t"container-title": "Proceedings",
\t\t"DOI": "10.5555/3295222.3295349",
\t\t"URL": "https://example.org/attention?a=1&b=2",
\t\t"title": "Attention is <i>all</i> you need",
\t\t"issued": {"date-parts": [["2017", 6, 12]]},
\t\t"accessed": {"date-parts": [["2024", 5, 1]]},
\t\t"language": "en-US",
\t\t"keyword": "nlp, transformers",
\t\t"note": "Read_Status: Read\\nRead_Status_Date: 2024-05-02T08:00:00\\nMy own words."
\t},
\t{"id": "b", "type": "webpage", "title": "On warps", "URL": "https://example.org/warps"},
\t{"id": "c", "type": "book", "title": "Deep learning", "issued": {"date-parts": [[2016]]}},
\t{"id": "d", "type": "article", "title": "Scaling", "DOI": "10.48550/arXiv.2001.08361"},
\t{"id": "e", "type": "motion_picture"}
]
"""

RIS = """\
TY  - JOUR
TI  - Attention is all
  you need
AU  - Ann, A.
PY  - 2017
DO  - 10.5555/3295222.3295349
UR  - https://example.org/attention;jsessionid=1
L1  - file:///attention.pdf
AB  - A new network.
KW  - nlp
KW  - transformers
N1  - My own words.
Y2  - 2024/05/01/
ER  -

TY  - BOOK
T1  - Deep learning
ER  -

TY  - ELEC
TI  - On warps
UR  - https://example.org/warps
"""

BIBTEX = r"""% Encoding: UTF-8
@string{nips = "Proceedings"}
@comment{jabref-meta: databaseType:bibtex;}

@inproceedings{attention,
  title     = {The {A}ttention of {M}{\"u}ller \& Co: 100\% of $n^2$},
  author    = {A. Ann and B. Ben},
  booktitle = nips,
  url       = {https://example.org/attention\_1},
  doi       = {10.5555/3295222.3295349},
  abstract  = {A new \emph{network}.},
  keywords  = {nlp, transformers},
  groups    = {Papers, Fine ones},
  urldate   = {2024-05-01},
  file      = {:attention.pdf:PDF},
  readstatus = {read},
  comment   = {My own words.},
}
@misc{scaling, title = "Scaling", eprint = {2001.08361v2}, archivePrefix = {arXiv}}
@misc{scaling, title = {Warps}, howpublished = {\url{https://example.org/warps}}}
@book{deep, title = {Deep learning}, readstatus = {skimmed}}
@misc{broken, title = {Never ends
@online{video, title = {A talk}, url = {https://youtu.be/abc}}
"""

_DOI = Link("paper", "DOI", "https://doi.org/10.5555/3295222.3295349")
_BIBTEX_PAPER = item(
    "The Attention of Müller & Co: 100% of n^2",
    "https://example.org/attention_1",
    "Papers",
    checked=True,
    links=(_DOI,),
    description="by A. Ann, B. Ben\n\nA new network.",
    note="My own words.",
    labels=("nlp", "transformers"),
    saved_on=date(2024, 5, 1),
    kind="paper",
)

SAMPLES = (
    Sample(
        "zotero.json",
        "csl",
        CSL,
        (
            item(
                "Attention is all you need",
                "https://example.org/attention?a=1&b=2",
                checked=True,
                links=(_DOI,),
                description="A new network.",
                note="My own words.",
                labels=("nlp", "transformers"),
                read_on="2024-05-02",
                saved_on=date(2024, 5, 1),
                kind="paper",
                language="en",
            ),
            item("On warps", "https://example.org/warps", kind="article"),
            item("Deep learning", None, kind="book"),
            item("Scaling", "https://doi.org/10.48550/arXiv.2001.08361", kind="paper"),
        ),
        reasons=("a reference without a title and without a link",),
    ),
    Sample(
        "zotero.ris",
        "ris",
        RIS,
        (
            item(
                "Attention is all you need",
                "https://example.org/attention;jsessionid=1",
                links=(_DOI,),
                description="by A. Ann\n\nA new network.",
                note="My own words.",
                labels=("nlp", "transformers"),
                saved_on=date(2024, 5, 1),
                kind="paper",
            ),
            item("Deep learning", None, kind="book"),
            item("On warps", "https://example.org/warps", kind="article"),
        ),
    ),
    Sample(
        "jabref.bib",
        "bibtex",
        BIBTEX,
        (
            _BIBTEX_PAPER,
            _BIBTEX_PAPER._replace(section=("Fine ones",)),
            item("Scaling", "https://arxiv.org/abs/2001.08361"),
            item("Warps", "https://example.org/warps"),
            item("Deep learning", None, begun=True, kind="book"),
            item("A talk", "https://youtu.be/abc", kind="video"),
        ),
        reasons=("an entry that cannot be read",),
    ),
)
