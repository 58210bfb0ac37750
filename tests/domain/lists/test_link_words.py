"""What a link text points to, in the languages of the lists."""

import pytest

from recall.domain.library.resource import LinkRole
from recall.domain.lists.link_words import names_text, pointer


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("pdf", "paper"),
        ("[PDF]", "paper"),
        ("arXiv:1706.03762", "paper"),
        ("doi:10.1/abc", "paper"),
        ("Paper link", "paper"),
        ("paper_zh", "paper"),
        ("論文", "paper"),
        ("논문", "paper"),
        ("статья", "paper"),
        ("code", "code"),
        ("Official Code", "code"),
        ("paper & code", "code"),
        ("código", "code"),
        ("源代码", "code"),
        ("代码地址", "code"),
        ("コード", "code"),
        ("video", "video"),
        ("vídeo", "video"),
        ("видео", "video"),
        ("影片", "video"),
        ("動画", "video"),
        ("동영상", "video"),
        ("Slides (pdf)", "slides"),
        ("ppt", "slides"),
        ("课件", "slides"),
        ("스라이드", None),
        ("슬라이드", "slides"),
        ("HN discussion", "discussion"),
        ("讨论", "discussion"),
        ("обсуждение", "discussion"),
        ("Project page", "page"),
        ("enlace", "page"),
        ("Обзор", "page"),
        ("hier", "page"),
        ("链接", "page"),
        ("👉", "page"),
        ("1", "page"),
        ("", "page"),
        ("📄", "paper"),
        ("💻", "code"),
        (":tv:", "video"),
        (":page_facing_up:", "paper"),
        (":octocat: code", "code"),
        (":white_check_mark:", "page"),
        (":cloud:", "page"),
        ("A Fine Paper", None),
        ("fine-repo", None),
        ("Notes", None),
        ("NeurIPS 2020", None),
        ("深度学习", None),
        ("part: two: three", None),
        ("a:b_c d:e", None),
        ("слово", None),
        ("pdf " * 30, None),
    ],
)
def test_a_label_names_what_its_link_leads_to(text: str, role: LinkRole | None) -> None:
    assert pointer(text) == role


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("FAQ", "page"),
        ("Long PDF", "paper"),
        ("PPT directory", "slides"),
        ("2. 书籍推荐", "page"),
        ("NeurIPS 2020", "paper"),
        ("PyTorch", "code"),
        ("Notes", "page"),
        ("pdf", "paper"),
        ("中文版", "page"),
        ("日本語", "page"),
        ("A Fine Paper", None),
        ("深度学习", None),
        ("B站", "video"),
        ("B站视频", "video"),
        ("知乎专栏", "page"),
        ("정리", "page"),
        ("中文字幕", "page"),
        ("Hörbuch", "page"),
        ("Leseprobe", "page"),
        ("サンプルコード", "code"),
        ("예제 코드", "code"),
        ("中译", "page"),
        ("随书代码", "code"),
        ("노션 페이지", "page"),
        ("교보문고", "page"),
        ("Get it @Oak", "page"),
        ("find it in Oaks", "page"),
        ("eBook in Oak Library", "page"),
        ("Get it together now", None),
        ("GPipe arXiv:1811.06965", "paper"),
        ("PDF · 1.9 MB", "paper"),
    ],
)
def test_more_texts_are_labels_beside_a_title(text: str, role: LinkRole | None) -> None:
    assert pointer(text, beside_a_title=True) == role


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("The Discussion Book", None),
        ("The Video Lectures", None),
        ("The Project Page", "page"),
        ("The Paper", "paper"),
        ("the discussion book", "discussion"),
    ],
)
def test_pointers_in_a_row_may_be_a_title(text: str, role: str | None) -> None:
    assert pointer(text, beside_a_title=True) == role


@pytest.mark.parametrize(
    ("label", "told"), [("中文翻译", True), ("Notes", True), ("code", False), ("Notebook", False)]
)
def test_a_label_may_name_a_text(label: str, *, told: bool) -> None:
    assert names_text(label) == told


@pytest.mark.parametrize("text", ["$REF", "[$LINK_1]", "{{ title }}", "${{link}}"])
def test_a_placeholder_of_a_program_is_a_pointer(text: str) -> None:
    assert pointer(text) == "page"


@pytest.mark.parametrize("text", ["$100 million dollars", "{a} and {b}"])
def test_a_title_with_such_signs_is_none(text: str) -> None:
    assert pointer(text) is None
