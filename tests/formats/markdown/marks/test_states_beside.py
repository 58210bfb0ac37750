"""States in words or signs beside a link, and logs that begin with a day and a verb."""

import pytest

from recall.domain.library.catalog import Item
from recall.formats.markdown.reader import parse


def told(item: Item) -> str:
    sign = "x" if item.checked else "/" if item.begun else "-" if item.dropped else " "
    return f"[{sign}] {item.title}: {item.description}"


@pytest.mark.parametrize(
    ("line", "item"),
    [
        ("[Oaks](http://a) – done, twice", "[x] Oaks: twice"),
        ("[Oaks](http://a) gelezen, leuk!!", "[x] Oaks: leuk!!"),
        ("[Oaks](http://a) :heavy_check_mark: gelesen", "[x] Oaks: None"),
        ("[Oaks](http://a), ISCA 2017 -- letto, da capo", "[x] Oaks: ISCA 2017 – da capo"),
        ("[Oaks](http://a) bezig, blz. 80", "[/] Oaks: blz. 80"),
        ("[Oaks](http://a) - 읽는 중", "[/] Oaks: None"),
        ("[Oaks](http://a) — abgebrochen (zu lang)", "[-] Oaks: (zu lang)"),
        ("[Oaks](http://a) - not yet", "[ ] Oaks: not yet"),
        ("[Oaks](http://a) - read, then rest", "[ ] Oaks: read, then rest"),
        ("[Oaks](http://a) - reading notes", "[ ] Oaks: reading notes"),
        ("[Oaks](http://a) finished off in 1901", "[ ] Oaks: finished off in 1901"),
        ("[Oaks](http://a) ✅ best of all", "[ ] Oaks: ✅ best of all"),
        ("**Oaks** (in progress) — [pdf](http://a)", "[/] Oaks: None"),
        ("**Oaks**, Ann Lee (finished): [pdf](http://a)", "[x] Oaks: Ann Lee"),
        ("**Oaks** (2019) — [pdf](http://a)", "[ ] Oaks (2019): None"),
        ("**Oaks** (done)", ""),
        ("[x] [Oaks](http://a) – bezig, blz. 80", "[x] Oaks: bezig, blz. 80"),
        ("2024-03-15 在读 [《橡树》](http://a)，某人", "[/] 《橡树》: 某人"),
        ("2024-01-03 started [Oaks](http://a)", "[/] Oaks: None"),
        ("Jan 7 gave up on [Oaks](http://a)", "[-] Oaks: None"),
        ("1.2.2024 beendet: [Oaks](http://a)", "[x] Oaks: None"),
        ("2024-05-01 planted [Oaks](http://a)", "[ ] Oaks: None"),
        ("2024-05-01 read [Oaks](http://a)", "[ ] Oaks: None"),
    ],
)
def test_a_state_beside_a_link(line: str, item: str) -> None:
    found = parse(f"- {line}\n- [Elms](http://b)").items
    assert [*map(told, found)] == [*filter(None, [item, "[ ] Elms: None"])]


def test_a_log_tells_the_day_of_reading() -> None:
    (item,) = parse("- 2024-01-03 finished [Oaks](http://a)").items
    assert (item.checked, item.read_on) == (True, "2024-01-03")


def test_a_sign_that_others_have_may_have_words_behind_it() -> None:
    text = (
        "- [Oaks](http://a) – an hour long – ✅ twice\n- [Elms](http://b) – ✅\n- [Figs](http://c)"
    )
    found = [*map(told, parse(text).items)]
    assert found == ["[x] Oaks: an hour long – twice", "[x] Elms: None", "[ ] Figs: None"]


def test_lines_of_a_paragraph_have_states_of_their_own() -> None:
    text = (
        "# Trees\n\n(A) Lee et al., [Oaks of the north](http://a), 2017 -- letto, bello\n"
        "(B) Lee et al., [Elms of the north](http://b), 2018"
    )
    assert [item.checked for item in parse(text).items] == [True, False]
    assert not parse("I read\nof [Oaks](http://a) - done").items[0].checked
