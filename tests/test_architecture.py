"""The code is laid out as docs/architecture.md says."""

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
SOURCE = ROOT / "src" / "hearsay"
# Each may import from those before it, and the errors.
ORDER = (
    "model",
    "lexicon",
    "collect",
    "extract",
    "link",
    "tape",
    "check",
    "case",
    "export",
    "workbench",
    "cli",
)
MODULES = sorted(path.relative_to(SOURCE).as_posix() for path in SOURCE.rglob("*.py"))


def imported(path):
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and (node.module or "").partition(".")[0] == "hearsay":
            if node.module == "hearsay":
                yield from (f"hearsay.{alias.name}" for alias in node.names if alias.name != "__version__")
            else:
                yield node.module
        elif isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names if alias.name.partition(".")[0] == "hearsay")


@pytest.mark.parametrize("module", [name for name in MODULES if "/" in name])
def test_a_stage_imports_only_what_stands_above_it(module):
    stage = module.partition("/")[0]
    allowed = {*ORDER[: ORDER.index(stage) + 1], "errors"}
    used = {name.split(".")[1] for name in imported(SOURCE / module)}
    assert used - allowed == set()


def modules_named(page):
    """Each module that the page names below its stage; a `folder/` that leads a table's row is theirs."""
    for stage, section in re.findall(r"^## `(\w+)/`.*?\n(.*?)(?=^## |\Z)", page, re.M | re.S):
        for package, line in re.findall(r"^(?:\| `(\w+/)`: )?(.*)", section, re.M):
            yield from (f"{stage}/{package}{name}" for name in re.findall(r"`([a-z]\w*\.py)`", line))


def test_the_architecture_page_names_every_module_where_it_is():
    named = set(modules_named((ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")))
    listed = {
        name
        for name in MODULES
        if "/" in name and not name.startswith("model/") and not name.endswith("__init__.py")
    }
    assert (listed - named, named - listed) == (set(), set())
