"""A form that most titles of a list have beside them is no part of any title."""

import pytest

from recall.domain.library.catalog import ReadOptions
from recall.formats.markdown.reader import parse


def titles(*lines: str) -> list[str]:
    text = "\n".join(
        f"- {line}".replace("URL", f"https://ex.com/{at}") for at, line in enumerate(lines)
    )
    return [item.title for item in parse(text).items]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (("[Oaks (1879)](URL)", "[Elms (1905)](URL)", "[Nets (c. 1940)](URL)"), 3 * ["short"]),
        (("Oaks (1879) [a](URL)", "Elms (1905) [b](URL)", "Nets (1940) [c](URL)"), 3 * ["short"]),
        (("1965 Oaks [a](URL)", "1968 Elms [b](URL)", "2004? Nets [c](URL)"), 3 * ["short"]),
        (("[MIT/edX] Oaks URL", "[Coursera] Elms URL", "[MIT] Nets URL"), 3 * ["short"]),
        (
            (
                "[Acme / Oaks in the wood](URL)",
                "[Bolt / Elms](URL)",
                "[Cog / Nets in water](URL)",
                "[Dot / Law for all](URL)",
                "[Acme / The Lives of Elms](URL)",
            ),
            ["Oaks in the wood", "Elms", "Nets in water", "Law for all", "The Lives of Elms"],
        ),
        (
            (
                "**Ann Lee** – Oaks – OSDI 2011 – (1:01) – URL",
                "**Bob Ray** – Elms – CUSEC 2012 – (54 min) – URL",
                '**Tom Gilb** – "Nets" – OSDI 2012 – (45 min) – URL',
            ),
            3 * ["short"],
        ),
        (
            ("[Oaks, 2017, ICML](URL)", "[Elms, 2019, Ann Lee](URL)", "[Nets, 2020, NIPS](URL)"),
            3 * ["short"],
        ),
        (
            (
                "[Oaks - Ann Lee at OakConf 2014](URL)",
                "[Elms - Tom Gilb at ElmConf 2015](URL)",
                "[Nets - Bob Ray at NetConf 2013](URL)",
            ),
            3 * ["short"],
        ),
        # A few years, a series and a subtitle are parts of titles.
        (
            ("[Oaks (1879)](URL)", "[Elms](URL)", "[Nets](URL)"),
            ["Oaks (1879)", "Elms", "Nets"],
        ),
        (
            ("[【木】Oaks](URL)", "[【木】Elms](URL)", "[【木】Nets](URL)"),
            ["【木】Oaks", "【木】Elms", "【木】Nets"],
        ),
        (
            ("[Oaks | A Life](URL)", "[Elms | A Story](URL)", "[Nets | A Guide](URL)"),
            ["Oaks | A Life", "Elms | A Story", "Nets | A Guide"],
        ),
    ],
    ids=range(11),
)
def test_a_form_of_most_lines_is_left_out(lines: tuple[str, ...], expected: list[str]) -> None:
    short = ["Oaks", "Elms", "Nets"]
    assert titles(*lines) == (short if expected[0] == "short" else expected)


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("**Lee, Ann**, On Oaks, A Press 2007 ([shop](URL)) - for show", "On Oaks"),
        ("**813.54 DIL** Dillard, Annie: On Oaks, A Press 2007 [pdf](URL)", "On Oaks"),
        ("**Lee (1954)** – « On Oaks », *Word* 10. → URL", "On Oaks"),
        ("Lee, A. M. and Ray, B. ([1967](URL)). On oaks of old. J. Trees", "On oaks of old"),
        ("[1] A. Lee, B. Ray, *On oaks?*, [Phys. Rev. **47**, 777 (1935)](URL).", "On oaks?"),
        ("Lee, Ann: *Oaks*. A Press, 2008. [pdf](URL)", "Oaks"),
        ("Ли А. и др. О дубах: теория — [ссылка](URL)", "О дубах: теория"),
        ("Ann Lee, Bob Ray et Cy Poe, *Oaks of old time*, 2019, chap. 1 ([lien](URL))",
         "Oaks of old time"),
        ("**[NIPS 2017]** On Oaks [[paper]](URL)", "On Oaks"),
        ("2001: Oaks Made Simple ([pdf](URL))", "Oaks Made Simple"),
        ("1978 CACM: On Oaks ([pdf](URL))", "On Oaks"),
        ("⏳ On Oaks URL", "On Oaks"),
        ("On Oaks 40h URL", "On Oaks"),
        ("[« On oaks »](URL), 1748", "On oaks"),
        ("Growing Oaks by Latent Imagination [pdf](URL)", "Growing Oaks by Latent Imagination"),
    ],
)  # fmt: skip
def test_an_author_or_a_mark_beside_a_title_is_left_out(line: str, title: str) -> None:
    assert titles(line) == [title]


@pytest.mark.parametrize(
    "lines",
    [
        ("[ ] Dune (1984)", "[ ] Dune (2021)", "[ ] Stalker (1979)"),
        ("[ ] 2021 Letter to all", "[ ] 2022 Letter to all", "[ ] 2023 Letter to all"),
        ("[ ] 三体 （地球往事）", "[ ] 三体 （黑暗森林）", "[ ] 活着"),
        ("[Lives - Karl Marx](URL)", "[Lives - Ann Lee](URL)", "[Oaks - Tom Gilb](URL)"),
        ("[John Adams: A Life](URL)", "[Rosa Parks: My Story](URL)", "[Ann Lee: His Life](URL)"),
        ("[John Wick: Chapter 2](URL)", "[Ann Lee: Part 3](URL)", "[Tom Gilb: Book 1](URL)"),
        ("[1491: New Oaks](URL)", "[1914: A War](URL)", "[1848: Year of Elms](URL)"),
        ("[Bird by Bird](URL)", "[Surprised by Joy](URL)", "[Walden](URL)", "[Oaks](URL)"),
        ("[李白——诗仙的一生](URL)", "[杜甫——诗圣的一生](URL)", "[王安石——改革](URL)"),
        ("[Das Leben von Karl Marx](URL)", "[Die Briefe von Rosa Lee](URL)", "[Oaks von Ann](URL)"),
        ("[Ann Lee, Interview](URL)", "[Tom Gilb, Interview](URL)", "[Karl Marx, Interview](URL)"),
    ],
)  # fmt: skip
def test_what_tells_works_apart_is_a_part_of_their_titles(lines: tuple[str, ...]) -> None:
    expected = [line.removeprefix("[ ] ").replace("](URL)", "").lstrip() for line in lines]
    whole = [
        title[1:] if "URL" in line else title for title, line in zip(expected, lines, strict=True)
    ]
    assert titles(*lines) == whole


def test_words_set_apart_inside_of_sentences_are_no_titles() -> None:
    text = (
        "- Why *Ulysses* still matters\n- On *Middlemarch* and its readers\n- How *Hamlet* ends\n"
    )
    found = parse(text, options=ReadOptions(plain=True)).items
    assert [item.title for item in found] == [
        "Why Ulysses still matters",
        "On Middlemarch and its readers",
        "How Hamlet ends",
    ]
