"""The contract of delivery backends; each has a test of it."""

from contextlib import closing

from recall.domain.reminders.message import Delivered, Delivery, Message, Undelivered
from recall.notify.notifier import Notifier

MESSAGE = Message(
    "recall", "3 due · ~25 min · next: VLLM论文", "2027-01-01@09:00", (("review", "Start review"),)
)

HOSTILE = (
    Message("", "", ""),
    Message("--help", "-u critical", "-"),
    Message("\x1b]0;gone\x07 \ud800 \ufdd0", "a\0b\u202egnp.exe\r\nsecond\x9b31m", "s\0"),
    Message("<b>&amp;</b>'\"", "<img src='file:///etc/passwd'/> & <a href='x'>y", "<slot>"),
    Message("长" * 5000, "👩‍👩‍👧‍👦" * 5000, "slot" * 500, (("k" * 500, "标签" * 500),)),
    Message("'>, 'title': <'", '"; display dialog "x" & \\n $(id) `id`', "x"),
)

LONGEST = 500
"""The most characters of a reason or a hint."""


def check_delivers(notifier: Notifier) -> None:
    """Check the contract of a backend with a desktop."""
    with closing(notifier):
        _check_any(notifier)
        assert notifier.problem() is None
        for message in (MESSAGE, *HOSTILE):
            assert notifier.send(message) == Delivered(notifier.name), message


def check_reports(notifier: Notifier) -> None:
    """Check the contract of a backend without a desktop: it reports that and never raises."""
    with closing(notifier):
        _check_any(notifier)
        for message in (MESSAGE, HOSTILE[2]):
            check_failure(notifier.send(message), notifier.name)


def check_failure(delivery: Delivery | None, backend: str) -> None:
    """Check that a failure has a reason and a hint of one readable line each."""
    assert isinstance(delivery, Undelivered)
    assert delivery.backend == backend
    for text in (delivery.reason, delivery.hint):
        assert text, delivery
        assert text.isprintable(), delivery
        assert "Traceback" not in text, delivery
        assert len(text) <= LONGEST, delivery


def _check_any(notifier: Notifier) -> None:
    assert notifier.name
    first = notifier.problem()
    assert first == notifier.problem(), "asking changes something"
    if first is not None:
        check_failure(first, notifier.name)
    notifier.listen(_unexpected)


def _unexpected(message: Message, key: str) -> None:
    raise AssertionError(f"nobody clicked {key} on {message}")
