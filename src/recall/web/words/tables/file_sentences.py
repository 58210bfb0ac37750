"""What a file that was sent looks like, and what is wrong with its JSON, in the words of errors."""

from recall.web.words.marking import N_

FILE_SENTENCES = (
    # What it looks like.
    N_("a PDF"),
    N_("a picture"),
    N_("a web page"),
    N_("an XML file"),
    N_("a script"),
    N_("source code"),
    N_("a log"),
    N_("a settings file"),
    N_("an empty file"),
    N_("a text without links and checkboxes"),
    N_("a database; export the bookmarks from the program itself"),
    N_("a packed Firefox backup; in Firefox, choose Import and Backup > Backup…"),
    N_("a gzip archive; unpack it first"),
    N_("a 7z archive; unpack it first"),
    N_("a RAR archive; unpack it first"),
    N_("an Office file; save it as CSV"),
    N_("an e-book or an office file; save a table as CSV"),
    N_("a program"),
    N_("an old Office file; save it as CSV"),
    N_("a binary property list; export the bookmarks as HTML"),
    # What Python says of JSON.
    N_("Expecting value"),
    N_("Expecting property name enclosed in double quotes"),
    N_("Expecting ',' delimiter"),
    N_("Expecting ':' delimiter"),
    N_("Unterminated string starting at"),
    N_("Extra data"),
    N_("Invalid control character at"),
    N_("Invalid \\escape"),
    N_("Illegal trailing comma before end of object"),
    N_("Illegal trailing comma before end of array"),
    N_("a reference or ']' is missing"),
)
