"""What the head of a column says, in the languages of the lists."""

import pytest

from recall.formats.markdown.tables.heads import ColumnRole, counts_hours, role_of_head


@pytest.mark.parametrize(
    ("head", "role"),
    [
        ("Title", "title"),
        ("Paper Title", "title"),
        ("标题", "title"),
        ("论文题目", "title"),
        ("Título", "title"),
        ("Paper", "work"),
        ("Course", "work"),
        ("Course/School", "work"),
        ("阅读情况", "status"),
        ("书名", "title"),
        ("课程内容", "work"),
        ("Readings", "works"),
        ("TL;DR", "description"),
        ("Why read it?", "note"),
        ("推荐理由", "note"),
        ("报告人", "author"),
        ("Pages", "other"),
        ("Optional", "works"),
        ("Name", "name"),
        ("Topic", "name"),
        ("✅", "status"),
        (" ✔️ ", "status"),
        ("Author(s)", "author"),
        ("First author", "author"),
        ("By", "author"),
        ("作者", "author"),
        ("主讲人", "author"),
        ("arXiv", "paper"),
        ("Paper link", "paper"),
        ("Code", "code"),
        ("GitHub", "code"),
        ("源代码", "code"),
        ("Video", "video"),
        ("Lecture video", "video"),
        ("视频链接", "video"),
        ("Diapositivas", "slides"),
        ("课件", "slides"),
        ("Discussion", "discussion"),
        ("Link", "link"),
        ("Project page", "link"),
        ("Done", "status"),
        ("Read?", "status"),
        ("Reading", "status"),
        ("是否已读", "status"),
        ("完成情况", "status"),
        ("Length", "duration"),
        ("Reading time", "duration"),
        ("时长", "duration"),
        ("Rating", "rating"),
        ("推荐度", "rating"),
        ("Note", "note"),
        ("Notes", "note"),
        ("备注", "note"),
        ("Description", "description"),
        ("简介", "description"),
        ("Tags", "labels"),
        ("分类", "labels"),
        ("Read on", "read_on"),
        ("Started on", "other"),
        ("完成日期", "read_on"),
        ("#", "unknown"),
        ("", "unknown"),
        ("📄", "paper"),
        ("💻", "code"),
        ("Year", "other"),
        ("Recorded", "other"),
        ("Recording", "video"),
        ("GitHub Stars", "other"),
        ("Supported", "other"),
        ("Whatever", "unknown"),
        ("已录制", "unknown"),
        ("x" * 100, "unknown"),
    ],
)
def test_the_head_of_a_column_tells_its_role(head: str, role: ColumnRole) -> None:
    assert role_of_head(head) == role


def test_a_head_may_count_in_hours() -> None:
    assert counts_hours("Length (hours)")
    assert counts_hours("小时")
    assert not counts_hours("Minutes")
