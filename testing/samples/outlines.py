"""Reading lists from outliners."""

from datetime import date

from recall.domain.library.resource import Link
from testing.samples.sample import Sample, item

WORKFLOWY = """\
<?xml version="1.0"?>
<opml version="2.0">
  <head><ownerEmail>somebody@example.org</ownerEmail></head>
  <body>
    <outline text="Papers">
      <outline text="&lt;a href=&quot;https://example.org/attention&quot;&gt;Attention&lt;/a&gt; - heads that attend" _complete="true" _note="My own words.&#10;Also https://example.org/code" />
      <outline text="Warps" _note="https://example.org/warps" />
      <outline text="Dune" _complete="true" />
      <outline text="A thought" />
    </outline>
    <outline text="A course" type="link" url="https://example.org/course" created="Sun, 05 May 2024 10:00:00 GMT">
      <outline text="Lecture 1 https://example.org/course/1" />
    </outline>
    <outline text="A blog" type="rss" xmlUrl="https://example.org/feed" htmlUrl="https://example.org" />
  </body>
</opml>
"""

ORG = """\
#+TITLE: Reading
#+TODO: TOREAD READING | READ
#+FILETAGS: :ml:

* Papers :phd:
** DONE [[https://example.org/attention][Attention *is*]] - all :nlp:
CLOSED: [2024-05-02 Thu 10:00] SCHEDULED: <2024-04-01 Mon>
:PROPERTIES:
:CREATED: [2024-05-01 Wed]
:END:
My own words.
The [[https://example.org/code][code]].
** TODO [#A] Read about warps
https://example.org/warps
** CANCELLED [[https://example.org/old][Old]]
** READING [[https://example.org/begun][Begun]]
** READ [[https://example.org/read][Read]]
CLOSED: [2024-99-01]
* Lists
Begin with [[https://example.org/first][the first]].
- [X] [[https://example.org/1][One]]
  - a remark
- [ ] Two: https://example.org/2
- [-] [[https://example.org/3][Three]]
#+begin_src sh
curl [[https://example.org/no][no]]
#+end_src
* Nothing yet
"""

LOGSEQ = """\
title:: Reading

- # Papers
\t- DONE [Attention](https://example.org/attention) #nlp #[[deep learning]]
\t  tags:: ml, [[phd]]
\t  finished:: [[2024-05-02]]
\t  added:: 2024-05-01
\t  :LOGBOOK:
\t  CLOCK: [2024-05-01 Wed 10:00:00]
\t  :END:
\t\t- My own words.
\t\t- see [code](https://example.org/code)
\t- TODO https://example.org/warps
\t- LATER [#A] Read [[Dune]] ((6512f1a0-1111-4222-8333-444455556666))
\t- DOING {{video https://youtu.be/abc}}
\t- CANCELED [Old](https://example.org/old)
\t- A page
\t  url:: https://example.org/page
\t- A thought
\t- ```
\t  curl https://example.org/no
\t  ```
"""

_CODE = (Link("code", "code", "https://example.org/code"),)
_ML = ("ml",)

SAMPLES = (
    Sample(
        "workflowy.opml",
        "opml",
        WORKFLOWY,
        (
            item(
                "Attention",
                "https://example.org/attention",
                "Papers",
                checked=True,
                links=(Link("page", "", "https://example.org/code"),),
                description="heads that attend",
                note="My own words.\nAlso https://example.org/code",
            ),
            item("Warps", "https://example.org/warps", "Papers"),
            item("Dune", None, "Papers", checked=True),
            item("A course", "https://example.org/course", saved_on=date(2024, 5, 5)),
            item("Lecture 1", "https://example.org/course/1", "A course"),
        ),
        reasons=("no link and no checkbox", "a feed has no end, so it is no reading"),
    ),
    Sample(
        "reading.org",
        "org",
        ORG,
        (
            item(
                "Attention is",
                "https://example.org/attention",
                "Papers",
                checked=True,
                links=_CODE,
                description="all",
                note="My own words.",
                labels=("ml", "phd", "nlp"),
                read_on="2024-05-02",
                saved_on=date(2024, 5, 1),
            ),
            item("Read about warps", "https://example.org/warps", "Papers", labels=("ml", "phd")),
            item("Old", "https://example.org/old", "Papers", dropped=True, labels=("ml", "phd")),
            item("Begun", "https://example.org/begun", "Papers", begun=True, labels=("ml", "phd")),
            item("Read", "https://example.org/read", "Papers", checked=True, labels=("ml", "phd")),
            item(
                "the first",
                "https://example.org/first",
                "Lists",
                labels=_ML,
            ),
            item(
                "One", "https://example.org/1", "Lists", checked=True, note="a remark", labels=_ML
            ),
            item("Two", "https://example.org/2", "Lists", labels=_ML),
            item("Three", "https://example.org/3", "Lists", begun=True, labels=_ML),
        ),
    ),
    Sample(
        "logseq.md",
        "logseq",
        LOGSEQ,
        (
            item(
                "Attention",
                "https://example.org/attention",
                "Papers",
                checked=True,
                links=_CODE,
                note="My own words.",
                labels=("ml", "phd", "nlp", "deep learning"),
                read_on="2024-05-02",
                saved_on=date(2024, 5, 1),
            ),
            item("example.org/warps", "https://example.org/warps", "Papers"),
            item("Read Dune", None, "Papers"),
            item("youtu.be/abc", "https://youtu.be/abc", "Papers", begun=True),
            item("Old", "https://example.org/old", "Papers", dropped=True),
            item("A page", "https://example.org/page", "Papers"),
        ),
        reasons=("no link and no checkbox",),
    ),
)
