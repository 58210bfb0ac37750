"""`recall web`: the same in a browser."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from importlib.util import find_spec
from typing import TYPE_CHECKING, Annotated

from recall.cli.environment import Environment
from recall.cli.options import Json
from recall.cli.output.prose import paragraph
from recall.cli.parsing.arguments import Argument, CommandGroup, option
from recall.domain.text.given_numbers import number_of
from recall.errors import RecallError

if TYPE_CHECKING:
    from recall.domain.reminders.wording import Language
    from recall.web.serving.address import PageAddress

Port = Annotated[
    int | None,
    option(
        "--port",
        metavar="N",
        parser=number_of("the port", 1, 65535),
        help="The port, instead of the one in the settings.",
    ),
]
Host = Annotated[
    str | None,
    option(
        "--host",
        metavar="ADDRESS",
        help="Let other devices in, on this address of the computer; 0.0.0.0 is all of them. "
        "Without HTTPS in front, others in the network can listen.",
    ),
]
NoOpen = Annotated[bool, option("--no-open", help="Only print the link.")]
Which = Annotated[str, Argument(metavar="DEVICE", help="Its number in the list, or all.")]

_PARTS = ("starlette", "uvicorn", "jinja2", "python_multipart", "babel", "segno")


def serve(
    environment: Environment,
    port: Port = None,
    host: Host = None,
    no_open: NoOpen = False,
    json: Json = False,
) -> None:
    """Show today, the session and the library in a browser, until Ctrl-C.

    It prints a link that works once, and opens it: that browser stays signed in.
    """
    _check_extra()
    from recall.web.serving.address import LOCAL, PageAddress, listen
    from recall.web.serving.running import only_one, where

    settings = environment.settings
    address = PageAddress(host or LOCAL, port or settings.web_port)
    with only_one() as is_free:
        if not is_free:
            _show_running(environment, where(), is_opened=not no_open, json=json)
            return
        with environment.library():
            pass  # made or upgraded now, and not while a browser waits
        with _ended_by_signals(), listen(address) as listening:
            from recall.web.serving.server import PageServer

            server = PageServer(
                lambda: environment.anew().library(),
                lambda: _language(environment.anew()),
                address,
                settings_path=environment.settings_path,
                further_hosts=_further(settings.web_hosts),
            )
            link = _new_link(environment, address.url)
            _show(environment, link, address, is_opened=not no_open, json=json)
            server.run(listening)


def devices(environment: Environment, json: Json = False) -> None:
    """Show the browsers that are signed in."""
    _check_extra()
    from recall.cli.output.table import Column, rows
    from recall.web.serving.running import devices as kept

    found = kept().all()
    if json:
        shown = [{**device._asdict(), "key_hash": None} for device in found]
        for device in shown:
            del device["key_hash"]
        environment.print_json({"devices": shown})
        return
    if not found:
        paragraph(environment.screen, "No browser is signed in; 'recall web' signs one in.")
        return
    columns = (Column("", right=True, style="key"), Column("device"), Column("since"))
    cells = [[str(device.number), device.name, device.since[:10], device.seen] for device in found]
    for line in rows(environment.screen, (*columns, Column("last seen")), cells):
        environment.screen.write(line)


def revoke(environment: Environment, which: Which, json: Json = False) -> None:
    """Sign a browser out, or all of them."""
    _check_extra()
    from recall.web.serving.running import devices as kept

    if which == "all":
        count = kept().revoke_all()
        sentence = f"{count} signed out; 'recall web' signs a browser in again"
    else:
        count = 1
        device = kept().revoke(number_of("the device", 1, 10**6)(which))
        sentence = f"{device.number} {device.name} is signed out"
    if json:
        environment.print_json({"revoked": count})
    else:
        paragraph(environment.screen, sentence)


def _check_extra() -> None:
    if any(find_spec(part) is None for part in _PARTS):
        raise RecallError(
            "the page needs some libraries more: pipx install 'recall-reading[web]', or "
            "pip install 'recall-reading[web]'"
        )


def _language(environment: Environment) -> "Language":
    from recall.usecases.reminding import language_of

    return language_of(environment.checked_settings[0], environment.environ)


def _further(text: str) -> "frozenset[str]":
    from recall.domain.text.host_names import read_hosts

    return read_hosts(text)


def _new_link(environment: Environment, url: str, place: str = "") -> str:
    from recall.web.routes.paths import link_path
    from recall.web.serving.running import devices as kept

    return url + link_path(kept().new_link(environment.moment), place)


def _show_running(
    environment: Environment, url: str | None, *, is_opened: bool, json: bool
) -> None:
    """Say that a page runs already, and lead there."""
    if url is None:
        raise RecallError("a page is just being started; try again in a moment")
    link = _new_link(environment.anew(), url)
    if json:
        environment.print_json({"runs_already": True, "url": url, "link": link})
    else:
        paragraph(environment.screen, f"The page runs already, at {url}. This link works once:")
        environment.screen.write(link)
    if is_opened:
        _open(environment, link)


def _show(
    environment: Environment, link: str, address: "PageAddress", *, is_opened: bool, json: bool
) -> None:
    """Print the link that works once, as a QR code too if other devices are let in; open it."""
    if json:
        environment.print_json({"runs_already": False, "url": address.url, "link": link})
    else:
        sentence = f"recall is at {address.url} until you press Ctrl-C. This link works once:"
        paragraph(environment.screen, sentence)
        environment.screen.write(link)
    environment.stdout.flush()
    if not address.is_local and not json:
        _show_code(environment, address)
    if is_opened:
        _open(environment, link)


def _show_code(environment: Environment, address: "PageAddress") -> None:
    import segno

    link = _new_link(environment.anew(), address.url)
    paragraph(environment.screen, "For a phone, another link that works once:")
    segno.make(link, error="l").terminal(environment.stdout, compact=True)
    paragraph(
        environment.screen,
        "Others in the network can listen to what is sent: use it where you trust them.",
        style="warn",
    )


def _open(environment: Environment, link: str) -> None:
    import webbrowser

    if not webbrowser.open(link):
        environment.say("recall: no browser could be opened; set BROWSER, or open the link")


@contextmanager
def _ended_by_signals() -> Iterator[None]:
    """End by SIGTERM as by Ctrl-C, and without a word."""
    before = signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        with suppress(KeyboardInterrupt):
            yield
    finally:
        signal.signal(signal.SIGTERM, before)


command = CommandGroup(
    "Show the same in a browser, and say which browsers may see it.",
    {"devices": devices, "revoke": revoke},
    bare=serve,
)
