"""Lists from outliners: a format gives `rows.Row`s, and `reading` makes items of them.

The three formats differ in how they write a row; whether a row is a section, a resource, or a note
of the resource above is one rule for all of them.
"""
