"""Stands in for dbus-python, as far as plyer uses it; jeepney speaks for it.

Like the real one it keeps the first bus of a process for ever, and waits 25 s for an answer.
"""

import os

from jeepney import DBusAddress, DBusErrorResponse, new_method_call
from jeepney.io.blocking import open_dbus_connection
from jeepney.wrappers import unwrap_msg

_TIMEOUT = 25
_kept = []


class DBusException(Exception):
    pass


def SessionBus():  # noqa: N802 - dbus-python's name
    if not _kept:
        address = os.environ.get("DBUS_SESSION_BUS_ADDRESS")
        if not address:
            name = "org.freedesktop.DBus.Error.NotSupported"
            raise DBusException(f"{name}: Unable to autolaunch a dbus-daemon without a $DISPLAY")
        try:
            _kept.append(_Bus(open_dbus_connection(address)))
        except OSError as error:
            name = "org.freedesktop.DBus.Error.FileNotFound"
            raise DBusException(f"{name}: Failed to connect to socket: {error}") from None
    return _kept[0]


class _Bus:
    def __init__(self, connection):
        self.connection = connection

    def get_object(self, name, path):
        return self, name, path


class Interface:
    def __init__(self, found, name):
        self._bus, bus_name, path = found
        self._address = DBusAddress(path, bus_name=bus_name, interface=name)

    def Notify(self, *values):  # noqa: N802 - the method's name on the bus
        message = new_method_call(self._address, "Notify", "susssasa{sv}i", values)
        try:
            return unwrap_msg(self._bus.connection.send_and_get_reply(message, timeout=_TIMEOUT))
        except TimeoutError:
            name = "org.freedesktop.DBus.Error.NoReply"
            raise DBusException(f"{name}: Did not receive a reply") from None
        except DBusErrorResponse as error:
            raise DBusException(f"{error.name}: {error.data[0]}") from None
