"""A connection of a browser, which is ended if no whole request comes."""

import asyncio

from uvicorn.protocols.http.h11_impl import H11Protocol

HEAD_SECONDS = 10.0
"""Seconds for the head of a request. Without an end, a hundred connections that say half a request
would keep everybody else out."""


class TimedConnection(H11Protocol):
    """Ends a connection that has waited for a request at two looks in a row, or says no HTTP."""

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override] # as there
        """Begin to look."""
        super().connection_made(transport)
        self._look_later()

    def connection_lost(self, exc: Exception | None) -> None:
        """Look no more."""
        self._next_look.cancel()
        super().connection_lost(exc)

    def send_400_response(self, msg: str) -> None:
        """Refuse bytes that are no HTTP; a request that they broke off needs no other answer."""
        broken_off = None if self._waits() else self.cycle
        if broken_off is None or not broken_off.response_started:
            super().send_400_response(msg)
        self.transport.close()
        if broken_off is not None:
            broken_off.disconnected = True
            broken_off.message_event.set()

    def _look_later(self) -> None:
        waits_after = self.cycle if self._waits() else False
        self._next_look = self.loop.call_later(HEAD_SECONDS, self._look, waits_after)

    def _look(self, waited_after: object) -> None:
        if self._waits() and self.cycle is waited_after:
            self.transport.close()
        else:
            self._look_later()

    def _waits(self) -> bool:
        """Return whether no request is being answered."""
        return self.cycle is None or self.cycle.response_complete
