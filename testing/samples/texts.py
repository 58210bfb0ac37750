"""Lists that are read a line at a time."""

from datetime import date

from recall.domain.library.resource import Link
from testing.samples.sample import Sample, item

TODO_TXT = """\
x 2024-05-02 2024-05-01 Read https://example.org/attention +papers @phd
(A) 2024-05-01 Read The Warp Book https://example.org/warps +papers +gpu due:2024-06-01
x Dune +books
Watch the talk https://youtu.be/abc https://github.com/ann/talk @home
"""

TEXT = """\
https://example.org/alone
https://example.org/tab | A tab that was open
A title - https://example.org/after

Title above
https://example.org/below

https://example.org/first
Title below

Databases:
https://example.org/db/1
https://example.org/db/2

Papers

In https://example.org/prose they say more.
[1] <https://example.org/foot>
"""

MAIL = """\
From: ann@example.org
To: ben@example.org
Subject: https://example.org/subject

Hi Ben,

> you asked for this:
> https://example.org/asked

I wrote about warps in a way that goes on
and on over lines:
https://example.org/warps

-- 
Ann, https://example.org/ann
"""  # noqa: W291 - a signature begins so

NOTE = """\
---
title: "Warps: a tour"
source: https://example.org/warps
author:
  - "[[Ann Lee]]"
created: 2024-05-01
tags: [gpu, 'clippings']
status: read
date_read: 2024-05-02
---

# Warps

Words with a [link](https://other.example/), and
- a bullet with [another](https://other.example/2).
"""

SAMPLES = (
    Sample(
        "Clipped.md",
        "note",
        NOTE,
        (
            item(
                "Warps: a tour",
                "https://example.org/warps",
                checked=True,
                labels=("gpu", "clippings"),
                read_on="2024-05-02",
                saved_on=date(2024, 5, 1),
                description="by Ann Lee",
            ),
        ),
    ),
    Sample(
        "todo.txt",
        "todo.txt",
        TODO_TXT,
        (
            item(
                "example.org/attention",
                "https://example.org/attention",
                "papers",
                checked=True,
                labels=("phd",),
                read_on="2024-05-02",
                saved_on=date(2024, 5, 1),
            ),
            item(
                "The Warp Book",
                "https://example.org/warps",
                "papers",
                labels=("gpu",),
                saved_on=date(2024, 5, 1),
            ),
            item("Dune", None, "books", checked=True),
            item(
                "Watch the talk",
                "https://youtu.be/abc",
                labels=("home",),
                links=(Link("code", "", "https://github.com/ann/talk"),),
            ),
        ),
    ),
    Sample(
        "links.txt",
        "text",
        TEXT,
        (
            item("example.org/alone", "https://example.org/alone"),
            item("A tab that was open", "https://example.org/tab"),
            item("A title", "https://example.org/after"),
            item("Title above", "https://example.org/below"),
            item("Title below", "https://example.org/first"),
            item("example.org/db/1", "https://example.org/db/1", "Databases"),
            item("example.org/db/2", "https://example.org/db/2", "Databases"),
            item(
                "example.org/prose",
                "https://example.org/prose",
                "Papers",
                description="In https://example.org/prose they say more.",
            ),
            item("example.org/foot", "https://example.org/foot", "Papers"),
        ),
    ),
    Sample(
        "mail.txt",
        "text",
        MAIL,
        (
            item("you asked for this", "https://example.org/asked"),
            item(
                "example.org/warps",
                "https://example.org/warps",
                description="I wrote about warps in a way that goes on\nand on over lines:",
            ),
        ),
    ),
)
