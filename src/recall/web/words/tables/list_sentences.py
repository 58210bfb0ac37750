"""Sentences of imports and syncs; `sentences.py` says how they are written."""

from recall.web.words.marking import N_

LIST_SENTENCES = (
    # The list of what no file has.
    N_("added by hand"),
    # How the file of a list is.
    N_("in step"),
    N_("the file has changed since"),
    N_("something was done since"),
    N_("never synced"),
    N_("undone, waits for a change"),
    N_("the file is gone"),
    N_("the file cannot be read"),
    N_("the file is not a reading list"),
    N_("the file cannot be written"),
    N_("no room to write the file"),
    # What of a resource changed.
    N_("title"),
    N_("link"),
    N_("series"),
    N_("kind"),
    N_("language"),
    N_("minutes"),
    N_("note"),
    N_("description"),
    N_("further links"),
    N_("labels"),
    N_("date of reading"),
    N_("date saved"),
    N_("back in the list"),
    N_("unread again"),
    N_("section"),
    N_("in this list too"),
    N_("box"),
    N_("moved"),
    N_("its title in the list"),
    N_("gone from this list"),
    # Why a line was not taken.
    N_("no link and no checkbox"),
    N_("an empty link"),
    N_("a relative link"),
    N_("a badge or counter, not a reading"),
    N_("a checkbox without a title"),
    N_("in a footnote"),
    N_("in the introduction of the list"),
    N_("an image, not a reading"),
    N_("in the front matter"),
    N_("a link definition that nothing refers to"),
    N_("in a section that is left out"),
    N_("a bookmark without a link"),
    N_("its title stands in this section already; both are one resource"),
    N_("a feed has no end, so it is no reading"),
    # What an action did.
    N_("%(what)s: %(num)s new, %(all)s updated, %(left)s gone"),
    N_("%(num)s ticked"),
    N_("%(num)s cleared"),
    N_("%(num)s added to the file"),
    N_("%(num)s moved in the file"),
    N_("%(num)s marked in the file"),
    N_("%(num)s taken out of the file"),
    N_("%(num)s new"),
    N_("%(num)s updated"),
    N_("%(num)s gone"),
    # What undo leaves in a file.
    N_("line %(num)s of %(what)s stays, as you have changed it or what is below it: %(text)s"),
    N_(
        "%(what)s stays as it is, as that sync was before recall noted which lines it writes; "
        "take out by hand what you do not want"
    ),
    # What cannot be done.
    N_("no list has a file on this computer; 'recall import FILE' brings one in"),
    N_("the list or the library has changed meanwhile; this is how it is now"),
    N_("the file that was sent is no longer kept; choose it again"),
    N_("'%(text)s' is not a format; allowed: %(what)s"),
    N_("%(what)s: is read-only; make it writable to keep it in step"),
    N_("%(what)s: is in a folder that cannot be written; make that writable to keep it in step"),
    N_("%(what)s: changes all the time; nothing was done, try again"),
    N_("%(what)s: is larger than %(num)s MiB; that is no reading list"),
    N_("%(what)s: a whole library, not a list; 'recall import' brings it back"),
    N_("%(what)s: it looks like %(also)s; it is not a list"),
    N_("%(what)s: it looks like %(also)s; 'pandoc -t gfm' makes Markdown of it"),
)
