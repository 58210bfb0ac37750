"""Bad input: one line that says what is wrong, the documented exit code, and nothing changed."""

import json
from collections.abc import Callable
from io import BytesIO, TextIOWrapper
from pathlib import Path
from typing import Any

import pytest

from recall.formats.table import NAMES as FORMATS
from testing.checkout import SHIPPED_CATALOG as SHIPPED
from testing.commands.command_line import CommandLine
from testing.permissions import unprivileged

UNUSABLE = [
    # what was typed, the exit code, what the line must say
    ("show 999", 4, "no resource matches '999'"),
    ("show https://example.org/unknown", 4, "no resource matches"),
    ("show vllm", 4, "matches 6 resources, give the ID: 14 VLLM"),
    ("open nothing-like-it", 4, "no resource matches"),
    ("grade 999 good", 4, "no resource matches"),
    ("read 999", 4, "no resource matches"),
    ("postpone 999 tomorrow", 4, "no resource matches"),
    ("note 999 text", 4, "no resource matches"),
    ("edit 999 --title T", 4, "no resource matches"),
    ("suspend 999", 4, "no resource matches"),
    ("resume 999", 4, "no resource matches"),
    ("archive 999", 4, "no resource matches"),
    ("show -- -1", 4, "no resource matches"),
    ("show 99999999999999999999999999", 4, "no resource matches"),
    ("grade 14 splendid", 2, "give again, hard, good or easy"),
    ("grade 14 5", 2, "give again, hard, good or easy"),
    ("grade 14 0", 2, "give again, hard, good or easy"),
    ("read 15 splendid", 2, "give again, hard, good or easy"),
    ("read 15 good --sitting", 2, "a sitting is not graded"),
    ("read 14 --sitting", 2, "a sitting is part of a first reading"),
    ("grade 14 good --on someday", 2, "is not a date"),
    ("grade 14 good --on 2026-02-30", 2, "2026-02-30"),
    ("grade 14 good --on tomorrow", 2, "is in the future"),
    ("read 15 --on 2026-03-03", 2, "is in the future"),
    ("today --on someday", 2, "is not a date"),
    ("postpone 14 yesterday", 2, "is not after today"),
    ("postpone 14 whenever", 2, "is not a date"),
    ("postpone 15 tomorrow", 2, "only a revisit can be postponed"),
    ("resume 14", 2, "nothing to resume"),
    *(
        (f"{command} --minutes {minutes}", 2, f"minutes cannot be '{minutes}'; give a whole number")
        for command in ("grade 14 good", "read 15", "today", "next", "edit 14")
        for minutes in ("0", "-1", "1e9", "1000000000", "abc", "12.5")
        if (command, minutes) != ("today", "0")  # that is a day off
    ),
    ("edit 14", 2, "nothing to change"),
    ("edit 14 --kind poem", 2, "'poem' is not a kind; allowed: article,"),
    ("edit 15 --part 2", 2, "needs its series"),
    ("edit 15 --part -1", 2, "the part cannot be '-1'"),
    ("edit 14 --url javascript:alert(1)", 2, "is not a URL"),
    ("add javascript:alert(1)", 2, "is not a URL"),
    ("add data:text/html,x", 2, "is not a URL"),
    ("add ftp://example.org/x", 2, "is not a URL"),
    ("add https://", 2, "names no place"),
    ("add https://example.org:port/", 2, "port"),
    ("add https://arxiv.org/abs/2309.06180", 1, "already in the library, as 14"),
    ("list --status lost", 2, "allowed: unread, reading"),
    ("list --kind poem", 2, "allowed: article"),
    ("history --limit 0", 2, "the limit cannot be '0'"),
    ("undo", 1, "nothing to undo"),
    ("import", 2, "missing argument"),
    ("import missing.md", 1, "No such file"),
    ("import list.md --format pdf", 2, f"allowed: {', '.join(FORMATS)}"),
    ("catalog check missing.json", 1, "No such file"),
    ("catalog build missing.md -o out.json", 1, "No such file"),
    ("init --catalog missing.json", 1, "already"),
    ("backup /no/such/folder/copy.db", 5, "/no/such/folder"),
    ("config set volume 11", 2, "no setting is called 'volume'"),
    ("config set daily_minutes -5", 2, "must be a whole number from 1 to 1440"),
    ("config set new_share -1", 2, "must be a number from 0 to 1"),
    ("config set daily_minutes 0", 2, "must be a whole number from 1 to 1440"),
    ("config set desired_retention 1.5", 2, "must be a number from 0.7 to 0.97"),
    ("config set desired_retention nan", 2, "must be a number from 0.7 to 0.97"),
    ("config set day_start 25:00", 2, "must be a time of day"),
    ("config set time_zone Atlantis", 2, "must be the name of a time zone"),
    ("config set spread perhaps", 2, "must be true or false"),
    ("config set daily_minutes", 2, "missing argument"),
    ("lern", 2, "no such command 'lern'"),
    ("list --colour", 2, "no such option"),
    ("show", 2, "missing argument 'RESOURCE'"),
    ("grade 14", 2, "missing argument 'RATING'"),
    ("show 14 15", 2, "extra argument"),
    ("list --status", 2, "requires an argument"),
    ("--json list", 2, "--json goes behind the command"),
    ("review", 2, "needs a terminal"),
]


def assert_refused(recall: CommandLine, argv: list[str], code: int, says: str) -> None:
    before = recall.state()
    outcome = recall(*argv)
    assert (outcome.code, outcome.out) == (code, ""), outcome
    (line,) = outcome.err.splitlines()
    assert line.startswith("recall: ")
    assert says in line
    assert recall.state() == before


@pytest.mark.parametrize(("typed", "code", "says"), UNUSABLE, ids=[row[0] for row in UNUSABLE])
def test_what_cannot_be_done_is_refused_in_one_line(
    shipped: CommandLine, typed: str, code: int, says: str
) -> None:
    assert_refused(shipped, typed.split(), code, says)


@pytest.mark.parametrize("name", ["show", "note", "grade"])
def test_an_empty_text_names_no_resource(shipped: CommandLine, name: str) -> None:
    assert_refused(shipped, [name, "  ", *["good"][: name != "show"]], 4, "no resource matches")


def test_text_that_is_no_unicode_is_refused(one: CommandLine) -> None:
    assert_refused(one, ["note", "1", "a\udcffb"], 2, "bytes that are not text")
    assert_refused(one, ["show", "\udcff"], 2, "bytes that are not text")


FILES: list[tuple[str, Callable[[Path], object], str]] = [
    ("binary", lambda path: path.write_bytes(bytes(range(256)) * 8), "not a text file"),
    ("directory", lambda path: path.mkdir(), "is a directory"),
    (
        "unknown encoding",
        lambda path: path.write_bytes("Ваш список чтения".encode("koi8-r")),
        "UTF-8",
    ),
    ("not a list", lambda path: path.write_text("Dear diary,\nnothing today.\n"), "list"),
    ("empty", lambda path: path.write_text(""), "list"),
]


@pytest.mark.parametrize(
    ("make", "says"), [row[1:] for row in FILES], ids=[row[0] for row in FILES]
)
@pytest.mark.parametrize("command", [["import"], ["catalog", "check"]], ids=" ".join)
def test_a_file_that_is_no_list_is_refused(
    one: CommandLine,
    tmp_path: Path,
    command: list[str],
    make: Callable[[Path], object],
    says: str,
) -> None:
    file = tmp_path / "mine.md"
    make(file)
    if command == ["catalog", "check"] and says == "list":
        says = "JSON"
    assert_refused(one, [*command, str(file)], 1, f"{file}: ")
    assert_refused(one, [*command, str(file)], 1, says)


@pytest.mark.parametrize("command", [["import"], ["catalog", "check"]], ids=" ".join)
def test_a_file_that_may_not_be_read_is_refused(
    one: CommandLine, open_folder: Path, command: list[str]
) -> None:
    file = open_folder / "mine.md"
    file.touch(mode=0)
    assert_refused(one, [*command, "missing"], 1, "No such file")  # loads what it needs
    with unprivileged():
        outcome = one(*command, str(file))
    assert outcome == (1, "", f"recall: {file}: cannot be read: Permission denied\n")


def test_one_bad_file_among_good_ones_imports_none(one: CommandLine, tmp_path: Path) -> None:
    good = tmp_path / "good.md"
    good.write_text("- [One](https://example.org/one)\n", encoding="utf-8")
    assert_refused(one, ["import", str(good), str(tmp_path / "missing.md")], 1, "No such file")


def _without(name: str) -> Callable[[dict[str, Any]], object]:
    return lambda catalog: catalog["resources"][0].pop(name)


def _with(name: str, value: object) -> Callable[[dict[str, Any]], object]:
    return lambda catalog: catalog["resources"][0].update({name: value})


BROKEN: list[tuple[Callable[[dict[str, Any]], object], str]] = [
    (lambda catalog: catalog.update(schema=2), "schema"),
    (lambda catalog: catalog.pop("resources"), "resources"),
    (_without("title"), "title"),
    (_with("title", ""), "resources[0].title"),
    (_with("title", "a\0b"), "resources[0].title"),
    (_with("kind", "poem"), "resources[0].kind"),
    (_with("minutes", 0), "resources[0].minutes"),
    (_with("minutes", "many"), "resources[0].minutes"),
    (_with("url", "javascript:alert(1)"), "resources[0].url"),
    (_with("read", "yes"), "resources[0].read"),
    (_with("places", []), "resources[0].places"),
]


@pytest.mark.parametrize(("damage", "where"), BROKEN)
@pytest.mark.parametrize("command", [["import"], ["catalog", "check"]], ids=" ".join)
def test_a_catalog_that_breaks_its_schema_is_refused_with_the_place(
    one: CommandLine,
    tmp_path: Path,
    command: list[str],
    damage: Callable[[dict[str, Any]], object],
    where: str,
) -> None:
    catalog = json.loads(SHIPPED.read_text(encoding="utf-8"))
    damage(catalog)
    file = tmp_path / "catalog.json"
    file.write_text(json.dumps(catalog), encoding="utf-8")
    assert_refused(one, [*command, str(file)], 1, where)


SETTINGS = [
    ("daily_minutes = ", "cannot be read as settings"),
    ("\x00\xff", "cannot be read as settings"),
    ("volume = 11", "no setting is called 'volume'"),
    ("daily_minutes = 0", "daily_minutes is 0; it must be a whole number"),
    ("daily_minutes = true", "daily_minutes is true; it must be a whole number"),
    ("desired_retention = 'high'", "it must be a number from 0.7 to 0.97"),
    ("desired_retention = nan", "it must be a number from 0.7 to 0.97"),
    ("day_start = '4 am'", "it must be a time of day"),
    ("time_zone = 'Atlantis'", "it must be the name of a time zone"),
    ("time_zone = '../etc/passwd'", "it must be the name of a time zone"),
    ("spread = 'perhaps'", "it must be true or false"),
    ("database_url = 5", "it must be a text"),
    ("[daily_minutes]", "it must be a whole number"),
]


@pytest.mark.parametrize(("text", "says"), SETTINGS)
@pytest.mark.parametrize("typed", ["", "today", "grade 1 good"])
def test_bad_settings_are_refused_by_every_command(
    one: CommandLine, text: str, says: str, typed: str
) -> None:
    one.config.write_bytes(text.encode("latin-1"))
    assert_refused(one, typed.split(), 1, says)


@pytest.mark.parametrize("typed", ["config", "config set spread true"])
def test_what_is_no_settings_file_is_refused_by_config_too(one: CommandLine, typed: str) -> None:
    one.config.write_text("daily_minutes = ", encoding="utf-8")
    assert_refused(one, typed.split(), 1, "cannot be read as settings")


def test_config_shows_the_settings_beside_a_wrong_one_and_mends_it(one: CommandLine) -> None:
    one.config.write_text("daily_minutes = 0\n", encoding="utf-8")
    outcome = one("config")
    assert (outcome.code, outcome.err.count("\n")) == (1, 1)
    assert "daily_minutes is 0" in outcome.err
    assert "spread = true" in outcome.out
    one.ok("config", "set", "daily_minutes", "30")
    assert "daily_minutes = 30" in one.ok("config").out


def test_settings_that_cannot_be_written_are_refused(one: CommandLine, open_folder: Path) -> None:
    one.config = open_folder / "config.toml"
    one.environ["RECALL_CONFIG"] = str(one.config)
    one.ok("config", "set", "spread", "true")  # loads what it needs
    one.config.chmod(0o644)
    before = one.state()
    open_folder.chmod(0o555)
    with unprivileged():
        outcome = one("config", "set", "spread", "false")
    assert outcome == (1, "", f"recall: {one.config}: cannot be written: Permission denied\n")
    assert one.state() == before


LONG = "a" * 300


@pytest.mark.parametrize(
    "typed",
    [["import", LONG], ["import", f"{LONG}/b.md"], ["catalog", "check", LONG], ["sync", LONG]],
)
def test_a_path_that_the_system_refuses_is_refused_in_one_line(
    one: CommandLine, typed: list[str]
) -> None:
    outcome = one(*typed)
    assert outcome.code in (1, 4)
    (line,) = outcome.err.splitlines()
    assert line.startswith("recall: ")


def test_a_message_repeats_a_long_word_in_part_and_keeps_its_remedy(one: CommandLine) -> None:
    outcome = one("show", "1", "x" * 50_000)
    assert outcome.code == 2
    assert len(outcome.err) < 2_000
    assert outcome.err.endswith("(see 'recall show --help')\n")


def test_of_many_lines_that_are_no_links_the_first_few_are_told(
    one: CommandLine, monkeypatch: pytest.MonkeyPatch
) -> None:
    lines = "https://example.org/b\n" + "no/such file\n" * 40
    monkeypatch.setattr("sys.stdin", TextIOWrapper(BytesIO(lines.encode())))
    outcome = one("add", "-")
    assert outcome.code == 1
    *told, last = outcome.err.splitlines()
    assert len(told) == 5
    assert last == "and 35 other lines not added; --json has them all"


@pytest.mark.parametrize("typed", [["add", "-", "--json"], ["import", "-", "--json"]])
def test_a_line_that_is_not_taken_is_shown_without_its_password(
    fresh: CommandLine, monkeypatch: pytest.MonkeyPatch, typed: list[str]
) -> None:
    lines = "- [a](https://example.org/b)\n- postgresql://alice:x@SECRET@host/lib\n"
    monkeypatch.setattr("sys.stdin", TextIOWrapper(BytesIO(lines.encode())))
    outcome = fresh(*typed)
    assert '"line":2' in outcome.out
    assert "SECRET" not in outcome.out + outcome.err
