"""Regular expressions that are compiled when they are first used."""

import re
from importlib import import_module
from pkgutil import walk_packages

import pytest

import recall.domain
import recall.formats
from recall.lazy_regex import LazyRegex, lazy_regex


def test_it_does_what_a_pattern_does() -> None:
    lazy, usual = lazy_regex(r"(?P<n>\d)x", re.IGNORECASE), re.compile(r"(?P<n>\d)x", re.IGNORECASE)
    for _ in range(2):  # compiled, and then kept
        assert lazy.sub("-", "1X 2y") == usual.sub("-", "1X 2y") == "- 2y"
        assert [found["n"] for found in lazy.finditer("1x2X")] == ["1", "2"]
    assert (lazy.pattern, lazy.flags, lazy.groups) == (usual.pattern, usual.flags, usual.groups)


def test_it_is_compiled_by_its_first_use_and_not_again(monkeypatch: pytest.MonkeyPatch) -> None:
    compiled: list[str] = []
    usual = re.compile

    def compile_it(pattern: str, flags: int) -> re.Pattern[str]:
        compiled.append(pattern)
        return usual(pattern, flags)

    monkeypatch.setattr(re, "compile", compile_it)
    lazy = lazy_regex("a+")
    assert not compiled
    assert lazy.search("baa")
    assert lazy.search("b") is None
    assert compiled == ["a+"]


def test_every_one_can_be_compiled() -> None:
    packages = (recall.domain, recall.formats)
    found = [
        value
        for package in packages
        for module in walk_packages(package.__path__, f"{package.__name__}.")
        for value in vars(import_module(module.name)).values()
        if isinstance(value, LazyRegex)
    ]
    assert found
    for value in found:
        re.compile(value.pattern, value.flags)
