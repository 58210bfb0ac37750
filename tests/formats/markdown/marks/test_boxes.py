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
    ],
)
def test_a_word_after_a_book_says_how_far_it_is_read(text: str, title: str, box: str) -> None:
    (item,) = parse(text, options=ReadOptions(plain=True)).items
    assert (item.title, state(item)) == (title, box)


def test_what_explains_a_sign_is_no_reading() -> None:
    text = "✅ = done\n\n✔：阅读完成\n\n- ✅ [One](http://a)"
    assert [item.title for item in parse(text).items] == ["One"]


def test_a_letter_is_a_sign_where_other_boxes_are() -> None:
    text = "- [V] [One](http://a/1)\n1. [O] Two\n"
    assert [state(item) for item in parse(f"{text}- [ ] Three").items] == [
        "read",
        "unread",
        "unread",
    ]
    assert [item.title for item in parse(text).items] == ["One"]
