"""Checkboxes: read, begun, dropped, not read, and what only looks like one."""

import pytest

from recall.domain.library.catalog import Item, ReadOptions
from recall.formats.markdown.reader import parse


def state(item: Item) -> str:
    told = {"read": item.checked, "begun": item.begun, "dropped": item.dropped}
    return " ".join(name for name, is_true in told.items() if is_true) or "unread"


@pytest.mark.parametrize(
    ("text", "title", "box"),
    [
        ("- [x] [One](http://a)", "One", "read"),
        ("- [X] [One](http://a)", "One", "read"),
        ("- [ x ] [One](http://a)", "One", "read"),
        ("- [√] [One](http://a)", "One", "read"),
        ("- 【x】[One](http://a)", "One", "read"),
        ("- [x][One](http://a)", "One", "read"),
        ("- [ ] [One](http://a)", "One", "unread"),
        ("- [] [One](http://a)", "One", "unread"),
        ("- [-] [One](http://a)", "One", "dropped"),
        ("- [~] [One](http://a)", "One", "dropped"),
        ("- [/] [One](http://a)", "One", "begun"),
        ("- [>] [One](http://a)", "One", "unread"),
        ("- [<] [One](http://a)", "One", "unread"),
        ("- [!] [One](http://a)", "One", "unread"),
        ("- [?] [One](http://a)", "One", "unread"),
        ("- [*] [One](http://a)", "One", "unread"),
        ('- ["] [One](http://a)', "One", "unread"),
        ("- [>] One", "One", "unread"),
        ("- [*] Star u", "Star u", "unread"),
        ("- [!] Deep *Work*", "Deep Work", "unread"),
        ("- [-] Dune", "Dune", "dropped"),
        ("- [/] Dune", "Dune", "begun"),
        ("- [ ]《Dune》", "《Dune》", "unread"),
        ("- ✅ [One](http://a)", "One", "read"),
        ("- ⬜ [One](http://a)", "One", "unread"),
        ("- DONE [One](http://a)", "One", "read"),
        ("- TODO [One](http://a)", "One", "unread"),
        ("- DOING [One](http://a)", "One", "begun"),
        ("- CANCELED Dune", "Dune", "dropped"),
        ("- DONE Dune", "Dune", "read"),
        ("# L\n## DONE [One](http://a)", "One", "read"),
        ("- ~~[One](http://a)~~", "One", "dropped"),
        ("- [~~One~~](http://a)", "One", "dropped"),
        ("- <del>[One](http://a)</del>", "One", "dropped"),
        ("- [ ] ~~[One](http://a)~~", "One", "dropped"),
        ("- [ ] ~~[One](http://a)~~ too long", "One", "dropped"),
        ("- [ ] ~~Dune~~", "Dune", "dropped"),
        ("- [x] ~~[One](http://a)~~", "One", "read"),
        ("- [ ] [One ~~and~~ two](http://a)", "One and two", "unread"),
        ("- [ ] Dune ~~and more~~", "Dune and more", "unread"),
        ("- **[X] Marks** [the spot](http://a)", "the spot", "unread"),
        ("- [7] [One](http://a)", "One", "unread"),
        ("- [Done](http://a)", "Done", "unread"),
        ("- DONEGAL [One](http://a)", "One", "unread"),
        ("- [One](http://a) ✅", "One", "read"),
        ("- [One](http://a) √", "One", "read"),
        ("- [ ] ==《Dune》==", "《Dune》", "unread"),
        ("- `✅ used` [One](http://a)", "One", "unread"),
        ("- [One](http://a)（未读，笔记见 [这里](http://b)）", "One", "unread"),
        ("- [One](http://a) - about nets. ✔️", "One", "read"),
        ("- Nets ✅\n  - [One](http://a)", "One", "read"),
        ("- [ ] [One](http://a) ✅", "One", "unread"),
        ("- [One](http://a) ✅ open source", "One", "unread"),
        ("- [One✅](http://a)", "One✅", "unread"),
        ("- [One](http://a) (read)", "One", "read"),
        ("- [One](http://a) **READ**", "One", "read"),
        ("- [One](http://a) DONE", "One", "read"),
        ("- [One](http://a) MUST READ", "One", "unread"),
        ("- [One](http://a) TO READ", "One", "unread"),
        ("- [One](http://a) — Ann Lee (прочитано)", "One", "read"),
        ("- [一本书](http://a)（已读）", "一本书", "read"),
        ("- [一本书](http://a) 已看完", "一本书", "read"),
        ("- [一本书](http://a)(已完成)", "一本书", "read"),
        ("- [一冊の本](http://a) 読了", "一冊の本", "read"),
        ("- [One](http://a) (must read)", "One", "unread"),
        ("- [One](http://a) a good read", "One", "unread"),
        ("- [ ] [One](http://a) (read)", "One", "unread"),
        ("- [One](http://a) [ x ]", "One", "read"),
        ("- _Dune_ [x]", "Dune", "read"),
        ("- Dune [ ]", "Dune", "unread"),
        ("- **[x]** [One](http://a)", "One", "read"),
        ("- `[x]` [One](http://a)", "One", "read"),
        ("- 【已读】[一本书](http://a)", "一本书", "read"),
        ("- [完成] [一本书](http://a)", "一本书", "read"),
        ("- （在读）[一本书](http://a)", "一本书", "begun"),
        ("- 【未读】[一本书](http://a)", "一本书", "unread"),
        ("- [一本书](http://a) 【已读】", "一本书", "read"),
        ("- [done] Dune", "Dune", "read"),
        ("- done: [One](http://a)", "One", "read"),
        ("- wip: Dune", "Dune", "begun"),
        ("- 已读：《一本书》", "《一本书》", "read"),
        ("- Todo: 《1984》", "《1984》", "unread"),
        ("- 待读: 23篇\n- 已完成：12\n- [One](http://a)", "One", "unread"),
        ("- [✅ One](http://a)", "One", "read"),
        ("- [One](http://a)\n  - Done: 2024-05-01", "One", "read"),
        ("- [One](http://a)\n  - done: May 3", "One", "unread"),
        ("# L\n## [x] Dune", "Dune", "read"),
        ("# L\n## [x] Dune\n- [豆瓣](http://a)", "Dune", "read"),
        ("# L\n## [ ] Dune\nWords about it.", "Dune", "unread"),
        ("# L\n## [x] Week\n- [One](http://a)", "One", "read"),
        ('# L\n## <span class="org-todo done DONE">DONE</span> Dune', "Dune", "read"),
        ('- <input type="checkbox" checked> [One](http://a)', "One", "read"),
        ("- <INPUT type=checkbox disabled> [One](http://a)", "One", "unread"),
        ("| | A |\n|-|-|\n| - [x] | [One](http://a) |", "One", "read"),
    ],
)
def test_a_box_says_what_the_person_did(text: str, title: str, box: str) -> None:
    (item,) = parse(text).items
    assert (item.title, state(item)) == (title, box)


@pytest.mark.parametrize(
    ("parent", "boxes"),
    [
        ("x", ["read", "unread", "read"]),
        ("-", ["dropped", "dropped", "read"]),
        ("/", ["unread", "unread", "read"]),
        (" ", ["unread", "unread", "read"]),
    ],
)
def test_a_box_holds_for_what_stands_below_it(parent: str, boxes: list[str]) -> None:
    text = f"- [{parent}] Week\n  - [One](http://a/1)\n  - [ ] [Two](http://a/2)\n  - [x] [Three](http://a/3)"
    assert [state(item) for item in parse(text).items] == boxes


@pytest.mark.parametrize(
    ("beside", "titles"),
    [
        ("- [ ] Elms", ["Oaks", "One", "Elms"]),
        ("- [ ] [Elms](http://a/2)", ["One", "Elms"]),
    ],
)
def test_a_box_over_one_link_is_a_work_among_boxes_without_links(
    beside: str, titles: list[str]
) -> None:
    found = parse(f"- [x] Oaks\n  - [One](http://a/1)\n{beside}").items
    assert [(item.title, item.checked) for item in found] == [
        (title, title != "Elms") for title in titles
    ]


def test_a_struck_parent_drops_what_stands_below_it() -> None:
    text = "- ~~Week~~\n  - [ ] [One](http://a/1)\n  - [x] [Two](http://a/2)"
    assert [state(item) for item in parse(text).items] == ["dropped", "read"]


def test_a_heading_is_not_taken_for_a_task() -> None:
    found = parse("## TODO\n- [One](http://a/1)\n## DONE it\n- [Two](http://a/2)")
    assert found.sections == (("TODO",), ("DONE it",))


@pytest.mark.parametrize(
    ("text", "title", "box"),
    [
        ("- 《Dune》 done", "《Dune》", "read"),
        ("- 《Dune》 完成", "《Dune》", "read"),
        ("- ==《Dune》== done", "《Dune》", "read"),
        ("- 《Dune》ing", "《Dune》", "begun"),
        ("- 《Dune》 todo", "《Dune》", "unread"),
        ("- Getting things done", "Getting things done", "unread"),
        ("- Dune √", "Dune", "read"),
        ("- *Dune* by Ann Lee (finished Jan 9)", "Dune", "read"),
        ("- Dune (in progress, 40%)", "Dune", "begun"),
        ("- 《Dune》，一家出版社（读到第 3 章）", "《Dune》", "begun"),
        ("- Dune (DNF)", "Dune", "dropped"),
        ("- Dune 在看", "Dune", "begun"),
        ("- Dune 弃了", "Dune", "dropped"),
        ("- Dune (read aloud)", "Dune (read aloud)", "unread"),
        ("- [[Dune]] status:: read", "Dune", "read"),
        ("- [Dune](http://a) [status:: reading]", "Dune", "begun"),
        ("- [Dune](http://a) status:: unknown", "Dune", "unread"),
    ],
)
def test_a_word_after_a_book_says_how_far_it_is_read(text: str, title: str, box: str) -> None:
    (item,) = parse(text, options=ReadOptions(plain=True)).items
    assert (item.title, state(item)) == (title, box)


def test_what_explains_a_sign_is_no_reading() -> None:
    text = "✅ = done\n\n✔：阅读完成\n\n- ✅ [One](http://a)"
    assert [item.title for item in parse(text).items] == ["One"]


@pytest.mark.parametrize("box", ["- [ ] [Two](http://a/2)", "- ✅ [Two](http://a/2)"])
def test_a_sign_of_work_is_a_box_where_other_boxes_are(box: str) -> None:
    text = "- 🚧 [One](http://a/1)\n"
    assert next(state(item) for item in parse(f"{text}{box}").items) == "begun"
    assert next(state(item) for item in parse(f"{text}- [Two](http://a/2)").items) == "unread"
    waits = text.replace("🚧", "⏳")
    assert next(state(item) for item in parse(f"{waits}{box}").items) == "begun"
    assert next(state(item) for item in parse(f"{waits}{box}\n- 🚧 Dune").items) == "unread"


def test_round_brackets_are_boxes_where_some_are_empty() -> None:
    text = "- (x) [One](http://a/1)\n"
    assert [state(item) for item in parse(f"{text}- ( ) Dune").items] == ["read", "unread"]
    assert [item.title for item in parse(text).items] == ["One"]


def test_a_letter_is_a_sign_where_other_boxes_are() -> None:
    text = "- [V] [One](http://a/1)\n1. [O] Two\n"
    assert [state(item) for item in parse(f"{text}- [ ] Three").items] == [
        "read",
        "unread",
        "unread",
    ]
    assert [item.title for item in parse(text).items] == ["One"]
