"""Tables as CSV, as the programs export them and as people write them."""

from datetime import date

from recall.domain.library.resource import Link
from testing.samples.sample import Sample, item

NEW_YEAR = date(2024, 1, 1)
A, B, C = (f"https://example.org/{letter}" for letter in "abc")

POCKET = """\
title,url,time_added,tags,status
"Warps, and why",https://example.org/a,1704067200,gpu|memory,unread
https://example.org/b,https://example.org/b,1704067200,,archive
"""

READER = """\
Title,URL,ID,Document tags,Saved date,Reading progress,Location,Seen
Warps,https://example.org/a,01a,"['gpu', 'the ""best""', 'it\\'s']",2024-01-01 10:11:12+00:00,0.35,later,True
Tiles,https://example.org/b,01b,[],2024-01-01 10:11:12+00:00,0.1,archive,True
Banks,https://example.org/c,01c,,2024-01-01 10:11:12+00:00,1,later,False
"""

RAINDROP = """\
id,title,note,excerpt,url,folder,tags,created,cover,highlights,favorite
1,Warps,"Two
lines",How a warp is scheduled,https://example.org/a,GPU/CUDA,"gpu, memory",2024-01-01T10:11:12.000Z,https://example.org/cover.png,,false
"""

INSTAPAPER = """\
URL,Title,Selection,Folder,Timestamp,Tags
https://example.org/a,Warps,How a warp is scheduled,Unread,1704067200,"[""gpu""]"
https://example.org/b,Tiles,,Archive,1704067200,[]
https://example.org/c,Banks,,Mathematics,1704067200,[]
"""

GOODREADS = '''\
Book Id,Title,Author,Author l-f,Additional Authors,ISBN,ISBN13,My Rating,Average Rating,Publisher,Binding,Number of Pages,Year Published,Original Publication Year,Date Read,Date Added,Bookshelves,Bookshelves with positions,Exclusive Shelf,My Review,Spoiler,Private Notes,Read Count,Owned Copies
1,Emma,Jane Austen,"Austen, Jane",,"=""0141439580""","=""9780141439587""",5,4.0,Penguin,Paperback,300,2003,1815,2024/01/05,2024/01/01,"classics, read","classics (#1)",read,Again.,,,1,0
2,Persuasion,Jane Austen,"Austen, Jane",Someone Else,"=""""","=""""",0,4.1,Penguin,Paperback,,2003,1817,,2024/01/01,currently-reading,currently-reading (#1),currently-reading,,,,0,0
'''

BOOKWYRM = """\
title,author_text,remote_id,openlibrary_key,isbn_13,start_date,finish_date,rating,review_content,shelf,shelf_name,shelf_date
Emma,Jane Austen,https://example.org/a,OL1M,9780141439587,2023-12-01,2024-01-05,5.0,<p>Again.</p>,read,Read,2024-01-01
Persuasion,Jane Austen,https://example.org/b,,,2023-12-01,,,,to-read,To Read,2024-01-01
"""

ZOTERO = """\
"Key","Item Type","Author","Title","ISSN","DOI","Url","Abstract Note","Date","Date Added","Manual Tags"
"MK49","journalArticle","Lee, Ann; Ray, Bob","Warps","","10.1000/abc","https://example.org/a","How","2012","2024-01-01 10:11:12","gpu; memory"
"""

CHINESE = """\
标题;链接;分类;已读;备注;心情
注意力机制;https://example.org/a;论文;是;写得好;😀
图;example.org/b;论文;;;
"""

SAMPLES = (
    Sample(
        "part_000000.csv",
        "csv",
        POCKET,
        (
            item("Warps, and why", A, labels=("gpu", "memory"), saved_on=NEW_YEAR),
            item(B, B, checked=True, saved_on=NEW_YEAR),
        ),
    ),
    Sample(
        "reader.csv",
        "csv",
        READER,
        (
            item("Warps", A, begun=True, labels=("gpu", 'the "best"', "it's"), saved_on=NEW_YEAR),
            item("Tiles", B, checked=True, saved_on=NEW_YEAR),
            item("Banks", C, checked=True, saved_on=NEW_YEAR),
        ),
    ),
    Sample(
        "raindrop.csv",
        "csv",
        RAINDROP,
        (
            item(
                "Warps",
                A,
                "GPU",
                "CUDA",
                labels=("gpu", "memory"),
                saved_on=NEW_YEAR,
                description="How a warp is scheduled",
                note="Two\nlines",
            ),
        ),
    ),
    Sample(
        "instapaper-export.csv",
        "csv",
        INSTAPAPER,
        (
            item(
                "Warps",
                A,
                labels=("gpu",),
                saved_on=NEW_YEAR,
                description="How a warp is scheduled",
            ),
            item("Tiles", B, checked=True, saved_on=NEW_YEAR),
            item("Banks", C, "Mathematics", saved_on=NEW_YEAR),
        ),
    ),
    Sample(
        "goodreads_library_export.csv",
        "csv",
        GOODREADS,
        (
            item(
                "Emma",
                None,
                checked=True,
                minutes=600,
                description="by Jane Austen",
                note="Again.",
                labels=("classics",),
                read_on="2024-01-05",
                saved_on=NEW_YEAR,
                kind="book",
            ),
            item(
                "Persuasion",
                None,
                begun=True,
                description="by Jane Austen, Someone Else",
                saved_on=NEW_YEAR,
                kind="book",
            ),
        ),
    ),
    Sample(
        "bookwyrm.csv",
        "csv",
        BOOKWYRM,
        (
            item(
                "Emma",
                A,
                checked=True,
                description="by Jane Austen",
                note="Again.",
                read_on="2024-01-05",
                saved_on=NEW_YEAR,
                kind="book",
            ),
            item("Persuasion", B, description="by Jane Austen", saved_on=NEW_YEAR, kind="book"),
        ),
    ),
    Sample(
        "zotero.csv",
        "csv",
        ZOTERO,
        (
            item(
                "Warps",
                A,
                description="by Lee, Ann; Ray, Bob\n\nHow",
                links=(Link("paper", "paper", "https://doi.org/10.1000/abc"),),
                labels=("gpu", "memory"),
                saved_on=NEW_YEAR,
                kind="paper",
            ),
        ),
    ),
    Sample(
        "excel.csv",
        "csv",
        CHINESE.encode("utf-16"),
        (
            item("注意力机制", A, "论文", checked=True, note="写得好"),
            item("图", B, "论文"),
        ),
        remarks=("columns not used: '心情'",),
    ),
    Sample(
        "papers.tsv",
        "csv",
        "Paper title\tPDF\tCode\tMinutes\tDate read\n"
        "Warps\thttps://example.org/a\thttps://example.org/b\t1:30:00\tMay 2024\n",
        (
            item(
                "Warps",
                A,
                checked=True,
                minutes=90,
                links=(Link("code", "code", B),),
                read_on="2024-05",
            ),
        ),
    ),
)
