"""A dry run of several lists: what each would do after those before it."""

from recall.usecases.context import Context
from recall.usecases.lists.rehearsing import rehearse
from recall.usecases.lists.which_list import Source
from testing.libraries.factories import catalog, entry, everything


def test_each_list_is_compared_with_what_those_before_it_bring(anywhere: Context) -> None:
    one, other = entry("One"), entry("Two")
    lists = {"/a.md": catalog(one), "/b.md": catalog(one, other)}
    sources = [Source(found, path, exists=lists.__contains__) for path, found in lists.items()]
    counts = [(done.new, done.updated) for done in rehearse(anywhere, sources)]
    assert counts == [(1, 0), (1, 1)]
    assert everything(anywhere) == []
    assert rehearse(anywhere, []) == []
