"""The rules of the house that no linter knows: sizes, who may read what, words, assets."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SOURCES = sorted((ROOT / "facilitator").rglob("*.py"))
TOOLS = [ROOT / "dev.py", *sorted((ROOT / "tools").rglob("*.py"))]
LONGEST_FILE = 400
LONGEST_FUNCTION = 50
LONGEST_CLASS = 300
MOST_METHODS = 20

Function = ast.FunctionDef | ast.AsyncFunctionDef


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def length(node: Function | ast.ClassDef) -> int:
    return (node.end_lineno or node.lineno) - node.lineno + 1


@pytest.fixture(scope="module")
def trees() -> dict[str, ast.Module]:
    return {name_of(path): ast.parse(path.read_text(encoding="utf-8")) for path in [*SOURCES, *TOOLS]}


def test_that_no_file_outgrows_four_hundred_lines() -> None:
    long = {name_of(p): n for p in [*SOURCES, *TOOLS] if (n := len(p.read_text("utf-8").splitlines())) > LONGEST_FILE}
    assert long == {}


def test_that_no_function_outgrows_fifty_lines(trees: dict[str, ast.Module]) -> None:
    long = {
        f"{name}:{node.lineno} {node.name}": length(node)
        for name, tree in trees.items()
        for node in ast.walk(tree)
        if isinstance(node, Function) and length(node) > LONGEST_FUNCTION
    }
    assert long == {}


def test_that_no_class_outgrows_three_hundred_lines_or_twenty_methods(trees: dict[str, ast.Module]) -> None:
    big = {}
    for name, tree in trees.items():
        for node in ast.walk(tree):
            if isinstance(node, ast.ClassDef):
                methods = [part for part in node.body if isinstance(part, Function)]
                public = [m for m in methods if not (m.name.startswith("_") or is_qt_override(m))]
                if length(node) > LONGEST_CLASS or len(public) > MOST_METHODS:
                    big[f"{name}:{node.lineno} {node.name}"] = (length(node), len(public))
    assert big == {}


def is_qt_override(node: Function | ast.ClassDef) -> bool:
    """Qt's own names are camelCase, but for a few words, and ask for nothing of us."""
    one_word = {"count", "data", "event", "flags", "paint", "parent", "index"}
    return not isinstance(node, ast.ClassDef) and (node.name != node.name.lower() or node.name in one_word)


def test_that_only_the_workshop_room_names_the_live_database_file() -> None:
    # A plain open and close of the live file in our own process would drop its lock
    pattern = re.compile(r"plan\.workshop|PLAN_FILE")
    readers = [name_of(p) for p in SOURCES if pattern.search(p.read_text("utf-8"))]
    assert [name for name in readers if not name.startswith("facilitator/workshop/")] == []


def test_that_nothing_is_left_for_later() -> None:
    pattern = re.compile(r"\b(TODO|FIXME|XXX|HACK)\b|NotImplementedError")
    assert [name_of(p) for p in [*SOURCES, *TOOLS] if pattern.search(p.read_text("utf-8"))] == []


def test_that_there_is_no_module_level_state_to_rebind(trees: dict[str, ast.Module]) -> None:
    globals_ = [
        f"{name}:{node.lineno}"
        for name, tree in trees.items()
        for node in ast.walk(tree)
        if isinstance(node, ast.Global)
    ]
    assert globals_ == []


def test_that_suppressions_are_few_and_say_their_code() -> None:
    bare = re.compile(r"#\s*type:\s*ignore(?!\[)|#\s*noqa(?!:)")
    coded = re.compile(r"#\s*type:\s*ignore\[")
    texts = {name_of(p): p.read_text("utf-8") for p in SOURCES}
    assert [name for name, text in texts.items() if bare.search(text)] == []
    assert sum(len(coded.findall(text)) for text in texts.values()) <= 5


def test_that_every_public_name_is_documented(trees: dict[str, ast.Module]) -> None:
    undocumented = [
        f"{name}:{node.lineno} {node.name}"
        for name, tree in trees.items()
        for node in ast.walk(tree)
        if isinstance(node, ast.ClassDef | ast.FunctionDef)
        and not node.name.startswith("_")
        and ast.get_docstring(node) is None
        and not is_qt_override(node)
        and is_public_place(tree, node)
    ]
    assert undocumented == []


def is_public_place(tree: ast.Module, node: ast.stmt) -> bool:
    """At the top of the module, or in a public class there."""
    classes = [part for part in tree.body if isinstance(part, ast.ClassDef) and not part.name.startswith("_")]
    return node in tree.body or any(node in cls.body for cls in classes)


def test_that_labels_show_data_as_plain_text_only() -> None:
    # QLabel guesses rich text by itself: a person called <img ...> would be drawn as a picture
    pattern = re.compile(r"(?<!\w)QLabel\(")
    allowed = {"facilitator/desktop/widgets/labels.py"}
    users = {name_of(p) for p in SOURCES if pattern.search(p.read_text("utf-8"))}
    assert users <= allowed


def test_that_every_shipped_folder_carries_its_licence() -> None:
    for folder in ("fonts", "icons"):
        files = {path.name.lower() for path in (ROOT / "assets" / folder).iterdir()}
        assert any("licen" in name or "ofl" in name for name in files), folder
