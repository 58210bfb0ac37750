"""Paragraphs after a work: what they link to is of that work, or they name works of their own."""

import pytest

from recall.formats.markdown.reader import parse
from testing.lists.marked_links import told, written

CASES = {
    "a pointer inside of a sentence": (
        "1、[A Fine Page](PAGE)\n\n它很好。你可以在 [GitHub](REPO) 找到它的一部分。",
        ["A Fine Page > PAGE | code GitHub REPO"],
    ),
    "a pointer inside of an English sentence": (
        "[A Fine Page](PAGE)\n\nIt is fine. You can find it on [GitHub](REPO) as well.",
        ["A Fine Page > PAGE | code GitHub REPO"],
    ),
    "a label and an address": (
        "About [A Fine Page](PAGE)\n\nReference：REPO\n\n**Another** Page\n[link](OTHER)",
        ["A Fine Page > PAGE | code  REPO", "Another Page > OTHER"],
    ),
    "where it was found": (
        "**[A Fine Page](PAGE)** (ex.com)\nIt is fine. Via [Lobsters](https://lobste.rs/s/a)",
        ["A Fine Page > PAGE | discussion Lobsters https://lobste.rs/s/a"],
    ),
    "another form of it": (
        "[A Fine Page](PAGE)\nAnn Lee; free as [PDF](OTHER).",
        ["A Fine Page > PAGE | paper PDF OTHER"],
    ),
    "a card and words about it": (
        "### A Fine Page\n- **Link**: PAGE\n- **Year**: 2004\n\nIt is fine, as [Lee](OTHER) says.",
        ["A Fine Page > PAGE | page Lee OTHER"],
    ),
    "how a letter ends": (
        "- [A Fine Page](PAGE)\n\nYou get this from [us](OTHER). [Unsubscribe](THIRD)",
        ["A Fine Page > PAGE"],
    ),
    "a library that has it": (
        "[A Fine Book](PAGE)\n\n[JSTOR link](OTHER)\n\n[A Fine Tree](REPO)\n\n[JSTOR](THIRD)",
        ["A Fine Book > PAGE | page JSTOR link OTHER", "A Fine Tree > REPO | page JSTOR THIRD"],
    ),
    "the name of a site": (
        "[A Fine Page](PAGE)\n\n[Mock.js](http://mockjs.com/x.html)",
        ["A Fine Page > PAGE", "Mock.js > http://mockjs.com/x.html"],
    ),
    "a main site": (
        "- [A Fine Page](PAGE), [main site](OTHER)",
        ["A Fine Page > PAGE | page main site OTHER"],
    ),
    "what a post says of the heading": (
        "#### A Fine Paper\n\n[This post](PAGE) explains it with pictures.",
        ["A Fine Paper > PAGE"],
    ),
    "a remark after an address": (
        "- PAGE (not as easy as others)\n- OTHER (A Fine Page)",
        ["ex.com/page > PAGE", "A Fine Page > OTHER"],
    ),
    "links without a text under a heading": (
        "## Trees\n\n[](PAGE)\n\n[](OTHER)",
        ["ex.com/page > PAGE", "ex.com/other > OTHER"],
    ),
    "et. al.": (
        "- A. Lee, et. al., Fine Trees, Nature, 2015. [[pdf]](PAGE)",
        ["Fine Trees > PAGE"],
    ),
    "a quote": (
        "[A Fine Page](PAGE)\n> It is fine, as [Lee](OTHER) says.\n\n> [Another](THIRD)",
        ["A Fine Page > PAGE | page Lee OTHER", "Another > THIRD"],
    ),
    "who sent it in": (
        "1、[A Fine Page](PAGE)\n\n它很好。（@[ann](https://github.com/a/b/issues/3) 投稿）",
        ["A Fine Page > PAGE"],
    ),
    "a discussion under the heading": (
        "# A list\n\n## Trees\n\n### A Fine Page\n\n<PAGE>\n\n<THREAD>\n",
        ["A Fine Page > PAGE | discussion  THREAD"],
    ),
    "citations": (
        '**[1]** Lee, Ann. "**A Fine Paper**." Nature. (2015). [[pdf]](PAGE) **(Good)** :star:\n\n'
        '**[2]** Ray, Bob. "**Another**." Proc. of X. (2006). [[pdf]](OTHER)**(Fine)** :star:',
        ["A Fine Paper > PAGE", "Another > OTHER"],
    ),
    "a sentence in Chinese about it": (
        "1、[A Fine Book](PAGE)（英文）\n\n写得很好。[HN 上的讨论](THREAD)也值得一看。",
        ["A Fine Book > PAGE | discussion HN 上的讨论 THREAD"],
    ),
    "a sentence about its discussion": (
        "[A Fine Book](PAGE)\n\nIt is very fine. [The discussion](THREAD) is good as well.",
        ["A Fine Book > PAGE | discussion The discussion THREAD"],
    ),
    "papers by their authors": (
        "A Fine Paper. [pdf](PAGE) by Ann Lee\n\nAnother Fine One. [pdf](OTHER) by Bob Ray",
        ["A Fine Paper > PAGE", "Another Fine One > OTHER"],
    ),
}


@pytest.mark.parametrize(("text", "items"), CASES.values(), ids=CASES)
def test_a_paragraph_after_a_work(text: str, items: list[str]) -> None:
    assert told(parse(written(text))) == items


def test_a_heading_that_is_a_title_names_no_section() -> None:
    found = parse("# A list\n\n## Trees\n\n### A Fine Page\n\n<https://ex.com/1>\n")
    assert [(item.title, item.section) for item in found.items] == [
        ("A Fine Page", ("A list", "Trees"))
    ]


WRAPPED = {
    "a short line that goes on": (
        "- A fine paper on the\n  Trees of the World [pdf](PAGE)",
        "A fine paper on the Trees of the World",
    ),
    "a line that goes on in lower case": (
        "- A fine paper whose title\n  goes on here [pdf](PAGE)",
        "A fine paper whose title goes on here",
    ),
    "authors below a long title": (
        "- A fine paper whose title is longer than sixty columns, as they are\n"
        "  Ann Lee, Bob Ray, Cy Poe\n  [pdf](PAGE)",
        "A fine paper whose title is longer than sixty columns, as they are",
    ),
    "a question and its answer": ("- What is a tree?\n  ans: [page](PAGE)", "What is a tree?"),
    "a year before the title": (
        "- Lee, Ann, and Bob Ray. 2024. _Trees: Old and New_. Press. [page](PAGE)",
        "Trees: Old and New",
    ),
    "tags in brackets": ("- [CNN][Paper] A Fine Paper, [pdf](PAGE)", "A Fine Paper"),
    "a comma after a label": (
        "- [arXiv Paper Repository](PAGE) ，arXiv 是一个网站",
        "arXiv Paper Repository",
    ),
    "authors before a dash in a heading": (
        "### 3. Lee et al. — A Fine Paper\n- **PDF:** PAGE",
        "A Fine Paper",
    ),
    "a lonely quotation mark": ('- [A Fine Talk" by Ann Lee (2018)](PAGE)', "A Fine Talk"),
    "a bold title by somebody": (
        "**A Fine Book** by Ann Lee\n\n- It is good\n- [Amazon link](PAGE)",
        "A Fine Book",
    ),
    "a video in a frame": (
        'Words\n\nA Fine Talk\n\n<iframe src="PAGE" width="8"></iframe>',
        "A Fine Talk",
    ),
    "an edition online": ("- [A Fine Page](PAGE)\n  - [在线版](OTHER)", "A Fine Page"),
    "where else it is": (
        "- [A Fine Page](PAGE)\n  - 免费，自定进度. 全文可作为 [gitbook](OTHER).",
        "A Fine Page",
    ),
    "a citation with a title in quotes": (
        '- [Lee, Ann, Bob Ray, and Cy Poe. "Fine trees." *Trees* 75, no. 3 (2020): 1-5.](PAGE)',
        "Fine trees",
    ),
    "who taught it": (
        "- A fine course on oaks,\n  taught by Aaron Lee:\n  PAGE",
        "A fine course on oaks",
    ),
    "what to do with it": ("- [x] Finish [the official book](PAGE) in time;", "the official book"),
    "a month": ("- Apr: A fine book - Ann Lee [page](PAGE)", "A fine book"),
    "classes of a site": ("- { .lg .middle } A Fine Page [page](PAGE)", "A Fine Page"),
    "attributes of a site": (
        '- A Fine Page [pdf](PAGE){:target="_blank"}{:rel="noopener"}, by [X](OTHER){:.x}',
        "A Fine Page",
    ),
    "the code of a sign": ("- :fine-tree:{ .lg } __[Fine Oak](PAGE)__ | 树", "Fine Oak"),
    "braces that are no attributes": ("- Fine {:a 1} maps [page](PAGE)", "Fine {:a 1} maps"),
}


@pytest.mark.parametrize(("text", "title"), WRAPPED.values(), ids=WRAPPED)
def test_the_title_before_a_pointer(text: str, title: str) -> None:
    assert [item.title for item in parse(written(text)).items] == [title]


SEEN = {
    "see": "- [A Tool](PAGE). See [A Fine Guide](OTHER) and [A Good Guide](THIRD) for more.",
    "compare": "- [A Tool](PAGE), compare [A Fine Guide](OTHER) and [A Good Guide](THIRD)",
}


@pytest.mark.parametrize("text", SEEN.values(), ids=SEEN)
def test_what_one_may_see_as_well_is_a_further_link(text: str) -> None:
    assert told(parse(written(text))) == [
        "A Tool > PAGE | page A Fine Guide OTHER | page A Good Guide THIRD"
    ]


BOXED = {
    "pointers": (
        "- [ ] A Fine Talk\n  - [Video](VIDEO)\n  - [Resources](PAGE)",
        ["A Fine Talk > VIDEO | page Resources PAGE"],
    ),
    "pointers with a language": (
        "- [ ] [A Fine Book](PAGE)\n  - [GitHub repository(R)](REPO)",
        ["A Fine Book > PAGE | code GitHub repository(R) REPO"],
    ),
    "parts": ("- [ ] A Course\n  - [A](PAGE)\n  - [B](OTHER)", ["A > PAGE", "B > OTHER"]),
}


@pytest.mark.parametrize(("text", "items"), BOXED.values(), ids=BOXED)
def test_bullets_under_a_box(text: str, items: list[str]) -> None:
    assert told(parse(written(text))) == items
