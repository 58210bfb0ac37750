"""The keys of forms that were done."""

from recall.web import sent_forms
from recall.web.sent_forms import SentForms


def test_only_the_latest_keys_are_kept_and_none_that_is_empty_or_endless() -> None:
    sent = SentForms()
    for key in ("first", "", "x" * 999):
        sent.note(key)
    assert [sent.has(key) for key in ("first", "", "x" * 999)] == [True, False, False]
    for number in range(sent_forms._MOST_KEPT):
        sent.note(str(number))
    assert (sent.has("first"), sent.has("0")) == (False, True)
