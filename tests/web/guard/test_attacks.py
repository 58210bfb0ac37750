"""Attacks on the page, each as another page or program would try it."""

import pytest

from recall.web.guard.headers import HEADERS
from recall.web.pages.endpoint import COOKIE
from recall.web.routes.paths import link_path
from testing.web.browser import PORT, URL, Browser

GRADE = "/visit/1/grade"
HERE = f"127.0.0.1:{PORT}"


def graded(browser: Browser) -> int:
    return len(browser.recall.ok("show", "1", "--json").json["log"])


@pytest.mark.parametrize(
    "host",
    [
        "evil.example",
        f"evil.example:{PORT}",
        "127.0.0.1",
        "127.0.0.1:80",
        f"127.0.0.1.evil.example:{PORT}",
        f"localhost:{PORT}@evil.example",
        f"0.0.0.0:{PORT}",
        "",
    ],
)
def test_a_name_of_others_that_leads_here_is_refused(browser: Browser, host: str) -> None:
    answer = browser.get("/", headers={"host": host})
    assert answer.status_code == 421
    assert "Thing" not in answer.text


@pytest.mark.parametrize("host", [HERE, f"localhost:{PORT}", f"[::1]:{PORT}", f"LOCALHOST:{PORT}"])
def test_this_computers_own_names_are_answered(browser: Browser, host: str) -> None:
    cookie = {"cookie": f"{COOKIE}={browser.client.cookies[COOKIE]}"}
    assert browser.get("/", headers={"host": host, **cookie}).status_code == 200


@pytest.mark.parametrize(
    "headers",
    [
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site"},
        {"sec-fetch-site": "cross-site", "origin": URL},
        {"sec-fetch-site": "", "origin": URL},
        {"origin": "https://evil.example"},
        {"origin": "null"},
        {"origin": f"http://127.0.0.1:{PORT + 1}"},
        {"origin": f"https://127.0.0.1:{PORT}"},
        {"origin": f"{URL}.evil.example"},
        {},
    ],
    ids=str,
)
def test_a_form_of_another_page_changes_nothing(browser: Browser, headers: dict[str, str]) -> None:
    del browser.client.headers["sec-fetch-site"]
    answer = browser.client.post(GRADE, data={"rating": "again"}, headers=headers)
    assert answer.status_code == 403
    assert graded(browser) == 1


@pytest.mark.parametrize(
    "headers",
    [
        [("sec-fetch-site", "same-origin"), ("sec-fetch-site", "cross-site")],
        [("origin", URL), ("origin", "https://evil.example")],
    ],
    ids=str,
)
def test_what_is_said_twice_is_believed_only_if_both_are_good(
    browser: Browser, headers: list[tuple[str, str]]
) -> None:
    del browser.client.headers["sec-fetch-site"]
    answer = browser.client.post(GRADE, data={"rating": "again"}, headers=headers)
    assert answer.status_code == 403
    assert graded(browser) == 1


@pytest.mark.parametrize("headers", [{"sec-fetch-site": "none"}, {"origin": URL}], ids=str)
def test_a_form_of_this_page_is_answered(browser: Browser, headers: dict[str, str]) -> None:
    del browser.client.headers["sec-fetch-site"]
    answer = browser.client.post(GRADE, data={"rating": "again"}, headers=headers)
    assert answer.status_code == 200
    assert graded(browser) == 2


@pytest.mark.parametrize("path", ["/", "/enter/x", "/nothing", "/static/recall.css", "/static/no"])
def test_every_answer_has_the_headers_that_keep_others_out(browser: Browser, path: str) -> None:
    headers = browser.get(path).headers
    assert HEADERS.items() <= headers.items()
    assert headers["cache-control"] in ("no-store", "no-cache")
    assert "server" not in headers


def test_the_policy_allows_nothing_that_is_written_into_a_page() -> None:
    policy = HEADERS["content-security-policy"]
    assert "unsafe" not in policy
    assert "default-src 'none'" in policy
    assert "frame-ancestors 'none'" in policy


def test_the_cookie_is_for_the_server_alone(browser: Browser) -> None:
    secret = browser.devices.new_link(browser.recall.now)
    answer = browser.client.post("/enter", data={"secret": secret}, follow_redirects=False)
    cookie = answer.headers["set-cookie"].lower()
    assert "httponly" in cookie
    assert "samesite=lax" in cookie
    assert "path=/" in cookie


def test_the_cookie_is_for_https_alone_where_the_page_has_it(browser: Browser) -> None:
    secret = browser.devices.new_link(browser.recall.now)
    answer = browser.client.post(
        f"https://{HERE}/enter", data={"secret": secret}, follow_redirects=False
    )
    assert "; secure" in answer.headers["set-cookie"].lower()


@pytest.mark.parametrize("to", ["//evil.example", "https://evil.example", "/\\evil.example", "x"])
def test_signing_in_leads_nowhere_else(browser: Browser, to: str) -> None:
    secret = browser.devices.new_link(browser.recall.now)
    page = browser.get(link_path(secret), params={"to": to})
    assert f'action="{to}"' not in page.text
    fields = {"secret": secret, "to": to}
    answer = browser.client.post("/enter", data=fields, follow_redirects=False)
    assert answer.headers["location"] == "/"


@pytest.mark.parametrize("place", ["//evil.example", "https://evil.example", "session/../x"])
def test_a_form_leads_nowhere_else(browser: Browser, place: str) -> None:
    fields = {"rating": "good", "from": place}
    answer = browser.client.post(GRADE, data=fields, follow_redirects=False)
    assert answer.headers["location"] == "/"


@pytest.mark.parametrize("path", ["//evil.example", "/%2F%2Fevil.example", "///evil.example/.."])
def test_no_path_leads_to_another_host(browser: Browser, path: str) -> None:
    answer = browser.client.get(f"{URL}{path}", follow_redirects=False)
    assert answer.status_code == 404
    assert "location" not in answer.headers


def test_a_link_signs_in_once(
    browser: Browser,
) -> None:
    secret = browser.devices.new_link(browser.recall.now)
    assert browser.post("/enter", secret=secret).status_code == 200
    assert browser.post("/enter", secret=secret).status_code == 403


def test_looking_at_a_link_does_not_use_it_up(browser: Browser) -> None:
    secret = browser.devices.new_link(browser.recall.now)
    for _ in range(3):
        assert browser.get(link_path(secret)).status_code == 200
    assert browser.post("/enter", secret=secret).status_code == 200


def test_secrets_cannot_be_tried_one_after_another(browser: Browser) -> None:
    answers = [browser.post("/enter", secret=f"guess {number}") for number in range(12)]
    assert {answer.status_code for answer in answers} == {403, 429}
    good = browser.devices.new_link(browser.recall.now)
    assert browser.post("/enter", secret=good).status_code == 429


@pytest.mark.parametrize("key", ["", "x", "\u00e9", "a" * 10_000])
def test_a_wrong_key_opens_nothing(browser: Browser, key: str) -> None:
    browser.client.cookies.clear()
    cookie = f"{COOKIE}={key}".encode("latin-1")
    assert browser.get("/", headers=[(b"cookie", cookie)]).status_code == 401


def test_a_browser_that_was_signed_out_sees_nothing_more(browser: Browser) -> None:
    assert browser.get("/").status_code == 200
    browser.devices.revoke(1)
    answer = browser.get("/")
    assert answer.status_code == 401
    assert "Thing" not in answer.text


def test_what_is_too_long_is_refused_and_changes_nothing(browser: Browser) -> None:
    answer = browser.post(GRADE, rating="good", note="x" * 1_000_001)
    assert answer.status_code == 413
    assert graded(browser) == 1


def test_what_is_too_long_is_refused_though_its_length_is_not_told(browser: Browser) -> None:
    def parts() -> object:
        yield b"rating=good&note="
        for _ in range(30):
            yield b"x" * 50_000

    kind = {"content-type": "application/x-www-form-urlencoded"}
    answer = browser.client.post(GRADE, content=parts(), headers=kind)
    assert answer.status_code == 413
    assert graded(browser) == 1


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/nothing", 404),
        ("/session/999999", 404),
        ("/static/../app.py", 404),
        ("/visit/1/grade", 405),
    ],
)
def test_each_error_is_one_page_with_ways_on(browser: Browser, path: str, status: int) -> None:
    answer = browser.get(path)
    assert answer.status_code == status
    assert answer.text.count("<h1>") == 1
    assert 'href="/session"' in answer.text


@pytest.mark.parametrize(
    "path", ["/static/../app.py", "/static/%2e%2e/app.py", "/static/..%2fapp.py"]
)
def test_no_other_file_is_served(browser: Browser, path: str) -> None:
    assert browser.get(path).status_code == 404
