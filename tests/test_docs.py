"""The documentation says what the program does, and its links lead somewhere."""

import itertools
import re
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from docs.scripts import generate
from recall.errors import RecallError
from testing.commands.command_line import CommandLine

ROOT = generate.ROOT
PAGES = sorted(
    page
    for page in (*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md"), *ROOT.glob("bench/**/*.md"))
    if page.is_file()
)
COMMANDS = {row.name: command for row, command in generate.commands()}

MAIN_JOB = "python3 -m venv .venv && .venv/bin/pip install --quiet . && .venv/bin/recall today"
TESTS = "python3 -m venv .venv && .venv/bin/pip install --quiet -e '.[dev]' && .venv/bin/pytest"

LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")
CODE = re.compile(r"```.*?```|`[^`\n]*`", re.DOTALL)
RECALL_VARIABLE = re.compile(r"\bRECALL_[A-Z_]+\b")


def text_of(page: Path) -> str:
    return page.read_text(encoding="utf-8")


def named(page: Path) -> str:
    return page.relative_to(ROOT).as_posix()


def test_the_command_page_is_what_the_program_says_of_itself() -> None:
    assert text_of(generate.PAGE) == generate.page(), "run: python docs/scripts/generate.py"


@pytest.mark.parametrize("readme", generate.READMES, ids=named)
def test_a_readme_has_the_settings_table_of_the_program(readme: Path) -> None:
    text = text_of(readme)
    filled = generate.with_settings(text, generate.READMES[readme]())
    assert text == filled, "run: python docs/scripts/generate.py"


def test_a_readme_without_its_marks_is_refused() -> None:
    with pytest.raises(LookupError):
        generate.with_settings("# recall\n", generate.settings_table())


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_says_what_it_and_its_options_do(name: str) -> None:
    command = COMMANDS[name]
    silent = [one.name for one in command.params if not one.help]
    assert command.help, "the function needs a docstring"
    assert not silent, f"without help: {silent}"


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_prints_json(name: str) -> None:
    options = {option for one in COMMANDS[name].params for option in one.opts}
    assert set(generate.EVERYWHERE) <= options


def error_classes(base: type[RecallError] = RecallError) -> Iterator[type[RecallError]]:
    yield base
    for inner in base.__subclasses__():
        yield from error_classes(inner)


def test_every_exit_code_is_explained() -> None:
    assert {error.exit_code for error in error_classes()} <= set(generate.EXIT_CODES)


@pytest.mark.parametrize("name", ["README.md", "README.zh.md"])
def test_the_two_commands_stand_where_ci_looks_for_them(name: str) -> None:
    lines = text_of(ROOT / name).splitlines()
    after = dict(itertools.pairwise(lines))
    assert after.get("# the main job") == MAIN_JOB
    assert after.get("# the tests") == TESTS


def test_every_variable_of_ours_is_in_the_readme() -> None:
    sources = "\n".join(text_of(file) for file in (ROOT / "src").rglob("*.py"))
    ours = set(re.findall(r"\bRECALL_(?:DATABASE_URL|[A-Z]+)\b", sources))
    assert ours <= set(RECALL_VARIABLE.findall(text_of(generate.README)))


def test_every_dependency_has_its_reason_on_record() -> None:
    project = tomllib.loads(text_of(ROOT / "pyproject.toml"))["project"]
    extras = project["optional-dependencies"]
    wanted = (*project["dependencies"], *extras["postgres"])
    names = [re.split(r"[\[<>=;~ ]", line)[0] for line in wanted]
    record = text_of(ROOT / "docs" / "decisions" / "0016-dependencies.md")
    assert [name for name in names if f"| {name}" not in record] == []


def links(page: Path) -> list[str]:
    found = LINK.findall(CODE.sub("", text_of(page)))
    return [link for link in found if "://" not in link and not link.startswith("mailto:")]


@pytest.mark.parametrize("page", PAGES, ids=named)
def test_relative_links_lead_somewhere(page: Path) -> None:
    broken = [link for link in links(page) if not leads_somewhere(page, link)]
    assert not broken


def leads_somewhere(page: Path, link: str) -> bool:
    path, _, anchor = link.partition("#")
    target = (page.parent / path) if path else page
    if not target.exists():
        return False
    return not anchor or anchor in anchors(text_of(target))


def anchors(text: str) -> set[str]:
    """The names of headings, as code hosts make them."""
    headings = re.findall(r"^#+ +(.+)$", CODE.sub("", text), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


def test_decisions_are_short_and_all_listed() -> None:
    folder = ROOT / "docs" / "decisions"
    records = sorted(folder.glob("0*.md"))
    assert [one.name for one in records] == re.findall(
        r"\((0[^)]+)\)", text_of(folder / "README.md")
    )
    for record in records:
        lines = text_of(record).splitlines()
        assert lines[0].startswith(f"# {record.name[:4]} "), record.name
        assert len(lines) <= 40, record.name
        headings = [line for line in lines if line.startswith("## ")]
        assert headings == ["## Context", "## Decision", "## Consequence"], record.name


def keys(value: object) -> Iterator[str]:
    """The names of all fields, however deep."""
    if isinstance(value, Mapping):
        yield from value
        for inner in value.values():
            yield from keys(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from keys(inner)


@pytest.mark.slow
def test_every_field_that_json_prints_is_documented(tmp_path: Path) -> None:
    recall = CommandLine(tmp_path)
    commands = (
        "init",
        "today",
        "next",
        "grade 2 good",
        "read 1 --sitting",
        "today",
        "show 2",
        "list",
        "history",
        "stats",
        "forecast --days 2",
        "workload",
        "why 2",
        "section VLLM first",
        "undo",
        "doctor",
        "config",
        "db upgrade",
        f"backup {tmp_path / 'copy.db'}",
        f"export {tmp_path / 'library.json'}",
        f"catalog check {ROOT / 'data' / 'catalog.json'}",
        f"import {ROOT / 'tests' / 'data' / 'reading-list.md'} --dry-run",
    )
    printed = {key for line in commands for key in keys(recall.ok(*line.split(), "--json").json)}
    page = text_of(ROOT / "docs" / "json.md")
    settings = text_of(generate.README)
    unnamed = {key for key in printed if f"`{key}`" not in page and f"`{key}`" not in settings}
    assert unnamed - {"schema"} == set()
