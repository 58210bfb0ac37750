"""Books that a list names in quotation marks or by their authors, with a shop beside them."""

import pytest

from recall.formats.markdown.reader import parse
from testing.lists.marked_links import told, written

CASES = [
    ("- «A Fine Book», Ann Lee — [Shop](PAGE)", ["A Fine Book > PAGE"]),
    ("- 『良い本』著者 [出版社](PAGE)", ["良い本 > PAGE"]),
    ("- „Ein gutes Buch“ von Ann Lee ([Verlag](PAGE))", ["Ein gutes Buch > PAGE"]),
    ("- »Ein gutes Buch«, Lee/Ray – [Verlag](PAGE)", ["Ein gutes Buch > PAGE"]),
    (
        "- Lee, Ann B., and Bob Ray. *A Fine Book*, 2nd ed. A Press, 1994. [Publisher page](PAGE)",
        ["A Fine Book > PAGE"],
    ),
    ("- 《一本好书》 张三 [豆瓣](PAGE)", ["《一本好书》 > PAGE"]),
    ("- 《一本好书》（Ann B. Lee）: [PDF](PAGE)", ["《一本好书》 > PAGE"]),
    ("- 良い本（著者）／ [サポートページ](PAGE)", ["良い本（著者） > PAGE"]),
    ("- A Fine Book: [Publisher](PAGE)", ["A Fine Book > PAGE"]),
    ("- **Lee, *A Fine Book*** — [Ray translation](PAGE)", ["A Fine Book > PAGE"]),
    ("- 《一本好书》 第三版 [豆瓣](PAGE)", ["《一本好书》 第三版 > PAGE"]),
    ("- 《一本好书》 前 10 章 [PDF](PAGE)", ["《一本好书》 前 10 章 > PAGE"]),
    ("- 《一本好书》中文第三版 [链接](PAGE)", ["《一本好书》中文第三版 > PAGE"]),
    ("- 一本好书,[介绍](PAGE)", ["一本好书 > PAGE"]),
    ("- 一本好书（ 第 3 版 ）：[京东](PAGE)", ["一本好书（ 第 3 版 ） > PAGE"]),
    ("- [一本好书](PAGE): [书评](OTHER)", ["一本好书 > PAGE"]),
    ("- «Intro» to [A Fine Article](PAGE)", ["A Fine Article > PAGE"]),
    (
        "- 《一本好书》: [第一篇好文章](PAGE), [第二篇好文章](OTHER)",
        ["第一篇好文章 > PAGE", "第二篇好文章 > OTHER"],
    ),
    (
        "- Lee, Ann; Ray, Bob: **Ein gutes Buch**, 2. Auflage. [Amazon](PAGE)",
        ["Ein gutes Buch > PAGE"],
    ),
    (
        "- Lee, Ann: **Ein gutes Buch**. Ort 2021.\n  [Bei Amazon bestellen](PAGE)",
        ["Ein gutes Buch > PAGE"],
    ),
    ("- A fine book by Ann. [Buy it on Amazon](PAGE)", ["A fine book by Ann > PAGE"]),
    ("- Энн Ли. Хорошая книга. [Заказать](PAGE)", ["Энн Ли. Хорошая книга > PAGE"]),
    ("- [ ] A Fine Book (Ann Lee)`[0/608]`", ["A Fine Book > None"]),
    ("- [ ] A Fine Talk [1/2]", ["A Fine Talk [1/2] > None"]),
    ("浙大公开课，b 站视频：\nVIDEO", ["浙大公开课 > VIDEO"]),
    (
        "- 中文网页版 [链接](PAGE)\n- 英文版对照看 [链接](OTHER)",
        ["中文网页版 > PAGE", "英文版对照看 > OTHER"],
    ),
]


@pytest.mark.parametrize(("text", "items"), CASES, ids=range(len(CASES)))
def test_a_book_is_named_by_its_title_not_by_its_shop(text: str, items: list[str]) -> None:
    assert [line.partition(" | ")[0] for line in told(parse(written(text)))] == [
        line.partition(" | ")[0] for line in items
    ]
