"""Times in links of videos."""

import pytest

from recall.formats.moments import identities, moment

WATCH = "https://www.youtube.com/watch?v=dQw4w9WgXcQ"


@pytest.mark.parametrize(
    ("url", "second"),
    [
        ("https://youtu.be/dQw4w9WgXcQ?t=60", 60),
        (f"{WATCH}&t=1m30s", 90),
        (f"{WATCH}&t=1h2m3s", 3723),
        (f"{WATCH}&start=12", 12),
        (f"{WATCH}#t=75", 75),
        ("https://www.bilibili.com/video/BV1pu411o7BE?t=12.5", 12),
        ("https://vimeo.com/1234567#t=30s", 30),
        (WATCH, None),
        (f"{WATCH}&t=0", None),
        (f"{WATCH}&t=soon", None),
        (f"{WATCH}&t={'9' * 30}", None),
        ("https://example.org/?t=60", None),
        ("https://[bad?t=60", None),
    ],
)
def test_the_second_at_which_a_link_begins(url: str, second: int | None) -> None:
    assert moment(url) == second


def test_the_identities_of_a_link_begin_with_the_narrowest() -> None:
    whole = "https://youtube.com/watch?v=dQw4w9WgXcQ"
    assert identities("https://youtu.be/dQw4w9WgXcQ?t=60") == [f"{whole}#t=60", whole]
    assert identities(WATCH) == [whole]
