"""How a run ends that does not go to its end: a closed pipe, a full disk, Ctrl-C, a defect."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from recall.cli.commands.look import list_all
from testing.commands.command_line import CommandLine

needs_posix = pytest.mark.skipif(os.name != "posix", reason="pipes and signals of POSIX")


def start(recall: CommandLine, *argv: str, **environ: str) -> "subprocess.Popen[str]":
    """A process of its own, its stdout and stderr pipes."""
    return subprocess.Popen(
        [sys.executable, "-m", "recall", *argv],
        env={**os.environ, **recall.environ, **environ},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


@pytest.mark.slow
@needs_posix
@pytest.mark.parametrize(
    "argv",
    [
        *(["list"], ["list", "--json"], ["today"], ["next"], ["show", "1"], ["config"]),
        *(["--help"], ["help"], ["help", "open"], ["open", "--help"], ["remind"], ["--version"]),
    ],
)
def test_a_reader_that_goes_away_ends_it_in_silence(shipped: CommandLine, argv: list[str]) -> None:
    with start(shipped, *argv) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        assert process.stderr.read() == ""
    assert process.returncode == 0


@pytest.mark.slow
@needs_posix
@pytest.mark.parametrize(("argv", "code"), [(["nosuch"], 2), (["show", "999"], 4)])
def test_an_error_that_nobody_reads_has_its_exit_code(
    shipped: CommandLine, argv: list[str], code: int
) -> None:
    with start(shipped, *argv) as process:
        assert process.stderr is not None
        process.stderr.close()
    assert process.returncode == code


def _let_no_file_grow() -> None:
    import resource

    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))


@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux", reason="the full disk is Linux's /dev/full")
@pytest.mark.parametrize(
    ("argv", "is_limit"), [(["list"], False), (["list", "--json"], True), (["today"], True)]
)
def test_output_to_a_full_disk_or_beyond_a_limit_is_one_line(
    shipped: CommandLine, tmp_path: Path, argv: list[str], *, is_limit: bool
) -> None:
    with open(tmp_path / "out" if is_limit else "/dev/full", "w", encoding="utf-8") as full:
        done = subprocess.run(
            [sys.executable, "-m", "recall", *argv],
            env={**os.environ, **shipped.environ},
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
            preexec_fn=_let_no_file_grow if is_limit else None,
        )
    assert done.returncode == 1
    assert done.stderr.startswith("recall: the output could not be written: the disk is full, or ")
    assert "see 'recall history'" in done.stderr


@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux", reason="the full disk is Linux's /dev/full")
def test_an_error_that_no_disk_takes_has_its_exit_code(shipped: CommandLine) -> None:
    with open("/dev/full", "w", encoding="utf-8") as full:
        done = subprocess.run(
            [sys.executable, "-m", "recall", "show", "999"],
            env={**os.environ, **shipped.environ},
            stderr=full,
            check=False,
        )
    assert done.returncode == 4


@pytest.mark.slow
@needs_posix
def test_ctrl_c_is_one_line_and_130(shipped: CommandLine, tmp_path: Path) -> None:
    fifo = tmp_path / "list.md"
    os.mkfifo(fifo)
    before = shipped.state()
    with start(shipped, "import", str(fifo)) as process, fifo.open("w"):
        process.send_signal(signal.SIGINT)  # it waits for the first line
        _, err = process.communicate()
    assert process.returncode == 130
    assert err == "recall: interrupted; every grade given before is kept\n"
    assert shipped.state() == before


def break_list(monkeypatch: pytest.MonkeyPatch, error: BaseException) -> None:
    def broken(*_: object) -> None:
        raise error

    monkeypatch.setattr(list_all, "resource_list", broken)


@pytest.mark.parametrize("options", [[], ["--json"]])
def test_a_defect_is_one_line_with_the_log_that_holds_its_traceback(
    one: CommandLine, home: Path, monkeypatch: pytest.MonkeyPatch, options: list[str]
) -> None:
    break_list(monkeypatch, ZeroDivisionError("by\x1b[31m\nzero"))
    outcome = one("list", *options)
    assert (outcome.code, outcome.out) == (3, "")
    (line,) = outcome.err.splitlines()
    assert line.startswith("recall: this should not have happened: ZeroDivisionError: by zero; ")
    log = Path(line.rpartition("the details are in ")[2])
    assert home in log.parents
    assert "in broken" in log.read_text(encoding="utf-8")


def test_a_defect_without_a_place_for_the_log_shows_its_traceback(
    one: CommandLine, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("XDG_STATE_HOME", "HOME", "LOCALAPPDATA"):
        (home / "file").touch()
        monkeypatch.setenv(name, str(home / "file"))
    break_list(monkeypatch, ZeroDivisionError("by zero"))
    outcome = one("list")
    assert outcome.code == 3
    assert "the details are above, for no log could be written" in outcome.err
    assert "in broken" in outcome.err


@pytest.mark.parametrize("error", [KeyboardInterrupt(), EOFError()])
def test_an_interrupted_command_says_so(
    one: CommandLine, monkeypatch: pytest.MonkeyPatch, error: BaseException
) -> None:
    break_list(monkeypatch, error)
    outcome = one("list")
    if isinstance(error, KeyboardInterrupt):
        assert outcome == (130, "", "recall: interrupted; every grade given before is kept\n")
    else:
        assert outcome.code == 3, "a file that ends too early is a defect, not an interruption"


def test_python_m_recall_is_recall(one: CommandLine) -> None:
    with start(one, "list", "--json") as process:
        out, err = process.communicate()
    assert (process.returncode, err) == (0, "")
    assert out == one.ok("list", "--json").out
