"""JSON with links, as the programs export it."""

from datetime import date

from recall.domain.library.resource import Link
from testing.samples.sample import Sample, item

NEW_YEAR = date(2024, 1, 1)
A, B = "https://example.org/a", "https://example.org/b"

WALLABAG = """\
[{"is_archived": 1, "is_starred": 0, "tags": ["gpu"], "title": "Warps", "url": "https:\\/\\/example.org\\/a",
  "given_url": "https://example.org/a?utm_source=x", "content": "<p>See https://example.org/c</p>",
  "created_at": "2024-01-01T10:11:12+00:00", "archived_at": "2024-02-03T10:11:12+00:00", "reading_time": 7,
  "language": "en_US", "published_by": ["A. Writer"], "preview_picture": "https://example.org/p.png",
  "annotations": [], "_links": {"self": {"href": "/api/entries/1"}}},
 {"is_archived": false, "tags": [], "title": "Tiles", "url": "https://example.org/b", "reading_time": 0,
  "created_at": "2024-01-01T10:11:12+00:00"}]
"""

HYPOTHESIS = """\
{"export_date": "2024-02-01T00:00:00Z", "annotations": [
  {"id": "x1", "created": "2024-01-01T10:00:00+00:00", "user": "acct:ann@example.org", "uri": "https://example.org/a",
   "text": "Mine", "tags": ["gpu"], "group": "__world__", "target": [{"source": "https://example.org/a"}],
   "document": {"title": ["Warps"]}, "links": {"html": "https://example.org/x1"}}]}
"""

LINKWARDEN = """\
{"id": 1, "name": "me", "username": "me", "image": "https://example.org/me.png", "collections": [
  {"id": 1, "name": "GPU", "parentId": null, "links": [
    {"id": 1, "name": "Warps", "type": "url", "description": "How a warp is scheduled", "collectionId": 1,
     "url": "https://example.org/a", "tags": [{"id": 1, "name": "gpu"}], "createdAt": "2024-01-01T10:11:12.000Z"}]},
  {"id": 2, "name": "CUDA", "parentId": 1, "links": [
    {"id": 2, "name": "Tiles", "type": "url", "description": "", "collectionId": 2,
     "url": "https://example.org/b", "tags": [], "createdAt": "2024-01-01T10:11:12.000Z"}]}],
  "pinnedLinks": [{"id": 1, "name": "Warps", "url": "https://example.org/a"}]}
"""

PINBOARD = """\
[{"href":"https:\\/\\/example.org\\/a","description":"Warps","extended":"How a warp is scheduled","meta":"x","hash":"y",
"time":"2024-01-01T10:11:12Z","shared":"no","toread":"yes","tags":"gpu memory"}]
"""

OMNIVORE = """\
[{"id": "1", "slug": "warps", "title": "Warps", "description": "How a warp is scheduled", "author": "A. Writer",
  "url": "https://example.org/a", "state": "Archived", "readingProgress": 40, "thumbnail": "https://example.org/t.png",
  "labels": ["gpu"], "savedAt": "2024-01-01T10:11:12.000Z", "updatedAt": "2024-02-03T10:11:12.000Z"},
 {"id": "2", "slug": "tiles", "title": "Tiles", "url": "https://example.org/b", "state": "Active",
  "readingProgress": 1, "labels": [], "savedAt": "2024-01-01T10:11:12.000Z"}]
"""

FIREFOX = """\
{"guid": "root________", "title": "", "index": 0, "dateAdded": 1704067200000000, "typeCode": 2, "root": "placesRoot",
 "children": [{"guid": "menu________", "title": "menu", "typeCode": 2, "children": [
   {"title": "GPU", "typeCode": 2, "children": [
     {"title": "Warps", "dateAdded": 1704067200000000, "typeCode": 1, "type": "text/x-moz-place", "tags": "gpu,memory",
      "iconUri": "https://example.org/favicon.ico", "uri": "https://example.org/a"}]},
   {"title": "Recent Tags", "typeCode": 1, "type": "text/x-moz-place", "uri": "place:type=6&sort=14"}]}]}
"""

CHROME = """\
{"checksum": "0", "roots": {"bookmark_bar": {"children": [
   {"date_added": "13348540800000000", "id": "5", "name": "Warps", "type": "url", "url": "https://example.org/a"},
   {"children": [{"name": "Tiles", "type": "url", "url": "https://example.org/b"}], "name": "GPU", "type": "folder"}],
  "name": "Bookmarks bar", "type": "folder"}}, "version": 1}
"""

KARAKEEP = """\
{"bookmarks": [
  {"createdAt": 1704067200, "title": "Warps", "tags": ["gpu"], "content": {"type": "link", "url": "https://example.org/a"},
   "note": "Mine", "archived": true},
  {"createdAt": 1704067200, "title": "A text", "tags": [], "content": {"type": "text", "text": "x"}, "note": null}]}
"""

LINKDING = """\
{"count": 1, "next": "https://example.org/api?page=2", "results": [
  {"id": 1, "url": "https://example.org/a", "title": "", "description": "How a warp is scheduled", "notes": "Mine",
   "website_title": "Warps", "favicon_url": "https://example.org/f.png", "is_archived": true, "unread": false,
   "tag_names": ["gpu"], "date_added": "2024-01-01T10:11:12.000Z", "date_modified": "2024-02-03T10:11:12.000Z"}]}
"""

READWISE = """\
{"count": 2, "nextPageCursor": null, "results": [
  {"id": "1", "url": "https://read.readwise.io/read/1", "source_url": "https://example.org/a", "title": "Warps",
   "author": "A. Writer", "category": "article", "location": "archive", "tags": {"gpu": {"name": "gpu", "type": "manual"}},
   "reading_time": "4 mins", "saved_at": "2024-01-01T10:11:12+00:00", "notes": "Mine", "summary": "How a warp is scheduled",
   "reading_progress": 0.5, "image_url": "https://example.org/i.png", "parent_id": null},
  {"id": "2", "url": "https://read.readwise.io/read/2", "source_url": "https://example.org/a", "title": null,
   "author": null, "category": "highlight", "location": null, "tags": {}, "notes": "", "reading_progress": 0, "parent_id": "1"}]}
"""

RAINDROP = """\
{"result": true, "items": [
  {"_id": 1, "link": "https://example.org/a", "title": "Warps", "excerpt": "How a warp is scheduled", "note": "Mine",
   "type": "article", "cover": "https://example.org/c.png", "media": [{"link": "https://example.org/c.png"}],
   "tags": ["gpu"], "created": "2024-01-01T10:11:12.000Z", "collection": {"$ref": "collections", "$id": 1}}]}
"""

LINES = """\
{"url": "https://example.org/a", "title": "Warps", "status": "read", "date": "2024-01-01"}
{"url": "https://example.org/b", "title": "Tiles"}
"""

OWN = """\
{"Papers": [{"name": "Warps", "paper": "https://example.org/a", "code": "https://example.org/b"}],
 "Videos": {"Short": ["https://example.org/b"]}}
"""

ABOUT = "How a warp is scheduled"
LABELED = item("Warps", A, labels=("gpu",), saved_on=NEW_YEAR)

YAML = f"""---
layout: page
gpu:
    - title: "Warps"
      url: {A}
      tags: [gpu, memory]
      status: read
---
<br />
"""

SAMPLES = (
    Sample(
        "wallabag.json",
        "json",
        WALLABAG,
        (
            LABELED._replace(checked=True, minutes=7, read_on="2024-02-03", language="en"),
            item("Tiles", B, saved_on=NEW_YEAR),
        ),
    ),
    Sample(
        "linkwarden.json",
        "json",
        LINKWARDEN,
        (
            LABELED._replace(section=("GPU",), description=ABOUT),
            item("Tiles", B, "GPU", "CUDA", saved_on=NEW_YEAR),
        ),
    ),
    Sample(
        "pinboard.json",
        "json",
        PINBOARD,
        (LABELED._replace(description=ABOUT, labels=("gpu", "memory")),),
    ),
    Sample(
        "metadata_0_to_20.json",
        "json",
        OMNIVORE,
        (
            LABELED._replace(checked=True, description=f"by A. Writer\n\n{ABOUT}"),
            item("Tiles", B, begun=True, saved_on=NEW_YEAR),
        ),
    ),
    Sample(
        "bookmarks-2024-01-01.json",
        "json",
        FIREFOX,
        (item("Warps", A, "menu", "GPU", labels=("gpu", "memory"), saved_on=NEW_YEAR),),
        reasons=("a page of the browser, which is no reading",),
    ),
    Sample(
        "Bookmarks",
        "json",
        CHROME,
        (
            item("Warps", A, "Bookmarks bar", saved_on=NEW_YEAR),
            item("Tiles", B, "Bookmarks bar", "GPU"),
        ),
    ),
    Sample("karakeep.json", "json", KARAKEEP, (LABELED._replace(checked=True, note="Mine"),)),
    Sample(
        "linkding.json",
        "json",
        LINKDING,
        (LABELED._replace(checked=True, description=ABOUT, note="Mine"),),
    ),
    Sample(
        "readwise.json",
        "json",
        READWISE,
        (
            LABELED._replace(
                checked=True,
                minutes=4,
                description=f"by A. Writer\n\n{ABOUT}",
                note="Mine",
                kind="article",
            ),
        ),
        reasons=("a highlight or a note, which is no reading",),
    ),
    Sample(
        "hypothesis.json",
        "json",
        HYPOTHESIS,
        (item("Warps", A, note="Mine", labels=("gpu",), saved_on=NEW_YEAR),),
    ),
    Sample(
        "raindrop.json",
        "json",
        RAINDROP,
        (LABELED._replace(description=ABOUT, note="Mine", kind="article"),),
    ),
    Sample(
        "list.jsonl",
        "json",
        LINES,
        (item("Warps", A, checked=True, saved_on=NEW_YEAR), item("Tiles", B)),
    ),
    Sample(
        "own.json",
        "json",
        OWN,
        (
            item("Warps", A, "Papers", links=(Link("code", "code", B),)),
            item(B, B, "Videos", "Short"),
        ),
    ),
    Sample(
        "books.md",
        "yaml",
        YAML,
        (item("Warps", A, "gpu", checked=True, labels=("gpu", "memory")),),
    ),
)
