"""Sentences of the domain that name a command where the page has a button or a link."""

from recall.web.words.marking import N_

PAGE_SENTENCES = (
    ("hold", N_("on hold")),
    (
        "nothing else is left; z puts it off for today, q ends the session",
        N_("nothing else is left; 'Not today' takes it off today"),
    ),
    (
        "%(num)s is not left in today's plan; 'recall today' shows it",
        N_("%(num)s is not left in today's plan; 'Today' shows it"),
    ),
    (
        (
            "something else was done since (%(what)s); 'recall history' shows it, 'recall undo' "
            "takes it back"
        ),
        N_(
            "something else was done since (%(what)s); 'Today' shows it, and 'Take back' is "
            "beside it"
        ),
    ),
    (
        "nothing that waits fits %(num)s min; 'recall more 30' adds more",
        N_("nothing that waits fits %(num)s min; give today more minutes"),
    ),
    (
        "in a pause nothing is planned; 'recall resume' ends it",
        N_("in a pause nothing is planned; 'Days and pauses' ends it"),
    ),
    (
        "no resource matches '%(text)s'; 'recall list' shows them all",
        N_("no resource matches '%(text)s'; 'Library' shows them all"),
    ),
    (
        "%(num)s is %(also)s; 'recall resume %(again)s' takes it up again",
        N_("%(num)s is %(also)s; its page in the library takes it up again"),
    ),
    (
        "Nothing is planned in the pause until 'recall resume' ends it.",
        N_("Nothing is planned in the pause until you end it."),
    ),
    (
        "'recall more' adds the next",
        N_("'Add more to today' adds the next"),
    ),
    (
        "Next in line to read; 'recall more' adds what is due, and then readings.",
        N_("Next in line to read; 'Add more to today' adds what is due, and then readings."),
    ),
    (
        "%(also)s; its %(num)s min fit no day of %(all)s min; 'recall more' adds it.",
        N_("%(also)s; its %(num)s min fit no day of %(all)s min; 'Add more to today' adds it."),
    ),
    (
        "It is suspended; 'recall resume %(num)s' takes it up again.",
        N_("It is suspended."),
    ),
    (
        "It is archived; 'recall resume %(num)s' takes it up again.",
        N_("It is archived."),
    ),
    (
        "no section matches '%(text)s'; 'recall section' shows them all",
        N_("no section matches '%(text)s'; 'Sections' shows them all"),
    ),
    (
        "no section matches '%(text)s'; much like it: %(what)s; 'recall section' shows them all",
        N_("no section matches '%(text)s'; much like it: %(what)s; 'Sections' shows them all"),
    ),
    (
        (
            "%(text)s is already in the library, as %(num)s %(title)s; 'recall join %(again)s "
            "%(all)s' makes the two one, with both histories"
        ),
        N_(
            "%(text)s is already in the library, as %(num)s %(title)s; 'The same as another "
            "one?' makes the two one, with both histories"
        ),
    ),
    (
        "%(num)s has no revisits; 'recall edit %(again)s --no-once' begins them",
        N_("%(num)s has no revisits; 'Edit' has a field that begins them"),
    ),
    (
        (
            "%(num)s was graded on %(day)s already, and the day of its reading counts at the "
            "first grade; 'recall edit %(again)s --read-on' notes it"
        ),
        N_(
            "%(num)s was graded on %(day)s already, and the day of its reading counts at the "
            "first grade; 'Edit' has a field that notes it"
        ),
    ),
    (
        "at %(share)s %% it is finished: 'recall read %(num)s' says so",
        N_("at %(share)s %% it is finished; give it a grade"),
    ),
    (
        (
            "%(num)s is read already; say how well you recalled it: recall grade %(again)s "
            "again, hard, good or easy"
        ),
        N_("%(num)s is read already; say how well you recalled it with a grade"),
    ),
    (
        "%(num)s is read already; 'recall edit %(again)s --once' ends its revisits",
        N_("%(num)s is read already; 'Edit' has a field that ends its revisits"),
    ),
    (
        "an empty title says nothing; leave the option out to keep it",
        N_("a title cannot be empty"),
    ),
    (
        "an empty series says nothing; leave the option out to keep it",
        N_("a series cannot be empty"),
    ),
    (
        "a part needs its series: give --series NAME too",
        N_("a part needs its series: name that too"),
    ),
    (
        "no list is called '%(text)s'; 'recall lists' shows them all",
        N_("no list is called '%(text)s'; 'Lists' shows them all"),
    ),
    (
        "%(what)s: is gone; 'recall import' it from where it is now, or 'recall lists forget' it",
        N_(
            "%(what)s: is gone; 'recall import' it from where it is now, or press 'Forget its file'"
        ),
    ),
    (
        "%(what)s: is %(text)s; recall keeps Markdown in step, 'recall import' takes this in",
        N_("%(what)s: is %(text)s; recall keeps Markdown in step, 'Import a list' takes this in"),
    ),
    (
        "%(day)s lies in no planned pause; 'recall day' lists all pauses",
        N_("%(day)s lies in no planned pause"),
    ),
    (
        "%(day)s lies in the pause that is on; 'recall resume' ends it",
        N_("%(day)s lies in the pause that is on; 'Take up again' ends it"),
    ),
    (
        "the library has changed meanwhile; 'recall resume' makes a new plan",
        N_("the library has changed meanwhile; this is how it is now"),
    ),
    (
        "%(num)s has no label '%(text)s'; %(what)s",
        N_("%(num)s has no label '%(text)s'"),
    ),
    (
        "%(what)s: it looks like %(also)s, not like %(name)s; --format says what it is",
        N_("%(what)s: it looks like %(also)s; 'How it is read' has the formats that are known"),
    ),
    (
        (
            "%(what)s: it looks like %(also)s, not like %(name)s; --plain takes its lines as "
            "titles, --format says what it is"
        ),
        N_("%(what)s: it looks like %(also)s; 'How it is read' has the formats that are known"),
    ),
    (
        (
            "%(what)s: no links and no checkboxes in it: not a reading list; --plain takes its "
            "bullets"
        ),
        N_(
            "%(what)s: no links and no checkboxes in it: not a reading list; 'How it is read' can "
            "take its bullets"
        ),
    ),
    (
        "%(what)s: no links and no checkboxes in it: not a reading list; --plain takes its lines",
        N_(
            "%(what)s: no links and no checkboxes in it: not a reading list; 'How it is read' can "
            "take its lines"
        ),
    ),
    (
        "most of its lines have neither a link nor a checkbox; --plain takes their titles",
        N_(
            "most of its lines have neither a link nor a checkbox; 'How it is read' can take their "
            "titles"
        ),
    ),
)
"""Each sentence as the domain writes it, and as the page says it; see `sentences.py`."""
