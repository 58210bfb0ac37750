"""The files that a newcomer or a code host reads first fit their schemas, and agree."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
from ruamel.yaml import YAML

ROOT = Path(__file__).resolve().parents[1]
FORMS = ROOT / ".github" / "ISSUE_TEMPLATE"
WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
PRE_COMMIT = ROOT / ".pre-commit-config.yaml"


@pytest.mark.slow
@pytest.mark.parametrize(
    ("schema", "files"),
    [
        (("--builtin-schema", "vendor.github-workflows"), WORKFLOWS),
        (("--builtin-schema", "custom.github-workflows-require-timeout"), WORKFLOWS),
        (("--builtin-schema", "vendor.github-issue-config"), [FORMS / "config.yml"]),
        (
            ("--builtin-schema", "vendor.github-issue-forms"),
            [FORMS / "bug.yml", FORMS / "misread-list.yml"],
        ),
        (("--schemafile", str(ROOT / "tests" / "data" / "pre-commit.schema.json")), [PRE_COMMIT]),
    ],
    ids=["workflows", "time limits", "issue settings", "issue forms", "pre-commit"],
)
def test_a_file_fits_its_schema(schema: tuple[str, str], files: list[Path]) -> None:
    assert files
    done = subprocess.run(
        [sys.executable, "-m", "check_jsonschema", *schema, *map(str, files)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_every_issue_form_is_checked() -> None:
    assert {path.name for path in FORMS.iterdir()} == {"bug.yml", "config.yml", "misread-list.yml"}


def test_hooks_recipe_and_workflow_run_the_same_checks() -> None:
    hooks = YAML(typ="safe").load(PRE_COMMIT)["repos"][0]["hooks"]
    wanted = [hook["entry"].replace(" --force-exclude", "") for hook in hooks]
    recipe = (ROOT / "justfile").read_text(encoding="utf-8")
    lint = [line.strip().removeprefix("{{ bin }}/") for line in body_of("lint", recipe)]
    jobs = YAML(typ="safe").load(WORKFLOWS[0])["jobs"]
    steps = [step["run"] for step in jobs["lint"]["steps"] if "run" in step][1:]
    assert [line.replace(" .", "") for line in lint] == wanted
    assert steps == lint


def body_of(recipe: str, justfile: str) -> list[str]:
    """The lines of a recipe."""
    found = re.search(rf"^{recipe}\b.*:\n((?:    .*\n)+)", justfile, re.MULTILINE)
    assert found is not None
    return found[1].splitlines()


@pytest.mark.parametrize("recipe", ["docs", "gate"])
def test_a_recipe_runs_files_that_are_there(recipe: str) -> None:
    lines = body_of(recipe, (ROOT / "justfile").read_text(encoding="utf-8"))
    files = [line.split()[-1] for line in lines]
    assert [file for file in files if not (ROOT / file).is_file()] == []


def test_the_workflows_install_what_the_gate_installs() -> None:
    gate = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    packages = re.search(r"^desktop=\((.*)\)$", gate, re.MULTILINE)
    assert packages is not None
    workflow = WORKFLOWS[0].read_text(encoding="utf-8")
    assert [name for name in packages[1].split() if name not in workflow.split()] == []


def test_ci_runs_every_python_that_is_supported() -> None:
    matrix = YAML(typ="safe").load(WORKFLOWS[0])["jobs"]["tests"]["strategy"]["matrix"]
    required = re.search(
        r'^requires-python = ">=(.+)"$', (ROOT / "pyproject.toml").read_text(), re.MULTILINE
    )
    assert required is not None
    assert matrix["python"][0] == required[1]
    assert {row["os"].partition("-")[0] for row in matrix["include"]} == {"macos", "windows"}


def test_the_package_says_that_it_has_types() -> None:
    assert (ROOT / "src" / "recall" / "py.typed").is_file()
