"""recall in the menu and the settings of a Linux desktop, checked by the desktops' own checker."""

import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest

from recall.autostart import menu_entry
from recall.autostart.xdg_autostart import XDG_AUTOSTART
from recall.domain.reminders.message import DESKTOP_ENTRY
from recall.errors import BadFile
from recall.formats.shipped import shipped
from recall.notify.text import APP_NAME
from testing.desktop.autostart import HOSTILE
from testing.needs import need

COMMAND = ["/usr/bin/python3", "-P", "-m", "recall.cli.window", "review"]

ENTRY = """\
[Desktop Entry]
Type=Application
Name=recall
GenericName=Reading list
GenericName[zh_CN]=阅读清单
Comment=Go through today's reading and revisits
Comment[zh_CN]=今天要读和要重温的内容
Icon=recall-reading
Exec="env" "TZ=Asia/Shanghai" "/usr/bin/python3" "-P" "-m" "recall.cli.window" "review"
Terminal=true
Categories=Education;
X-GNOME-UsesNotifications=true
"""


def test_the_entry_is_written_as_the_specification_says() -> None:
    assert menu_entry.form(COMMAND, {"TZ": "Asia/Shanghai", "PATH": "/bin"}) == ENTRY


def test_kde_lists_it_and_gnome_does_not_find_it_by_the_name_of_a_message() -> None:
    lines = menu_entry.form(COMMAND, {}).splitlines()
    assert "X-GNOME-UsesNotifications=true" in lines
    assert not any(line.startswith("NoDisplay=") for line in lines)
    assert DESKTOP_ENTRY != APP_NAME


@pytest.mark.parametrize("name", HOSTILE)
def test_the_checker_of_the_desktops_has_nothing_to_say(tmp_path: Path, name: str) -> None:
    need("desktop-file-validate")
    environ = {"PGUSER": name}
    texts = (menu_entry.form([*COMMAND, name], environ), XDG_AUTOSTART.form([name], environ))
    for number, text in enumerate(texts):
        file = tmp_path / f"{number}.desktop"
        file.write_text(text, encoding="utf-8")
        command = ["desktop-file-validate", str(file)]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        assert (done.returncode, done.stdout) == (0, ""), text


@pytest.mark.skipif(sys.platform == "win32", reason="written as other systems write paths")
@pytest.mark.parametrize(
    ("environ", "base"),
    [
        ({"HOME": "/home/me"}, "/home/me/.local/share"),
        ({"HOME": "/home/me", "XDG_DATA_HOME": "/data"}, "/data"),
    ],
)
def test_it_lies_where_desktops_look(environ: dict[str, str], base: str) -> None:
    assert menu_entry.paths(environ) == (
        f"{base}/applications/recall-reading.desktop",
        f"{base}/icons/hicolor/scalable/apps/recall-reading.svg",
    )


def test_what_is_installed_is_removed_and_can_be_removed_twice(tmp_path: Path) -> None:
    environ = {"HOME": str(tmp_path)}
    for icon in (b"<svg/>", b"<svg></svg>"):
        menu_entry.install(COMMAND, environ, icon)
        entry, picture = map(Path, menu_entry.paths(environ))
        assert entry.read_text("utf-8") == menu_entry.form(COMMAND, environ)
        assert picture.read_bytes() == icon
    for _ in range(2):
        menu_entry.uninstall(environ)
        assert not any(path.is_file() for path in tmp_path.rglob("*"))


def test_a_folder_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    (tmp_path / ".local").write_text("a file")
    with pytest.raises(BadFile, match="cannot be written: "):
        menu_entry.install(COMMAND, {"HOME": str(tmp_path)}, b"")


def test_the_icon_is_a_square_picture_that_ships_with_the_program() -> None:
    icon = ElementTree.fromstring(shipped(f"{DESKTOP_ENTRY}.svg").read_text("utf-8"))
    assert icon.tag == "{http://www.w3.org/2000/svg}svg"
    _, _, width, height = icon.attrib["viewBox"].split()
    assert width == height
