"""The files of reference managers: a format gives `reference.Reference`s, which become items.

`reference` has the rules that all of them share: which address of a reference is the work, and
what kind of resource its type is.
"""
