"""The real list, read rightly to the last asterisk, and the door of the markdown reader."""

import pytest

from recall.domain.library.catalog import Item, ParsedList, ReadOptions
from recall.errors import BadFile
from recall.formats.encodings.decoding import decode
from recall.formats.markdown import reader
from recall.formats.markdown.reader import parse
from testing.checkout import READING_LIST as LIST

SECTIONS = [
    "pytroch",
    "童哥指定NLP学习路线",
    "VLLM",
    "transformer",
    "PEFT",
    "Mamba",
    "DeepSpeed-流水线系列",
    "ML-system入坑指南",
    "图解大模型训练系列",
    "分布式训练技术分享系列",
    "大模型分布式训练并行技术",
    "《从零实现BERT、GPT及Diffusion类算法》系列",
    "BBuf 的CUDA笔记系列",
    "有意思的系列",
    "CUDA",
    "升学",
]
ODD_TITLES = {
    5: "动手学深度学习",
    25: "秒懂词向量Word2vec的本质",
    33: "GPT文章解析",
    49: "VLLM推理流程梳理（二）",
    59: "对应源码",
    81: "DeepSpeed Pineline文档2",
    87: "Prof Yang You 的 HPC-AI lab中的学生给出的ML System入坑指南",
    103: "猛猿：图解大模型训练之：Megatron源码解读2，模型并行",
    155: "《从零实现BERT、GPT及Diffusion类算法》-4：Bert & GPT1/2/3",
    167: "《从零实现BERT、GPT及Diffusion类算法》- 8：优化训练3-流水线并行训练GPipe",
    173: "github",
    174: "【BBuf 的CUDA笔记】一，解析OneFlow Element-Wise 算子实现",
    184: "【BBuf的cuda学习笔记十】Megatron-LM的gradient_accumulation_fusion优化",
    187: "【BBuf的CUDA笔记】十三，OpenAI Triton 入门笔记一",
    195: "优雅玩转实验室服务器（七）优雅地使用ssh或者http访问内网服务器——frp内网穿透教程",
    201: "CUDA C++ Best Practices Guide",
    209: "Home - Open CS Application",
}


@pytest.fixture(scope="module")
def real() -> ParsedList:
    return parse(decode(LIST.read_bytes(), LIST), LIST)


def at(real: ParsedList, line: int) -> Item:
    return next(item for item in real.items if item.line == line)


def test_the_real_list_has_all_its_items_and_nothing_else(real: ParsedList) -> None:
    assert len(real.items) == 83
    assert len({item.url for item in real.items}) == 82
    assert real.skipped == ()


def test_the_real_list_has_its_sections_in_order_the_empty_one_too(real: ParsedList) -> None:
    assert list(real.sections) == [("Resources", name) for name in SECTIONS]
    used = {item.section for item in real.items}
    assert set(real.sections) - used == {("Resources", "Mamba")}


def test_the_real_list_has_21_of_82_boxes_checked(real: ParsedList) -> None:
    text = LIST.read_text(encoding="utf-8")
    assert text.count("- [x]") + text.count("- [ ]") == 82
    assert sum(item.checked for item in real.items) == text.count("- [x]") == 21
    assert not at(real, 5).checked


@pytest.mark.parametrize(("line", "title"), ODD_TITLES.items())
def test_the_odd_titles_of_the_real_list_come_out_clean(
    real: ParsedList, line: int, title: str
) -> None:
    assert at(real, line).title == title


def test_no_title_of_the_real_list_has_an_asterisk_or_loose_space(real: ParsedList) -> None:
    for item in real.items:
        assert "*" not in item.title
        assert item.title == " ".join(item.title.split()) != ""


def test_urls_of_the_real_list_stand_as_written_on_their_line(real: ParsedList) -> None:
    lines = LIST.read_text(encoding="utf-8").split("\n")
    assert all(f"({item.url})" in lines[item.line - 1] for item in real.items)
    wrapped = "https://link.zhihu.com/?target=https%3A//juejin.cn/post/7290740395913969705"
    assert at(real, 143).url == wrapped


def test_one_video_stands_in_two_sections_under_two_titles(real: ParsedList) -> None:
    places = [(i.section[-1], i.title) for i in real.items if "BV1pu411o7BE" in str(i.url)]
    assert places == [
        ("童哥指定NLP学习路线", "Transformer论文逐段精读"),
        ("transformer", "李沐Transformer论文逐段精读"),
    ]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "gb18030"])
def test_the_real_list_is_the_same_in_other_encodings_and_line_ends(
    real: ParsedList, encoding: str
) -> None:
    windows = LIST.read_text(encoding="utf-8").replace("\n", "\r\n").encode(encoding)
    assert parse(decode(windows, LIST), LIST) == real


def test_a_list_written_back_plainly_reads_the_same(real: ParsedList) -> None:
    lines = []
    for section in real.sections:
        lines += [f"# {section[0]}", f"## {section[1]}"]
        lines += [
            f"- [{'x' if i.checked else ' '}] [{i.title}]({i.url})"
            for i in real.items
            if i.section == section
        ]
    again = parse("\n".join(lines))
    assert again.sections == real.sections
    found, wanted = ([item._replace(line=0, box=None) for item in of.items] for of in (again, real))
    assert found == wanted


@pytest.mark.parametrize(
    ("text", "taken"),
    [
        ("- Dune\n- Emma\n", "bullets"),
        ("Dune\n\nEmma\n", "lines"),
        ("|Book|Author|\n|-|-|\n|Dune|Ann|\n|Emma|Bob|", "lines"),
        ("[A](#a)\n\n## 《甲》\n\n很好。\n\n## 《乙》\n", "lines"),
    ],
)
def test_a_text_of_titles_is_refused_with_the_option_that_takes_them(text: str, taken: str) -> None:
    with pytest.raises(BadFile, match=f"not a reading list; --plain takes its {taken}"):
        parse(text, "notes.md")


def test_titles_within_code_are_told() -> None:
    with pytest.raises(BadFile, match="not a reading list; remove the ``` around its titles"):
        parse("# Papers\n```text\nFine nets\nFine trees\n```\n", options=ReadOptions(plain=True))


@pytest.mark.parametrize(
    ("text", "plain", "told"),
    [("- Dune\n- Emma", False, True), ("- Dune\n- Emma", True, False), ("- Dune", False, False)],
)
def test_a_list_with_more_titles_than_links_says_so(text: str, plain: bool, told: bool) -> None:
    found = parse(f"- [One](http://a)\n{text}", options=ReadOptions(plain=plain))
    assert any("--plain takes their titles" in remark for remark in found.remarks) is told


def test_a_text_with_too_many_lines_is_refused_before_it_is_read(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(reader, "MOST_LINES", 1_000)
    with pytest.raises(BadFile) as error:
        parse("- [One](http://a)\n" * 1_001, "notes.md")
    assert str(error.value) == "notes.md: has 1,001 lines; a list may have 1,000"


@pytest.mark.parametrize("text", ["", "\n\n", "Only prose.\n", "# Heading\n", "```\n"])
def test_a_text_without_items_is_refused_in_one_sentence(text: str) -> None:
    with pytest.raises(BadFile) as error:
        parse(text, "notes.md")
    assert str(error.value) == ("notes.md: no links and no checkboxes in it: not a reading list")


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("[rel](a.md)\n", "line 1 is not taken, a relative link"),
        ("\n- [Ann](https://twitter.com/ann)\n", "line 2 is not taken, a person, not a reading"),
        ("[a](#a)\n[b](mailto:a@b.org)\n", "line 1 is not taken, an in-page anchor"),
    ],
)
def test_a_text_with_links_to_no_reading_says_why_the_first_is_none(text: str, why: str) -> None:
    with pytest.raises(BadFile) as error:
        parse(text, "notes.md")
    assert str(error.value) == f"notes.md: no readings in it; {why}"
