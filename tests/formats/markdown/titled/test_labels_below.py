"""Headings over one link with a label are titles; headings over a site are sections."""

from recall.formats.markdown.reader import parse

CARD = "### {title}\n\n* authors: Ann Lee\n* available @ [{label}](https://ex.com/{at})\n"


def test_headings_name_the_links_below_them() -> None:
    text = "## Trees\n\n" + "\n".join(
        CARD.format(title=title, label=label, at=at)
        for at, (title, label) in enumerate(
            [("Fine Oaks", "arxiv"), ("Fine Elms", "pdf"), ("On Nets", "pdf"), ("On Law", "ams")]
        )
    )
    found = parse(text)
    assert [item.title for item in found.items] == ["Fine Oaks", "Fine Elms", "On Nets", "On Law"]
    assert {item.section for item in found.items} == {("Trees",)}


def test_headings_over_a_name_are_sections() -> None:
    text = "\n".join(
        f"## About {name}\n\n- [{site}](https://ex.com/{site})\n"
        for name, site in [("oaks", "Godot"), ("elms", "Unity"), ("nets", "Unreal")]
    )
    assert [item.title for item in parse(text).items] == ["Godot", "Unity", "Unreal"]
