"""Headings over one link with a label are titles; headings over a site are sections."""

from recall.formats.markdown.reader import parse

CARD = "### {title}\n\n* authors: Ann Lee\n* available @ [{label}](https://ex.com/{at})\n"


def test_headings_name_the_links_below_them() -> None:
    text = "## Trees\n\n" + "\n".join(
        CARD.format(title=title, label=label, at=at)
        for at, (title, label) in enumerate(
            [
                ("Oaks of Old", "arxiv"),
                ("On Fine Elms", "pdf"),
                ("All on Nets", "pdf"),
                ("On Law", "ams"),
            ]
        )
    )
    found = parse(text)
    assert [item.title for item in found.items] == [
        "Oaks of Old",
        "On Fine Elms",
        "All on Nets",
        "On Law",
    ]
    assert {item.section for item in found.items} == {("Trees",)}


def test_headings_over_a_name_are_sections() -> None:
    text = "\n".join(
        f"## About {name}\n\n- [{site}](https://ex.com/{site})\n"
        for name, site in [("oaks", "Godot"), ("elms", "Unity"), ("nets", "Unreal")]
    )
    assert [item.title for item in parse(text).items] == ["Godot", "Unity", "Unreal"]


def test_days_and_topics_over_a_label_are_sections() -> None:
    links = [("Jan 9", "Paper"), ("Jan 16", "Paper"), ("Jan 23", "Paper"), ("Jan 30", "Spanner")]
    text = "\n".join(
        f"## {day}\n\n- [{shown}](https://ex.com/{at})\n" for at, (day, shown) in enumerate(links)
    )
    assert parse(text).items[-1].title == "Spanner"
