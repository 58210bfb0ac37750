"""Sentences of errors that a page can show; `sentences.py` says how they are written."""

from recall.web.words.marking import N_

ERROR_SENTENCES = (
    # Of a grade or a sitting.
    N_("no rating was given; give again, hard, good or easy"),
    N_("a sitting is part of a first reading; this one is read already"),
    N_("%(num)s is %(also)s; a sitting is part of a first reading"),
    N_("%(text)s is after %(day)s, the day of the grade; give an earlier one"),
    N_("%(num)s is read already, and has no revisits"),
    N_("%(day)s is before the last review on %(since)s; date it later"),
    N_("%(num)s has no revisits already"),
    N_("%(num)s is not read once, so there is nothing to begin"),
    N_("nothing to take back was named"),
    # Of a form of the library.
    N_("%(what)s is already in the library, as %(num)s %(title)s"),
    N_("%(num)s has no further link '%(text)s'; it has %(what)s"),
    N_("%(num)s has no further link '%(text)s'; it has none"),
    N_("'%(text)s' is not a priority; give %(what)s"),
    N_("'%(text)s' is no role of a link; allowed: %(what)s"),
    N_("an empty label says nothing; give a word"),
    N_("the minutes cannot be '%(text)s'; give a whole number from %(low)s to %(high)s"),
    N_("%(num)s does not wait for %(all)s; it waits for %(what)s"),
    N_("a library in memory would be gone with the command; give it a file"),
    # Of a file that was sent.
    N_("%(what)s: it is not a text file; give a reading list saved as text"),
    N_(
        "%(what)s: it is not in UTF-8, and in which encoding it is cannot be told; save it as "
        "UTF-8 in an editor, or convert it: iconv -f ENCODING -t UTF-8 FILE > NEW"
    ),
    N_("%(what)s: no bookmarks in it; a web page that was saved is no list"),
    N_("%(what)s: its folders are nested more than %(num)s deep"),
    N_("%(what)s: it is nested deeper than %(num)s levels"),
    N_("%(what)s: no catalog: it is nested too deep, or has a number too long"),
    N_("%(what)s: its JSON is nested too deep, or has a number too long"),
    N_("%(what)s: JSON that is nested too deep, or has a number too long"),
    N_("%(what)s: JSON without links: no object in it has a field such as url or link"),
    N_("%(what)s: not JSON at line %(num)s, column %(all)s: %(also)s"),
    N_("%(what)s: not JSON at line %(num)s: %(also)s"),
    N_("%(what)s: not JSON at %(place)s: %(text)s"),
    N_("%(what)s: it is not CSL-JSON: a list of references in brackets"),
    N_("%(what)s: at schema: it is not a version that this recall reads; allowed: %(num)s"),
    N_("%(what)s: at %(place)s: %(text)s"),
    N_("%(what)s: a table without rows"),
    N_("%(what)s: no column of this table holds links; it has %(text)s"),
    N_("%(what)s: the quote that opens in the row of line %(num)s is never closed"),
    N_("%(what)s: no table at line %(num)s: %(text)s"),
    N_("%(what)s: has %(most)s lines; a list may have %(least)s"),
    N_("%(what)s: has %(most)s links and titles; a list may have %(least)s"),
    N_("%(what)s: all its links are feeds: %(also)s; add the articles themselves"),
    N_("%(what)s: its XML is broken at line %(num)s: %(text)s"),
    N_("%(what)s: it defines XML entities, which no outliner writes"),
    N_("%(what)s: it defines %(num)s keywords; at most %(all)s are read"),
    N_("%(what)s: no links and no checkboxes in it: not a reading list"),
    N_(
        "%(what)s: no links and no checkboxes in it: not a reading list; remove the ``` around "
        "its titles, which make them code"
    ),
    N_("%(what)s: no readings in it; line %(num)s is not taken, %(also)s"),
    N_("%(what)s: no references with a title or a link in it: not a reading list"),
    N_("%(what)s: no RIS records in it: none of its lines begins with 'TY  - '"),
    N_("%(what)s: no address in its front matter, such as 'url: https://…'"),
    N_("%(what)s: no reading in it: %(also)s"),
    N_("%(what)s: no URLs in it: not a reading list"),
    N_("%(what)s: no tasks in it: not a reading list"),
    N_("%(what)s: YAML without links: no entry in it has a field such as url or link"),
    N_("%(what)s: YAML that is nested too deep"),
    N_("%(what)s: an encrypted zip; unpack it first"),
    N_("%(what)s: a broken zip: %(text)s"),
    N_("%(what)s: an empty zip"),
    N_("%(what)s: a zip with %(most)s files; at most %(least)s are read"),
    N_("%(what)s: a zip of more than %(num)s MiB unpacked; that is no reading list"),
    N_("%(what)s: cannot be read: %(text)s"),
    N_("%(what)s: cannot be written: %(text)s; nothing was changed"),
    N_("%(what)s: cannot be written: %(text)s"),
    N_("%(what)s: is larger than %(num)s MiB"),
    N_("%(what)s: is not a file"),
    N_("%(what)s: its bytes cannot be written back as they are; save it as UTF-8"),
    N_("%(text)s was changed this very moment"),
    N_("no section of the list is called '%(text)s'; %(what)s"),
    # Of the library and its files.
    N_(
        "the library is damaged, and this goes on without what is damaged: %(text)s and %(num)s "
        "more; 'recall doctor' names it"
    ),
    N_(
        "the library is damaged, and this goes on without what is damaged: %(text)s; "
        "'recall doctor' names it"
    ),
    N_("the library is damaged: %(text)s; 'recall doctor' says more"),
    N_("the library was opened to look at it; nothing was changed"),
    N_("%(what)s: cannot be read; delete it to sign all browsers out"),
    N_("%(what)s: cannot be read as settings: %(text)s"),
    N_("no setting is called '%(text)s'; 'recall config' lists them"),
)
