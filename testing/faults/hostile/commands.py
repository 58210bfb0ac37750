"""Hostile arguments, standard input, settings and environment of each command."""

import json
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

from recall.cli.commands.table import COMMAND_TABLE, Command, load
from recall.cli.parsing.arguments import Argument, CommandGroup, Option
from recall.fetching.network import Network
from recall.settings.table import SETTINGS
from testing.faults.hostile.house import SECRET, Done, House, house
from testing.faults.hostile.house import SETTINGS as HEALTHY
from testing.faults.hostile.mutations import TOKENS, chance, hostile_text, mutated
from testing.faults.hostile.pace import Hanging, time_limit
from testing.faults.hostile.wires import sending
from testing.faults.kind import Kind, Trial
from testing.network.sites import Watch
from testing.samples import SAMPLES

FULL, FEW = 10_000, 4

_ELSEWHERE = (
    "check",
    "remind run",
    "remind install",
    "remind uninstall",
    "remind test",
    "web",
    "review",
)
"""Commands that stay, that wait between two questions, or that change how a computer starts."""

_COMPUTING = ("workload", "optimize")
"""Commands that compute for a second once their arguments are right; they are called seldom."""

_USUAL = (
    "1", "2", "3", "999", "-1", "0", "good", "again", "Thing", "GPU", "https://example.org/1",
    "https://example.org/new", "tomorrow", "yesterday", "2026-03-05", "next monday", "3 days", "20",
    "1h30", "90m", "shelf.md", "new.json", "copy.db", "-", "markdown", "json", "high", "first",
    "daily_minutes", "time_zone", "remind.times", "database_url", "Asia/Shanghai", "22:00-08:00",
    "mo-fr", f"postgresql://alice:{SECRET}@127.0.0.1:1/lib", "https://alice:x@example.org/", "--",
    "github.com/a/b", "2309.06180", "10.1145/1", "~/paper.pdf", "file:///tmp/x.pdf", "1..3", "1-3",
    f"mysql://alice:{SECRET}@h/x", "kind", "read", "unread", "paper", "p1.md", "zh", "none", "each",
)  # fmt: skip

_LINES = tuple(word for word in _USUAL if SECRET not in word)
"""Lines of a list: an address in one is the person's own, and kept as it is."""

_OTHERS = (*(sample.data for sample in SAMPLES), *TOKENS)


def command_kinds() -> tuple[Kind, ...]:
    return (
        Kind("words-arguments", "hostile arguments of each command", FULL, FEW, _typing),
        Kind("words-piped", "hostile bytes on standard input", FULL, FEW, _piping),
        Kind("words-settings", "hostile settings files", FULL, FEW, _setting),
        Kind("words-environment", "hostile environment variables", FULL, FEW, _surrounding),
    )


@contextmanager
def _typing(folder: Path) -> Iterator[Callable[[int], Trial]]:
    with _house_offline(folder) as home:

        def trial(seed: int) -> Trial:
            argv = _argv(Random(seed))
            return Trial(_line(argv), _judged(home, seed, lambda: home.run(argv)))

        yield trial


@contextmanager
def _piping(folder: Path) -> Iterator[Callable[[int], Trial]]:
    commands = (["import", "-"], ["add", "-"], ["import", "-", "--dry-run"], ["add", "-", "--json"])
    with _house_offline(folder) as home:

        def trial(seed: int) -> Trial:
            random = Random(seed)
            argv = random.choice(commands)
            usual = "\n".join(random.choices(_LINES, k=5)).encode()
            did, data = mutated(random, random.choice((usual, random.choice(_OTHERS))), _OTHERS)
            adds = argv[0] == "add"
            wrong = _judged(home, seed, lambda: home.run(argv, piped=data), in_part=adds)
            return Trial(f"{_line(argv)} < {did} ({len(data)} bytes)", wrong)

        yield trial


@contextmanager
def _setting(folder: Path) -> Iterator[Callable[[int], Trial]]:
    commands = (
        ["today"],
        ["config"],
        ["config", "--json"],
        ["list"],
        ["doctor"],
        ["remind", "status"],
    )
    change = ["config", "set", "daily_minutes", "20"], ["config", "unset", "time_zone"]
    whole = _every_setting().encode()
    with _house_offline(folder) as home:

        def trial(seed: int) -> Trial:
            random = Random(seed)
            sample = random.choice((whole, HEALTHY.encode(), *_OTHERS))
            did, data = mutated(random, sample, (whole, *_OTHERS))
            if chance(random, 0.5):
                name, value = random.choice(list(SETTINGS)), hostile_text(random, _USUAL)
                quoted = json.dumps(value.encode("utf-8", "replace").decode(), ensure_ascii=False)
                did, data = f"{name} changed", f"{name} = {quoted}".encode()
            argv = random.choice((*commands, *change))

            def run() -> Done:
                home.config.write_bytes(data)
                try:
                    return home.run(argv)
                finally:
                    home.configure()

            return Trial(f"{_line(argv)}, {did} ({len(data)} bytes)", _judged(home, seed, run))

        yield trial


@contextmanager
def _surrounding(folder: Path) -> Iterator[Callable[[int], Trial]]:
    commands = (
        "today",
        "list",
        "config",
        "doctor",
        "remind status",
        "grade 1 good",
        "show 1",
        "lists",
    )
    with _house_offline(folder) as home:

        def trial(seed: int) -> Trial:
            random = Random(seed)
            argv = random.choice(commands).split()
            environ = dict(_variables(random, home))
            named = " ".join(f"{name}={ascii(value)[:80]}" for name, value in environ.items())
            wrong = _judged(home, seed, lambda: home.run(argv, environ=environ))
            return Trial(f"{named} {_line(argv)}", wrong)

        yield trial


@contextmanager
def _house_offline(folder: Path) -> Iterator[House]:
    """Give a home in whose network every server is in trouble, and none lets anybody wait."""
    watch = Watch()
    with house(folder) as home:
        home.network = Network(
            sending(b"HTTP/1.1 500 No\r\nContent-Length: 0\r\n\r\n"), watch, watch.sleep
        )
        yield home


def _judged(home: House, seed: int, run: Callable[[], Done], *, in_part: bool = False) -> str:
    """Run a command; return what is wrong afterwards. `doctor` looks too, each tenth time."""
    home.restore()
    home.configure()  # the trial before may have set something
    try:
        with time_limit():
            done = run()
            wrong = home.wrong(done, in_part=in_part)
            return wrong or (home.doctor() if seed % 10 == 0 else "")
    except Hanging:
        return "it has not ended"


def _line(argv: list[str]) -> str:
    return "recall " + " ".join(ascii(word)[:80] for word in argv)


def _argv(random: Random) -> list[str]:
    """Return a command of the table with arguments of which some are right and some hostile."""
    row = random.choice([row for row in COMMAND_TABLE if row.name not in _ELSEWHERE])
    if row.name in _COMPUTING and chance(random, 0.9):
        return [*row.name.split(), _text(random)]
    kinds = _kinds(row.name)
    words = list(row.name.split())
    for kind in random.sample(kinds, k=random.randint(0, min(4, len(kinds)))):
        words += [random.choice(kind.names)] if isinstance(kind, Option) else []
        words += [_text(random)] if not isinstance(kind, Option) or chance(random, 0.8) else []
    for kind in kinds:
        if isinstance(kind, Argument) and chance(random, 0.8):
            words.append(_text(random))
    return words if chance(random, 0.95) else [_text(random), *words]


def _text(random: Random) -> str:
    """Return an argument that names no place outside; no system passes a NUL on."""
    text = hostile_text(random, _USUAL).replace("\0", "")
    if f":{SECRET}@" not in text:  # a word that nothing shows to be a password
        text = text.replace(SECRET, "GPU")
    return text.lstrip("/~").replace("../", "")


@cache
def _kinds(name: str) -> tuple[Any, ...]:
    """Return what a command takes, as its parameters are described."""
    row: Command = next(row for row in COMMAND_TABLE if row.name == name)
    run = load(row.word)
    if isinstance(run, CommandGroup):
        _, _, rest = name.partition(" ")
        called = run.commands[rest] if rest else run.bare
    else:
        called = run
    kinds = getattr(called, "__annotations__", {}).values()
    return tuple(kind.__metadata__[0] for kind in kinds if hasattr(kind, "__metadata__"))


def _every_setting() -> str:
    """Return a settings file with a line for each setting."""
    from recall.settings.file import written
    from recall.settings.table import Settings, field

    values = Settings()._asdict()
    lines = (
        f'{name} = "{written(values[field(name)])}"' for name in SETTINGS if name != "database_url"
    )
    return "\n".join((*lines, f'database_url = "postgresql://alice:{SECRET}@127.0.0.1:1/lib"'))


def _variables(random: Random, home: House) -> Iterator[tuple[str, str]]:
    """Give some environment variables with values that no system would set."""
    server = f"postgresql://alice:{SECRET}@127.0.0.1:1/lib?connect_timeout=2"
    usual: Mapping[str, tuple[str, ...]] = {
        "RECALL_DATABASE_URL": (server, f"postgres://alice:x@{SECRET}@127.0.0.1:1/lib", "sqlite:///x/y.db",
                                f"mysql://a:{SECRET}@h/x", f"postgresql://a@127.0.0.1:1/x?sslmode={SECRET}"),
        "RECALL_CONFIG": (str(home.config), "nowhere.toml", str(home.work)),
        "COLUMNS": ("80", "1", "0"),
        "TERM": ("xterm-256color", "dumb"),
        "NO_COLOR": ("1",),
        "LANG": ("zh_CN.UTF-8", "C"),
        "DBUS_SESSION_BUS_ADDRESS": ("unix:path=nowhere", "tcp:host=127.0.0.1,port=1"),
        "XDG_RUNTIME_DIR": ("nowhere",),
        "XDG_DATA_HOME": ("elsewhere", ""),
        "TZ": ("Asia/Shanghai",),
    }  # fmt: skip
    for name in random.sample(sorted(usual), k=random.randint(1, 3)):
        value = hostile_text(random, usual[name]).replace("\0", "")
        if name == "RECALL_DATABASE_URL" and chance(random, 0.7):
            value = _damaged_url(random, random.choice(usual[name]))
        yield name, value if name != "XDG_RUNTIME_DIR" else value.lstrip("/")


def _damaged_url(random: Random, url: str) -> str:
    """Return a database URL that splits elsewhere; the secret in it stays whole."""
    for _ in range(random.randint(0, 3)):
        start = url.find(SECRET)
        inside = range(start + 1, start + len(SECRET))
        at = random.choice([at for at in range(len(url)) if at not in inside])
        url = url[:at] + random.choice("@:/?#&=% []") + url[at:]
    return url if url.startswith(("postgres", "mysql", "sqlite:///x")) else f"x{url}"
