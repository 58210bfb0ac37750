"""Sentences of settings that cannot be kept; `sentences.py` says how they are written."""

from recall.web.words.marking import N_

SETTING_SENTENCES = (
    N_("%(what)s: %(name)s is %(text)s; it must be a table: %(also)s"),
    N_("%(what)s: %(name)s is %(text)s; it must be %(also)s"),
    N_("%(what)s: no setting is called '%(text)s'; 'recall config' lists the settings"),
    N_("%(what)s: no table is called '%(text)s'; 'recall config' lists the settings"),
    N_("%(name)s cannot be '%(text)s'; it must be %(also)s"),
    N_("a whole number from %(low)s to %(high)s"),
    N_("a whole number from %(low)s to %(high)s, or 90m, 1h, 1h30"),
    N_("a number from %(least)s to %(most)s"),
    N_("true or false"),
    N_("auto, en or zh"),
    N_("once or each"),
    N_("a time of day from 00:00 to 12:59, such as 04:00"),
    N_("a time of day from 00:00 to 23:59, such as 19:00"),
    N_("times of day from 00:00 to 23:59, such as 09:00, 18:30"),
    N_("two different times of day, such as 22:00-08:00, or none"),
    N_("all, or some of digest, nudge, series"),
    N_("the name of a time zone, such as Asia/Shanghai, or empty"),
    N_("days of the week with minutes from 0 to 1440, such as 'sat 20, sun 0' or 周末 20"),
    N_("days of the week, such as mon-fri, 'sat, sun', weekdays, every day, 周一至周五 or 每天"),
    N_("names of hosts, such as desk.tailnet.ts.net or desk.local:7322"),
)
