"""Importing the person's own list, and then edited copies of it."""

from pathlib import Path

import pytest

from recall.domain.library.card import Rating
from recall.domain.library.catalog import ReadOptions
from recall.domain.library.timing.pace import Pace
from recall.storage.tables import lists, log
from recall.usecases.context import Context
from recall.usecases.lists.importing import import_catalog
from recall.usecases.lists.reading_files import read_list
from recall.usecases.lists.report import Report
from recall.usecases.lists.which_list import Source
from recall.usecases.planning.today import today
from recall.usecases.rating.grading import Grade, grade
from recall.usecases.resources.changing import Edit, edit
from recall.usecases.upkeep.checking import doctor
from testing.checkout import READING_LIST as LIST
from testing.commands.shown import shown
from testing.databases.tables import dump
from testing.libraries.factories import TODAY, catalog, entry, everything, titled
from testing.libraries.planned_days import titles, titles_anew
from testing.lists.own_list import PEFT, TEXT, take, take_text, with_own_list
from testing.lists.reports import counts

VLLM_DOCS = "- [ ] **[VLLM官方文档](https://docs.vllm.ai/en/latest/)**\n\n"
WORD2VEC = "https://zhuanlan.zhihu.com/p/32829048"
LONGEST_DAY = 45


@pytest.fixture
def mine(empty: Context, tmp_path: Path) -> Context:
    return with_own_list(empty, tmp_path)


def places(context: Context) -> int:
    return len(dump(context.store)["place"])


def replaced(old: str, new: str) -> str:
    assert TEXT.count(old) == 1
    return TEXT.replace(old, new)


def test_the_whole_list_comes_in(mine: Context) -> None:
    listed = read_list(LIST)
    found = everything(mine)
    assert (len(found), places(mine), len(listed.sections)) == (82, 83, 16)
    assert [one.status for one in found].count("read") == 20
    assert [one.status for one in found].count("unread") == 62
    assert [one.title for one in found] == [entry.title for entry in listed.entries]
    assert doctor(mine) == []


def test_what_was_read_on_no_known_day_has_no_review_and_is_spread(mine: Context) -> None:
    read = [one for one in everything(mine) if one.status == "read"]
    assert log.all_reviews(mine.store) == {}
    assert all(one.card.memory is None and one.card.due is not None for one in read)
    days: dict[object, int] = {}
    for one in read:
        days[one.card.due] = days.get(one.card.due, 0) + Pace().planned(one).revisit_minutes
    assert min(str(day) for day in days) == TODAY.isoformat()
    assert len(days) > 3
    assert max(days.values()) <= LONGEST_DAY / 2


def test_a_second_import_changes_nothing_and_is_no_action(mine: Context, tmp_path: Path) -> None:
    before = dump(mine.store)
    assert take_text(mine, tmp_path, TEXT) == Report(unchanged=82)
    assert dump(mine.store) == before


def test_a_dry_run_writes_nothing(mine: Context, tmp_path: Path) -> None:
    before = dump(mine.store)
    listed = read_list(LIST)._replace(entries=read_list(LIST).entries[:40])
    source = Source(listed, str(tmp_path / "reading-list.md"), dry_run=True)
    assert counts(import_catalog(mine, source)) == Report(unchanged=40, gone=42)
    elsewhere = Source(catalog(entry()), "/other.md", dry_run=True)
    assert counts(import_catalog(mine, elsewhere)) == Report(new=1)
    assert dump(mine.store) == before


def test_a_new_tick_means_read_and_is_no_review(mine: Context, tmp_path: Path) -> None:
    ticked = replaced(VLLM_DOCS, VLLM_DOCS.replace("[ ]", "[x]"))
    assert take_text(mine, tmp_path, ticked) == Report(updated=1, unchanged=81)
    docs = titled(mine, "VLLM官方文档")
    assert docs.status == "read"
    assert docs.card.due is not None
    assert docs.card.due > TODAY
    assert (docs.card.memory, log.reviews(mine.store, docs.id)) == (None, [])


def test_a_tick_taken_away_changes_nothing(mine: Context, tmp_path: Path) -> None:
    assert take_text(mine, tmp_path, TEXT.replace("[x]", "[ ]")) == Report(unchanged=82)


def test_a_new_title_is_taken_over_and_found(mine: Context, tmp_path: Path) -> None:
    before = titled(mine, "VLLM官方文档")
    take_text(mine, tmp_path, replaced("[VLLM官方文档]", "[vLLM documentation]"))
    after = titled(mine, "vLLM documentation")
    assert after.id == before.id
    assert [place.title for place in after.places] == ["vLLM documentation"]


def test_a_moved_line_is_one_change(mine: Context, tmp_path: Path) -> None:
    moved = replaced(VLLM_DOCS, "").replace("**VLLM**\n\n", f"**VLLM**\n\n{VLLM_DOCS}")
    assert take_text(mine, tmp_path, moved) == Report(updated=1, unchanged=81)
    titles = [one.title for one in everything(mine)]
    assert titles.index("VLLM官方文档") + 1 == titles.index("VLLM论文")


def test_a_moved_section_is_its_lines(mine: Context, tmp_path: Path) -> None:
    section = f"**PEFT**\n\n{PEFT}\n---\n\n"
    moved = replaced(section, "").replace("**VLLM**", f"{section}**VLLM**")
    assert take_text(mine, tmp_path, moved) == Report(updated=1, unchanged=81)
    titles = [one.title for one in everything(mine)]
    assert titles.index("LLM从0到1之PEFT") + 1 == titles.index("VLLM论文")


def test_a_renamed_section_is_a_change_of_all_its_lines(mine: Context, tmp_path: Path) -> None:
    report = take_text(mine, tmp_path, replaced("**升学**", "**Applications**"))
    assert report == Report(updated=1, unchanged=81)
    (opencs,) = [one for one in everything(mine) if "opencs" in (one.url or "")]
    assert opencs.places[0].section[-1] == "Applications"


def test_a_line_put_in_at_the_top_is_one_new_resource(mine: Context, tmp_path: Path) -> None:
    text = f"- [ ] [First of all](https://example.org/first)\n\n{TEXT}"
    assert take_text(mine, tmp_path, text) == Report(new=1, unchanged=82)
    titles = [one.title for one in everything(mine)]
    assert titles == ["First of all", *(entry.title for entry in read_list(LIST).entries)]
    assert take_text(mine, tmp_path, text) == Report(unchanged=83)


def test_a_line_taken_out_is_gone_but_nothing_of_it_is_lost(mine: Context, tmp_path: Path) -> None:
    paper = titled(mine, "VLLM论文")
    grade(mine, paper, Grade(Rating.GOOD, TODAY, note="Pages of keys and values"))
    line = "- [x] **[VLLM论文](https://arxiv.org/abs/2309.06180)**\n"
    assert take_text(mine, tmp_path, replaced(line, "")) == Report(unchanged=81, gone=1)
    gone = titled(mine, "VLLM论文")
    assert (gone.id, gone.gone, gone.note) == (paper.id, True, "Pages of keys and values")
    assert len(log.reviews(mine.store, gone.id)) == 1
    assert gone.places == paper.places


def test_what_is_gone_is_revisited_but_not_offered_for_reading(empty: Context) -> None:
    read, unread = entry("Read", read=True), entry("Unread")
    take(empty, catalog(read, unread, entry("Other")))
    take(empty, catalog(entry("Other")))
    assert titles(today(empty)) == ["Other", "Read"]


def test_a_line_put_back_is_no_longer_gone(mine: Context, tmp_path: Path) -> None:
    before = shown(mine)
    assert take_text(mine, tmp_path, replaced(VLLM_DOCS, "")).gone == 1
    assert take_text(mine, tmp_path, TEXT) == Report(updated=1, unchanged=81)
    assert shown(mine) == before


def test_another_url_under_another_title_is_another_resource(mine: Context, tmp_path: Path) -> None:
    text = replaced(VLLM_DOCS, "- [ ] **[A tale of two caches](https://vllm.example.org/)**\n\n")
    assert take_text(mine, tmp_path, text) == Report(new=1, unchanged=81, gone=1)


@pytest.mark.parametrize(
    "url",
    [
        "http://zhuanlan.zhihu.com/p/32829048",
        "https://zhuanlan.zhihu.com/p/32829048?utm_source=wechat&utm_id=0",
        "https://zhuanlan.zhihu.com/p/32829048/",
    ],
)
def test_the_same_url_in_another_spelling_is_the_same_resource(
    mine: Context, tmp_path: Path, url: str
) -> None:
    report = take_text(mine, tmp_path, replaced(f"({WORD2VEC})", f"({url})"))
    assert report == Report(updated=1, unchanged=81)
    assert titled(mine, "自然语言处理中N-Gram模型介绍").url == url


def test_a_renamed_file_is_an_edit(mine: Context, tmp_path: Path) -> None:
    (tmp_path / "reading-list.md").unlink()
    report = take_text(mine, tmp_path, replaced(VLLM_DOCS, ""), "copy.md")
    assert report == Report(unchanged=81, gone=1, edit_of=str(tmp_path / "reading-list.md"))
    assert len(lists.all_lists(mine.store)) == 1


def test_the_shipped_list_is_the_same_as_the_file_it_was_made_of(
    empty: Context, tmp_path: Path
) -> None:
    import_catalog(empty, Source(read_list(LIST), None, kind="init"))
    report = take_text(empty, tmp_path, TEXT)
    assert (report.unchanged, report.changes) == (82, False)


def test_a_list_has_no_say_in_a_question_or_in_what_is_read_once(empty: Context) -> None:
    take(empty, catalog(entry("A"), entry("B", read=True), entry("C")))
    edit(empty, titled(empty, "A"), Edit(question="Why?"))
    for title in ("B", "C"):
        edit(empty, titled(empty, title), Edit(once=True))
    ticked = catalog(*(entry(title, read=True) for title in ("New", "B", "C", "A")))
    take(empty, ticked)
    take(empty, catalog(entry("New"), entry("B"), entry("C"), entry("A")))
    found = {one.title: one for one in everything(empty)}
    assert found["A"].question == "Why?"
    assert [(found[title].once, found[title].card.due) for title in "BC"] == [(True, None)] * 2
    assert [found[title].once for title in ("New", "A")] == [False, False]
    assert doctor(empty) == []


def test_edits_by_hand_survive_the_next_import(mine: Context, tmp_path: Path) -> None:
    docs = titled(mine, "VLLM官方文档")
    edit(mine, docs, Edit(title="My docs", minutes=90, kind="book", series="vLLM", part=1))
    before = shown(mine)
    assert take_text(mine, tmp_path, TEXT) == Report(unchanged=82)
    assert shown(mine) == before


@pytest.mark.parametrize("later", ["https://docs.vllm.ai/en/latest/", "https://new.example.org/"])
def test_a_link_corrected_by_hand_is_still_the_same_resource(
    mine: Context, tmp_path: Path, later: str
) -> None:
    docs = titled(mine, "VLLM官方文档")
    edit(mine, docs, Edit(url="https://new.example.org/"))
    text = replaced("https://docs.vllm.ai/en/latest/", later)
    assert take_text(mine, tmp_path, text) == Report(unchanged=82)
    assert titled(mine, "VLLM官方文档").url == "https://new.example.org/"


def test_a_list_that_has_the_corrected_link_beside_the_old_one_has_two(empty: Context) -> None:
    old, new = entry("Old"), entry("New")
    take(empty, catalog(old))
    edit(empty, titled(empty, "Old"), Edit(url=new.url))
    assert take(empty, catalog(old, new)) == Report(new=1, unchanged=1)
    assert take(empty, catalog(new, entry("X"))) == Report(new=1, unchanged=1, gone=1)


def test_the_history_says_what_an_import_did(mine: Context) -> None:
    imported = log.history(mine.store, 1)[0]
    assert (imported.kind, imported.summary) == (
        "import",
        "reading-list.md: 82 new, 0 updated, 0 gone",
    )


def test_an_import_of_a_list_in_two_sections_keeps_both_places(mine: Context) -> None:
    (video,) = [one for one in everything(mine) if len(one.places) == 2]
    assert [place.title for place in video.places] == [
        "Transformer论文逐段精读",
        "李沐Transformer论文逐段精读",
    ]


def test_things_without_a_link_are_told_apart_by_section_and_title(empty: Context) -> None:
    here = entry("A book", None, section=("One",))
    there = entry("A book", None, section=("Two",))
    assert take(empty, catalog(here, there)) == Report(new=2)
    assert take(empty, catalog(here, there)) == Report(unchanged=2)


def test_a_long_import_says_what_it_is_doing(empty: Context) -> None:
    said: list[str] = []
    import_catalog(empty, Source(catalog(entry()), None), said.append)
    assert said == ["comparing with the library", "writing"]


def test_parts_that_are_gone_do_not_hold_the_next_one_back(empty: Context) -> None:
    parts = [entry(f"Part {number}", series="S", part=number) for number in (1, 2)]
    take(empty, catalog(*parts, entry("X"), entry("Y")))
    assert titles_anew(empty) == ["Part 1", "X", "Y"]
    take(empty, catalog(parts[1], entry("X"), entry("Y")))
    assert titles_anew(empty) == ["Part 2", "X", "Y"]


def test_parts_of_a_file_come_in_one_after_the_other(empty: Context, tmp_path: Path) -> None:
    path = tmp_path / "list.md"
    path.write_text("# A\n- [One of it](http://a/1)\n# B\n- [Two of it](http://a/2)\n")

    def take_sections(*names: str) -> Report:
        read = read_list(path, None, ReadOptions(sections=names))
        return import_catalog(empty, Source(read, str(path)))

    first = take_sections("A")
    assert (first.new, first.gone, first.sections, len(first.skipped)) == (1, 0, 1, 1)
    second = take_sections("B")
    assert (second.new, second.unchanged, second.gone) == (1, 1, 0)
    third = take_sections()
    assert (third.new, third.unchanged, third.gone) == (0, 2, 0)
