"""One name, one thing: no two classes share a name, nor two constants with different values."""

import ast
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import recall

PACKAGE = Path(recall.__file__).parent


def modules() -> Iterator[ast.Module]:
    for path in sorted(PACKAGE.rglob("*.py")):
        if "migrations" not in path.parts:
            yield ast.parse(path.read_text("utf-8"))


def constants(module: ast.Module) -> Iterator[tuple[str, str]]:
    """Yield the public constants of a module and their values; not those taken from elsewhere."""
    for node in module.body:
        if isinstance(node, ast.Assign | ast.AnnAssign) and node.value is not None:
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            names = (one for target in targets for one in ast.walk(target))
            for name in names:
                if not isinstance(name, ast.Name) or not name.id.isupper() or name.id[0] == "_":
                    continue
                if not ast.unparse(node.value).endswith(f".{name.id}"):  # taken from elsewhere
                    yield name.id, ast.unparse(node.value)


def test_no_two_classes_share_a_public_name() -> None:
    found: dict[str, int] = defaultdict(int)
    for module in modules():
        for node in module.body:
            if isinstance(node, ast.ClassDef) and node.name[0] != "_":
                found[node.name] += 1
    assert {name for name, count in found.items() if count > 1} == set()


def test_no_two_constants_share_a_public_name_and_differ() -> None:
    found: dict[str, set[str]] = defaultdict(set)
    for module in modules():
        for name, value in constants(module):
            found[name].add(value)
    assert {name for name, values in found.items() if len(values) > 1} == set()
