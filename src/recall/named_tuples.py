"""Named tuples for modules that the daily commands load.

Importing `typing` and making a class by `typing.NamedTuple` takes longer than reading the day's
plan does. These classes are made without compiling code. A type checker takes them for
`typing.NamedTuple`, and they behave alike. A module that uses them begins with
`from __future__ import annotations`, so that annotations need no import either.
"""

from operator import itemgetter

__all__ = ("NamedTuple",)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import NamedTuple
else:

    class _Fields(type):
        """Makes a tuple class of the annotated names in a class body."""

        def __new__(mcs, name, bases, body):
            if bases == (tuple,):
                return super().__new__(mcs, name, bases, body)
            fields = tuple(body.get("__annotations__", ()))
            defaults = {field: body.pop(field) for field in fields if field in body}
            made = {field: property(itemgetter(at)) for at, field in enumerate(fields)}
            own = {"__slots__": (), "_fields": fields, "_field_defaults": defaults}
            return super().__new__(mcs, name, bases, {**body, **made, **own})

    class NamedTuple(tuple, metaclass=_Fields):
        """A tuple whose items have names, and perhaps defaults."""

        __slots__ = ()
        _fields = ()
        _field_defaults = {}  # noqa: RUF012 - as in typing.NamedTuple

        def __new__(cls, *values, **named):
            """Take the items in order, then by name, then from the defaults."""
            if len(values) != len(cls._fields):
                rest = cls._fields[len(values) :]
                missing = [name for name in rest if name not in named | cls._field_defaults]
                if missing or len(values) > len(cls._fields):
                    raise TypeError(f"{cls.__name__} takes {cls._fields}, not {values} {named}")
                values += tuple(
                    named.pop(name) if name in named else cls._field_defaults[name] for name in rest
                )
            if named:
                raise TypeError(f"{cls.__name__} does not take {sorted(named)}")
            return tuple.__new__(cls, values)

        @classmethod
        def _make(cls, values):
            return cls(*values)

        def _replace(self, **changed):
            return type(self)(**{**self._asdict(), **changed})

        def _asdict(self):
            return dict(zip(self._fields, self, strict=True))

        def __repr__(self):
            """Show the names, too."""
            shown = ", ".join(f"{name}={value!r}" for name, value in self._asdict().items())
            return f"{type(self).__name__}({shown})"

        def __getnewargs__(self):
            """Let copy and pickle make it again."""
            return tuple(self)
