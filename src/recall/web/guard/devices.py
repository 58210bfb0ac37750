"""The browsers that are signed in to the page, and the one-time links that sign one in.

They lie in a private file of this computer's state, and not in the library: a key opens the page
of this computer alone, and a library may be exported, backed up, or shared by several computers.
Of keys and links only hashes are kept.
"""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from pathlib import Path
from secrets import token_urlsafe
from typing import NamedTuple

from filelock import FileLock

from recall.errors import BadFile, RecallError
from recall.files import private

LINK_MINUTES = 10
"""How long a one-time link can be used."""

_KEY_BYTES = 32


class Device(NamedTuple):
    """A browser that was signed in: its number, its name, and since when, as instants in UTC.

    seen is the date on which it last asked for a page.
    """

    number: int
    name: str
    key_hash: str
    since: str
    seen: str


class _Kept(NamedTuple):
    """The content of the file: devices, links as (hash, the instant at which they end)."""

    last_number: int
    devices: tuple[Device, ...]
    links: tuple[tuple[str, str], ...]


class Devices:
    """The file of devices and links. Each method reads it anew: other processes write it too."""

    def __init__(self, path: Path) -> None:
        """Use a file, which the first link makes."""
        self._path = path

    def all(self) -> tuple[Device, ...]:
        """Return all devices, the first one first."""
        return self._read().devices

    def new_link(self, now: datetime) -> str:
        """Return the secret of a new one-time link."""
        secret = token_urlsafe(_KEY_BYTES)
        ends = _stamp(now + timedelta(minutes=LINK_MINUTES))
        with self._changing() as kept:
            links = (*_still_good(kept.links, now), (_hash(secret), ends))
            self._write(kept._replace(links=links))
        return secret

    def use_link(self, secret: str, name: str, now: datetime) -> str | None:
        """Sign a device in by a one-time link; return its key, None if the link is no good."""
        with self._changing() as kept:
            links = _still_good(kept.links, now)
            rest = tuple(link for link in links if link[0] != _hash(secret))
            if len(rest) == len(links):
                return None
            key, number = token_urlsafe(_KEY_BYTES), kept.last_number + 1
            device = Device(
                number, name, _hash(key), since=_stamp(now), seen=now.date().isoformat()
            )
            self._write(_Kept(number, (*kept.devices, device), rest))
        return key

    def of(self, key: str, now: datetime) -> Device | None:
        """Return the device that has this key, None if there is none, or no longer."""
        wanted = _hash(key)
        found = next((device for device in self._read().devices if device.key_hash == wanted), None)
        if found is not None and found.seen != now.date().isoformat():
            self._see(found, now)
        return found

    def revoke(self, number: int) -> Device:
        """Sign a device out; RecallError if there is no such device."""
        with self._changing() as kept:
            gone = next((device for device in kept.devices if device.number == number), None)
            if gone is None:
                raise RecallError(f"there is no device {number}; 'recall web devices' lists them")
            rest = tuple(device for device in kept.devices if device is not gone)
            self._write(kept._replace(devices=rest))
        return gone

    def revoke_all(self) -> int:
        """Sign all devices out, and end all links; return how many devices there were."""
        with self._changing() as kept:
            self._write(kept._replace(devices=(), links=()))
        return len(kept.devices)

    def _see(self, device: Device, now: datetime) -> None:
        with self._changing() as kept:
            seen = device._replace(seen=now.date().isoformat())
            changed = tuple(seen if one.number == seen.number else one for one in kept.devices)
            self._write(kept._replace(devices=changed))

    @contextmanager
    def _changing(self) -> Iterator[_Kept]:
        """Keep other processes from writing between reading and writing."""
        try:
            private.folder(self._path.parent)
            with FileLock(self._path.with_suffix(".lock"), timeout=5):
                yield self._read()
        except OSError as error:
            raise BadFile(self._path, f"cannot be written: {error}") from error

    def _read(self) -> _Kept:
        try:
            found = json.loads(self._path.read_text(encoding="utf-8"))
            devices = tuple(Device(**device) for device in found["devices"])
            links = tuple((str(token), str(ends)) for token, ends in found["links"])
            return _Kept(int(found["last_number"]), devices, links)
        except FileNotFoundError:
            return _Kept(0, (), ())
        except (OSError, ValueError, TypeError, LookupError) as error:
            raise BadFile(
                self._path, "cannot be read; delete it to sign all browsers out"
            ) from error

    def _write(self, kept: _Kept) -> None:
        devices = [device._asdict() for device in kept.devices]
        private.put(self._path, json.dumps({**kept._asdict(), "devices": devices}))


def _still_good(links: tuple[tuple[str, str], ...], now: datetime) -> tuple[tuple[str, str], ...]:
    return tuple(link for link in links if datetime.fromisoformat(link[1]) > now)


def _hash(secret: str) -> str:
    """Return the hash of a secret; it is random and long, so that a quick hash is enough."""
    return sha256(secret.encode(errors="replace")).hexdigest()


def _stamp(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat(timespec="seconds")
