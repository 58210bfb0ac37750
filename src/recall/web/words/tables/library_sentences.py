"""Sentences of the domain about a resource: why it is or is not planned, and what is wrong."""

from recall.web.words.marking import N_

FIELD_WORDS = (
    N_("article"),
    N_("paper"),
    N_("video"),
    N_("book"),
    N_("course"),
    N_("docs"),
    N_("code"),
    N_("page"),
    N_("this week"),
    N_("this month"),
    N_("this year"),
    N_("longer than a year ago"),
)

WHY_SENTENCES = (
    N_("%(also)s Read %(when)s, as the list says."),
    N_("%(also)s Read %(when)s, as you said."),
    N_("%(also)s Read %(when)s, as you said on %(day)s."),
    N_("Waits until %(num)s %(title)s is read."),
    N_("Waits until %(num)s %(title)s and %(added)s more are read."),
    N_("Its section is on hold; 'recall section' gives it another turn."),
    N_("Nothing is planned in the pause until %(day)s."),
    N_("Read, and wanted without revisits; a grade begins them."),
    N_("Due today"),
    N_("Due since %(day)s"),
    N_("%(also)s; its %(num)s min fill a day, which it gets about %(day)s."),
    N_("%(also)s, about %(nth)s of %(all)s in line; %(how)s."),
    N_("%(also)s, %(nth)s of %(all)s in line; %(how)s."),
    N_("today is a day off"),
    N_("today's %(num)s min are full"),
    N_("it takes %(num)s min, and %(left)s are free today"),
    N_("After %(num)s %(title)s and %(added)s or more others; %(how)s."),
    N_("After %(num)s %(title)s and %(added)s more; %(how)s."),
    N_("After %(num)s %(title)s; %(how)s."),
    N_("when is unknown, as nothing was read lately"),
    N_("at this pace about %(about)s"),
    N_("at this pace not before %(about)s"),
    N_("A book; others are read first, and it comes about %(about)s at this pace."),
    N_("A book; others are read first, and it comes later."),
    N_("Put off for today; it can be planned again tomorrow."),
    N_("%(also)s; beyond today's %(num)s min"),
    N_("Number %(num)s of %(all)s in today's plan: revisit, %(left)s min, %(also)s."),
    N_("Number %(num)s of %(all)s in today's plan: read, %(left)s min, %(also)s."),
    N_("Number %(num)s of %(all)s in today's plan: sitting, %(left)s min, %(also)s."),
    N_("Done today in %(num)s min; the rest comes on another day."),
    N_("Done today in %(num)s min; it comes back on %(day)s."),
    N_("Done today in %(num)s min; it has no revisits."),
    N_("Postponed from %(since)s to %(day)s, in 1 day."),
    N_("Postponed from %(since)s to %(day)s, in %(num)s days."),
    N_("Not due before %(day)s, in 1 day."),
    N_("Not due before %(day)s, in %(num)s days."),
    N_("It has gone from its list, so it is not offered for reading."),
)

DONE_SENTENCES = (
    N_("kept as it is"),
    N_("%(num)s %(title)s is a part of it now"),
)

_FOUND = (
    N_("'%(text)s' matches %(num)s resources, give the ID: %(what)s"),
    N_("'%(text)s' matches %(num)s sections, give more of the path: %(what)s"),
    N_("'%(text)s' is not a status; allowed: %(what)s"),
    N_("'%(text)s' is not a kind; allowed: %(what)s"),
)

_GIVEN = (
    N_("%(day)s is not after today; give a later day, such as 'in 3 days'"),
    N_(
        "'%(text)s' is not on the calendar; "
        "try 2026-11-20, tomorrow, 'in 3 days', 'next monday' or 3天后"
    ),
    N_("'%(text)s' is not a date; try 2026-11-20, tomorrow, 'in 3 days', 'next monday' or 3天后"),
    N_(
        "'%(text)s' is not on the calendar; "
        "say when it was read: 2026, 2026-03, a date, or week, month, year, longer"
    ),
    N_(
        "'%(text)s' is not a date; "
        "say when it was read: 2026, 2026-03, a date, or week, month, year, longer"
    ),
    N_(
        "%(what)s is in the future; "
        "say when it was read: 2026, 2026-03, a date, or week, month, year, longer"
    ),
    N_("'%(text)s' will not be true later; give a year, a month or a day, such as 2026-03"),
    N_(
        "%(num)s is %(also)s; "
        "'recall grade %(again)s RATING --read-on %(what)s' says that it was read"
    ),
    N_(
        "minutes cannot be '%(text)s'; "
        "give a whole number from %(low)s to %(high)s, or 90m, 1h, 1h30"
    ),
    N_("the length cannot be '%(text)s'; give a whole number from %(low)s to %(high)s"),
    N_("the part cannot be '%(text)s'; give a whole number from %(low)s to %(high)s"),
    N_("a series and no series at once: give one of them"),
    N_("'%(text)s' is too long for a label; at most %(num)s characters"),
    N_("a section needs a name"),
)

_ADDRESSES = (
    N_("%(text)s is not a URL; give one that starts with http://, https:// or file:///"),
    N_("%(text)s has white space or invisible characters inside; write a space as %%20"),
    N_("%(text)s names no place; is it complete?"),
    N_("%(text)s has a host or a port that cannot be read; check it for typing errors"),
    N_("this URL has %(what)s characters; at most %(most)s are accepted"),
    N_("there is no address; give the address of the page"),
    N_(
        "there is no address in %(text)s; "
        "give an https:// address, github.com/a/b, an arXiv number or a DOI"
    ),
    N_(
        "%(text)s is not an address of the web; "
        "give an https:// address, github.com/a/b, an arXiv number or a DOI"
    ),
    N_("it is already in the library, as %(num)s %(title)s"),
)

_STATES = (
    N_("%(num)s is %(also)s already"),
    N_("%(num)s is %(also)s, so there is nothing to resume"),
    N_("%(num)s is %(also)s; only a revisit can be passed over"),
    N_("%(num)s was graded on %(day)s; a rating of %(since)s cannot be put before it"),
    N_("%(num)s cannot be joined with itself; name two resources"),
    N_("%(num)s %(title)s cannot wait for itself; name another resource"),
    N_("%(num)s waits for %(title)s already"),
    N_("that would go in a circle, each waiting for the next: %(what)s"),
)

LIBRARY_SENTENCES = (
    # Of the turn and the deadline of a section.
    N_("first"),
    N_("later"),
    N_("normal"),
    N_("%(how)s, by %(day)s"),
    N_("'%(text)s' is not a turn; give %(what)s"),
    N_("the deadline %(day)s has passed; give a later day"),
    N_("what is on hold is not read, so it has no deadline; give first, later or normal too"),
    *FIELD_WORDS,
    *WHY_SENTENCES,
    *DONE_SENTENCES,
    *_FOUND,
    *_GIVEN,
    *_ADDRESSES,
    *_STATES,
)
"""Those of the library's pages, to `KNOWN_SENTENCES`."""
