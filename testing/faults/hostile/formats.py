"""Hostile files for each format that `import` reads: most are only parsed, each tenth is stored."""

import json
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from io import BytesIO
from pathlib import Path
from random import Random
from typing import Any

from recall.errors import RecallError
from recall.formats.table import FORMATS
from recall.usecases.lists.reading_files import read_stream
from testing.faults.hostile.house import House, described, house, shelf_of
from testing.faults.hostile.mutations import LONG_BYTES, TOKENS, chance, hostile_text, mutated
from testing.faults.hostile.pace import Hanging, Pace, seconds_of, time_limit
from testing.faults.kind import Kind, Trial
from testing.samples import SAMPLES

FULL, FEW = 10_000, 3

_STORED = 10
"""Of so many inputs each first is imported by the command, and the library looked through."""

_ENDINGS = {"library": "json", "catalog": "json", "csl": "json", "bibtex": "bib", "markdown": "md"}

_WHOLE = ("library", "catalog")
"""Formats in which no part may stand twice; larger files of them are exported."""

_OTHERS = tuple(sample.data for sample in SAMPLES)


def format_kinds() -> Iterator[Kind]:
    """Give a kind for each format, and one for zips of them all."""
    for row in FORMATS:
        about = f"hostile files in the place of {row.name}"
        yield Kind(f"bytes-{row.name}", about, FULL, FEW, partial(opened, row.name))
    yield Kind("bytes-zip", "hostile zips of lists", FULL, FEW, partial(opened, "zip"))


@contextmanager
def opened(name: str, folder: Path) -> Iterator[Callable[[int], Trial]]:
    """Give the trials of one format."""
    with house(folder) as home:
        samples = list(_samples(name, home))
        chosen = None if name == "zip" else name
        paces = {chosen: Pace(partial(_parsed, chosen), _growing(home, name, samples))}
        paces.setdefault(None, Pace(partial(_parsed, None), shelf_of_bytes))

        def trial(seed: int) -> Trial:
            random = Random(seed)
            did, data = _input(random, name, samples)
            did = f"{did} ({len(data)} bytes)"
            if seed % _STORED == 0:
                return Trial(did, _stored(home, data, name, named=chance(random, 0.5)))
            # Half of them are read in the format that they look like.
            wanted = chosen if chance(random, 0.5) else None
            return Trial(did, _judged(paces[wanted], partial(_wrong_parsing, wanted), data))

        yield trial


def _growing(home: House, name: str, samples: list[bytes]) -> Callable[[int], bytes]:
    """Return what makes healthy inputs of a format of any size, from the first sample that can."""
    if name in _WHOLE:
        return partial(_exported, home, name)
    if name == "zip":
        return _packed
    return partial(
        grown, next(sample for sample in samples if _is_taken(name, grown(sample, LONG_BYTES)))
    )


def _is_taken(name: str, data: bytes) -> bool:
    try:
        _parsed(name, data)
    except RecallError:
        return False
    return True


def _judged(pace: Pace, read: Callable[[bytes], str], data: bytes) -> str:
    found: list[str] = []
    try:
        with time_limit():
            seconds = seconds_of(lambda: found.append(read(data)))
            again = partial(seconds_of, lambda: read(data))
            return found[0] or pace.slow(_unpacked_bytes(data), seconds, again)
    except Hanging:
        return "it has not ended"


def _wrong_parsing(chosen: str | None, data: bytes) -> str:
    """Read bytes; return the error that is no refusal, "" if there was none."""
    try:
        _parsed(chosen, data)
    except RecallError:
        return ""
    except Hanging:
        raise
    except Exception as error:
        return described(error)
    return ""


def _parsed(chosen: str | None, data: bytes) -> object:
    return read_stream(BytesIO(data), chosen)


def _stored(home: House, data: bytes, name: str, *, named: bool) -> str:
    """Import a file by the command, and look through the library afterwards."""
    home.restore()
    file = home.work / f"list.{_ENDINGS.get(name, name)}"
    file.write_bytes(data)
    chosen = ["--format", name] if named and name != "zip" else []
    try:
        with time_limit():
            done = home.run(["import", str(file), *chosen])
            return home.wrong(done) or home.doctor()
    except Hanging:
        return "it has not ended"


def _input(random: Random, name: str, samples: list[bytes]) -> tuple[str, bytes]:
    did, data = mutated(random, random.choice(samples), _OTHERS)
    if name != "zip" or chance(random, 0.3):
        return did, data
    return f"zip of {did}", _zipped(random, data)


def _zipped(random: Random, data: bytes) -> bytes:
    """Return a zip of hostile files with hostile names; some unpack to much more than they are."""
    file = BytesIO()
    with zipfile.ZipFile(
        file, "w", random.choice((zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED))
    ) as packed:
        for _ in range(random.choice((0, 1, 2, 5))):
            name = hostile_text(random, ("a.md", "../b.csv", "/c.json", "d/", "e.zip", "f.html"))
            inside = random.choice((data, data, random.choice(_OTHERS)))
            if chance(random, 0.01):
                inside = b"- [a](https://a.org)\n" * 50_000
            with_name = zipfile.ZipInfo(name.encode("utf-8", "replace").decode()[:100] or "a")
            packed.writestr(with_name, inside)
    whole = file.getvalue()
    return whole if chance(random, 0.5) else mutated(random, whole, TOKENS)[1]


def _samples(name: str, home: House) -> Iterator[bytes]:
    """Give healthy files of a format."""
    yield from (sample.data for sample in SAMPLES if sample.format == name)
    if name == "zip":
        yield from (data for data in _OTHERS if data.startswith(b"PK"))
    if name in _WHOLE:
        yield _exported(home, name, 0)


def _exported(home: House, name: str, least: int) -> bytes:
    """Return a library or a catalog of at least so many bytes."""
    home.restore()
    shelf, file = home.work / "long.md", home.work / "whole.json"
    shelf.write_bytes(shelf_of(6 + least // 200))
    argv = ["export", str(file)]
    if name == "catalog":
        argv = ["catalog", "build", str(shelf), "-o", str(file)]
    for typed in ["import", str(shelf)], argv:
        done = home.run(typed)
        assert done.code == 0, done
    data = file.read_bytes()
    home.restore()
    return data


def _packed(least: int) -> bytes:
    """Return a zip of a healthy list of at least so many bytes."""
    file = BytesIO()
    with zipfile.ZipFile(file, "w") as packed:
        packed.writestr("list.md", shelf_of_bytes(least))
    return file.getvalue()


def shelf_of_bytes(least: int) -> bytes:
    """Return a healthy Markdown list of at least so many bytes."""
    return shelf_of(least // 40 + 2)


def _unpacked_bytes(data: bytes) -> int:
    """Return the size of an input, of a zip as it says it is."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as packed:
            return max(len(data), sum(info.file_size for info in packed.infolist()))
    except (OSError, ValueError, zipfile.BadZipFile, NotImplementedError):
        return len(data)


def grown(sample: bytes, least: int) -> bytes:
    """Return a healthy input of at least so many bytes: the sample with its parts repeated."""
    if sample.startswith(b"PK") or len(sample) >= least:
        return sample
    times = least // len(sample) + 1
    try:
        value = json.loads(sample)
    except ValueError:
        head, body, end = sample.partition(b"<body>")
        inside, close, rest = end.rpartition(b"</body>")
        if body and close and head.startswith(b"<?xml"):
            return head + body + inside * times + close + rest
        lines = sample.splitlines(keepends=True)
        below = b"".join(line for line in lines if not line.startswith(b"#+"))
        return sample + below * times  # Org defines its keywords once
    return json.dumps(_longer(value, times)).encode()


def _longer(value: Any, times: int) -> Any:
    """Return a JSON value with the longest list in it repeated."""
    if isinstance(value, list):
        return value * times
    if isinstance(value, dict) and value:
        longest = max(value, key=lambda key: len(json.dumps(value[key])))
        return {**value, longest: _longer(value[longest], times)}
    return value
