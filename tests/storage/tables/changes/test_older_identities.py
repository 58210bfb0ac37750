"""Identities that older rules made, as the library keeps them."""

from recall.storage.actions import begin
from recall.storage.tables.changes.older_identities import WithLink, behind, renew, with_links
from recall.usecases.context import Context
from testing.libraries.factories import NOW, TODAY

URL = "https://example.org/Resource-1"


def test_the_lists_of_older_rules_are_told_and_renewed(library: Context) -> None:
    assert behind(library.store, 2) == []
    assert behind(library.store, 99) == [1]
    with begin(library.store, "import", NOW, TODAY) as action:
        changed = {"identity": "https://new.org/", "canonical_url": "https://new.org/"}
        renew(action, [1], 99, {1: changed})
    assert behind(library.store, 99) == []
    first = with_links(library.store)[0]
    assert first == WithLink(1, "https://new.org/", first.url, "https://new.org/", edited=False)


def test_a_link_that_the_person_changed_is_told(library: Context) -> None:
    with begin(library.store, "edit", NOW, TODAY) as action:
        action.update("resource", 1, {"edited": "title url"})
    assert [link.edited for link in with_links(library.store)[:2]] == [True, False]
