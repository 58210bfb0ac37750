"""`recall lists` and `recall lists forget`."""

from pathlib import Path

from testing.commands.command_line import CommandLine


def test_each_list_is_shown_with_its_file_and_state(empty: CommandLine, tmp_path: Path) -> None:
    assert empty.ok("lists").out == "no lists yet; 'recall import FILE' brings one in\n"
    path = tmp_path / "list.md"
    path.write_text("- [ ] [One](https://example.org/1)\n")
    empty.ok("import", str(path))
    empty.ok("add", "https://example.org/9", "--title", "Nine")
    never, by_hand = empty.ok("lists", "--json").json["lists"]
    assert never == {
        "id": never["id"],
        "name": "list.md",
        "file": str(path),
        "in_step_at": None,
        "state": "never synced",
    }
    assert (by_hand["name"], by_hand["file"], by_hand["state"]) == (
        *("added by hand", None),
        "no file",
    )
    empty.ok("sync", "--yes")
    assert "list.md  2026-03-02 09:30  in step  " in empty.ok("lists").out
    path.unlink()
    assert "the file is gone" in empty.ok("lists").out


def test_a_file_is_forgotten_and_undo_knows_it_again(empty: CommandLine, tmp_path: Path) -> None:
    path = tmp_path / "list.md"
    path.write_text("- [ ] [One](https://example.org/1)\n")
    empty.ok("import", str(path))
    said = empty.ok("lists", "forget", "list").out
    assert said == (
        f"list.md is no longer kept in step with {path}; its resources stay, and so does the file\n"
    )
    assert empty("sync").code == 1
    empty.ok("undo")
    empty.ok("sync")
    assert empty.ok("lists", "forget", "list", "--json").json["file"] == str(path)
    assert path.exists()
