"""Sentences of pauses and single dates; `sentences.py` says how they are written."""

from recall.web.words.marking import N_

DAY_SENTENCES = (
    # What an action did.
    N_("from %(day)s until it is ended"),
    N_("from %(day)s until %(end)s"),
    N_("called off %(also)s"),
    N_("%(day)s has %(num)s min"),
    N_("%(day)s has its usual minutes"),
    N_("the pause is over"),
    N_("%(num)s revisits over %(all)s days"),
    # What cannot be done.
    N_("a pause from %(day)s cannot end on %(end)s; give a later day"),
    N_("'%(text)s' is not a date; try 2026-11-20, tomorrow, 'in 3 days', 'next monday' or 3天后"),
    N_("%(day)s is over; give today or a later day, such as 'in 3 days'"),
    N_("%(day)s is over; give today or a later day"),
    N_("%(day)s is not after today; give a later day, such as 'in 3 days'"),
)
