"""Tags of site generators, read as links."""

import pytest

from recall.formats.markdown.parsing.embeds import with_links
from recall.formats.markdown.reader import parse
from testing.lists.marked_links import told, written


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        (
            '{% embed url="https://a/b" %}\nA [fine] page\n{% endembed %}\nx',
            "[A \\[fine\\] page](<https://a/b>)\n\n\nx",
        ),
        ('{% embed url="https://a/b" %}\n\nx', "<https://a/b>\n\nx"),
        ('{% content-ref url="a.md" %}\n[a.md](a.md)\n{% endcontent-ref %}', "[a.md](a.md)\n\n"),
        ("{% for a in b %}\nx {% endfor %}", "\nx "),
        ("[pdf]({{ site.baseurl }}/a b.pdf) {{ x }}", "[pdf](/a b.pdf) {{ x }}"),
        ('[pdf]({{ "/a.pdf" | relative_url }})', "[pdf](/a.pdf)"),
        ("* content\n{:toc}\n* x", "\n\n* x"),
        ("1. TOC\n{: toc}\n\nx", "\n\n\nx"),
        ("* content\n{:.x}", "* content\n{:.x}"),
        (
            '{{< card url="https://a/b" img="c" title="A [t]" >}} {{< info "x" >}}',
            "[A \\[t\\]](<https://a/b>) ",
        ),
        ("{{<book link=`https://a/b`>}} x", "<https://a/b> x"),
        ("@[card](https://a/b)\n@[x](https://a/c)", "<https://a/b>\n@[x](https://a/c)"),
    ],
)
def test_tags_become_links_on_the_same_lines(text: str, shown: str) -> None:
    assert with_links(text) == shown


def test_the_text_in_a_tag_is_the_title() -> None:
    text = '## Links\n\n{% embed url="PAGE" %}\nOne\n{% endembed %}\n\n- [Two](OTHER)'
    found = parse(written(text))
    assert told(found) == ["One > PAGE", "Two > OTHER"]
    assert [item.line for item in found.items] == [3, 7]
