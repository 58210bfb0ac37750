# Every task of the project: `just --list`. `just` itself is `pipx install rust-just`, or a package
# of most systems. Each recipe uses the environment in .venv; `just setup` makes it.

bin := if os_family() == "windows" { ".venv/Scripts" } else { ".venv/bin" }

_list:
    @just --list --unsorted

# Make .venv with everything that the other recipes need
setup:
    {{ if os_family() == "windows" { "py -3" } else { "python3" } }} -m venv .venv
    {{ bin }}/python -m pip install --quiet -e ".[dev]"

# Run every test, on two processors
test *options:
    {{ bin }}/pytest -n 2 {{ options }}

# Run the tests that are not marked slow
fast *options:
    {{ bin }}/pytest -n 2 -m "not slow" {{ options }}

# Run one test: a file, or file::name
one +test:
    {{ bin }}/pytest -x {{ test }}

# Check style, format, types and the contracts between the rooms
lint:
    {{ bin }}/ruff check .
    {{ bin }}/ruff format --check .
    {{ bin }}/mypy
    {{ bin }}/lint-imports --no-logo

# Write again what the docs take from the program: commands, settings, pictures (POSIX)
docs:
    {{ bin }}/python docs/scripts/generate.py
    {{ bin }}/python docs/scripts/rooms.py
    {{ bin }}/python docs/scripts/picture.py

# Measure commands and memory against `python -c pass`
bench *options:
    {{ bin }}/python -m bench.commands {{ options }}

# Run all checks in a fresh clone (Debian, as root: it installs system packages)
gate:
    .ci/run
