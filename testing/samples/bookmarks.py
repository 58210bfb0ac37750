"""Bookmarks as browsers and bookmark managers export them."""

from datetime import date

from testing.samples.sample import Sample, item

BROWSER = """\
<!DOCTYPE NETSCAPE-Bookmark-file-1>
<!-- This is an automatically generated file.
     It will be read and overwritten.
     DO NOT EDIT! -->
<META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=UTF-8">
<TITLE>Bookmarks</TITLE>
<H1>Bookmarks</H1>
<DL><p>
    <DT><H3 ADD_DATE="1700000000" LAST_MODIFIED="0" PERSONAL_TOOLBAR_FOLDER="true">Bookmarks bar</H3>
    <DL><p>
        <DT><H3 ADD_DATE="1700000000">GPU &amp; CUDA</H3>
        <DL><p>
            <DT><A HREF="https://example.org/warps?a=1&amp;b=2" ADD_DATE="1704067200" ICON="data:image/png;base64,AA==">Warps &lt;again&gt;</A>
            <DD>How a warp is scheduled.
            <DT><A HREF="javascript:alert(1)" ADD_DATE="1704067200">Save this page</A>
        </DL><p>
        <DT><H3>Nothing yet</H3>
        <DL><p>
        </DL><p>
    </DL><p>
    <DT><A HREF="place:sort=8&maxResults=10" ADD_DATE="1704067200">Most Visited</A>
    <HR>
    <DT><A HREF="https://example.org/other" ADD_DATE="1704067200123">Other</A>
</DL>
"""

LINKDING = """\
<!DOCTYPE NETSCAPE-Bookmark-file-1>
<META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=UTF-8">
<TITLE>Bookmarks</TITLE>
<H1>Bookmarks</H1>
<DL><p>
<DT><A HREF="https://example.org/a" ADD_DATE="1704067200" PRIVATE="0" TOREAD="1" TAGS="gpu,memory">A</A>
<DD>About a.[linkding-notes]My own words.[/linkding-notes]
<DT><A HREF="https://example.org/b" ADD_DATE="1704067200" PRIVATE="1" TOREAD="0" TAGS="linkding:bookmarks.archived">B</A>
</DL><p>
"""

POCKET = """\
<!DOCTYPE html>
<html>
    <!--So long and thanks for all the fish-->
    <head><meta http-equiv="Content-Type" content="text/html; charset=UTF-8" />
        <title>Pocket Export</title>
    </head>
    <body>
        <h1>Unread</h1>
        <ul>
            <li><a href="https://example.org/a" time_added="1704067200" tags="gpu,memory">A</a></li>
        </ul>
        <h1>Read Archive</h1>
        <ul>
            <li><a href="https://example.org/b" time_added="1704067200" tags="">https://example.org/b</a></li>
        </ul>
    </body>
</html>
"""

NEW_YEAR = date(2024, 1, 1)

SAMPLES = (
    Sample(
        "bookmarks.html",
        "bookmarks",
        BROWSER,
        (
            item(
                "Warps <again>",
                "https://example.org/warps?a=1&b=2",
                "Bookmarks bar",
                "GPU & CUDA",
                saved_on=NEW_YEAR,
                description="How a warp is scheduled.",
            ),
            item("Other", "https://example.org/other", saved_on=NEW_YEAR),
        ),
        reasons=(
            "a bookmarklet, which is no reading",
            "a page of the browser, which is no reading",
        ),
    ),
    Sample(
        "linkding.html",
        "bookmarks",
        LINKDING,
        (
            item(
                "A",
                "https://example.org/a",
                labels=("gpu", "memory"),
                saved_on=NEW_YEAR,
                description="About a.",
                note="My own words.",
            ),
            item("B", "https://example.org/b", checked=True, saved_on=NEW_YEAR),
        ),
    ),
    Sample(
        "ril_export.html",
        "bookmarks",
        POCKET,
        (
            item("A", "https://example.org/a", labels=("gpu", "memory"), saved_on=NEW_YEAR),
            item("https://example.org/b", "https://example.org/b", checked=True, saved_on=NEW_YEAR),
        ),
    ),
)
