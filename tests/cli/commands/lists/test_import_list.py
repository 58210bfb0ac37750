"""What `recall import` takes of a list, by the options that choose."""

from pathlib import Path

import pytest

from testing.commands.command_line import CommandLine

README = """\
# Awesome nets

## Contents

- [A page of contents](https://a.example/contents)

## Papers

- [A paper on nets](https://a.example/1)
- [Another paper](https://a.example/2)
- A paper without a link

## Videos

- [A talk on nets](https://a.example/3)

## License

- [The license](https://a.example/license)
"""


@pytest.fixture
def readme(tmp_path: Path) -> str:
    path = tmp_path / "README.md"
    path.write_text(README, encoding="utf-8")
    return str(path)


def titles(recall: CommandLine) -> list[str]:
    return [one["title"] for one in recall.ok("list", "--json").json["resources"]]


PAPERS = ["A paper on nets", "Another paper"]


@pytest.mark.parametrize(
    ("options", "taken"),
    [
        ([], [*PAPERS, "A talk on nets"]),
        (["--section", "papers"], PAPERS),
        (["--section", "Papers", "--section", "Videos"], [*PAPERS, "A talk on nets"]),
        (["--not-section", "Videos"], PAPERS),
        (["--section", "Contents"], ["A page of contents"]),
        (["--plain", "--section", "papers"], [*PAPERS, "A paper without a link"]),
    ],
)
def test_the_options_choose_what_is_taken(
    empty: CommandLine, readme: str, options: list[str], taken: list[str]
) -> None:
    empty.ok("import", readme, *options)
    assert titles(empty) == taken


def test_the_report_says_what_is_about_the_file(empty: CommandLine, readme: str) -> None:
    out = empty.ok("import", readme).out
    assert "1 line not taken, in the table of contents" in out
    assert "1 line not taken, in the license" in out


def test_a_section_that_is_not_there_is_refused_with_those_that_are(
    empty: CommandLine, readme: str
) -> None:
    said = empty("import", readme, "--section", "Podcasts")
    assert said.code == 2
    assert "no section of the list is called 'Podcasts'; its headings are: Awesome nets" in said.err


def test_what_was_chosen_is_kept_with_the_list_for_imports_and_syncs(
    empty: CommandLine, readme: str
) -> None:
    empty.ok("import", readme, "--plain", "--section", "papers")
    chosen = [*PAPERS, "A paper without a link"]
    path = Path(readme)
    before = path.read_text(encoding="utf-8")
    added = before.replace(
        "\n## Videos\n", "- A new paper\n\n## Videos\n\n- [New](https://b.example)"
    )
    path.write_text(added, encoding="utf-8")
    empty.ok("sync", "--yes")
    assert titles(empty) == [*chosen, "A new paper"]
    assert path.read_text(encoding="utf-8") == added
    empty.ok("import", readme)
    assert titles(empty) == [*chosen, "A new paper"]
    empty.ok("import", readme, "--whole")
    assert {"A talk on nets", "New"} <= {*titles(empty)}
    assert "leave out the options" in empty("import", readme, "--whole", "--plain").err


def test_a_choice_that_is_gone_from_the_file_is_told_and_nothing_is_done(
    empty: CommandLine, readme: str
) -> None:
    empty.ok("import", readme, "--section", "papers")
    path = Path(readme)
    path.write_text(README.replace("## Papers", "## Essays"), encoding="utf-8")
    said = empty("sync", "--yes")
    assert said.code == 2
    assert "no section of the list is called 'papers'" in said.err
    empty.ok("import", readme, "--section", "Essays")
    assert "in step" in empty.ok("sync", "--yes").out
