"""Chinese stands in tables: no control flow compares with a Chinese literal of its own."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.house.sources import files, name_of, tree

CHINESE = re.compile(r"[\u4e00-\u9fff]")
SEARCHES = {
    "count", "endswith", "find", "findall", "finditer", "fullmatch", "index", "match", "partition",
    "removeprefix", "removesuffix", "rfind", "rpartition", "search", "split", "startswith", "sub",
}  # fmt: skip


def chinese(node: ast.AST) -> Iterator[ast.Constant]:
    """The Chinese literals directly or indirectly below a node."""
    for part in ast.walk(node):
        if isinstance(part, ast.Constant) and CHINESE.search(repr(part.value)):
            yield part


def searched(call: ast.Call) -> Iterator[ast.expr]:
    """What a call looks for, where it is a call that looks for something."""
    if isinstance(call.func, ast.Attribute) and call.func.attr in SEARCHES:
        yield from call.args


def strays(node: ast.AST) -> Iterator[ast.Constant]:
    """Chinese literals by which control flow decides."""
    for part in ast.walk(node):
        if isinstance(part, (ast.Compare, ast.MatchValue)):
            yield from chinese(part)
        elif isinstance(part, ast.Call):
            for argument in searched(part):
                yield from chinese(argument)


def functions(path: Path) -> Iterator[ast.AST]:
    """The functions of a file."""
    for node in ast.walk(tree(path)):
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            yield node


@pytest.mark.parametrize("path", files("gongkai"), ids=name_of)
def test_control_flow_does_not_compare_with_chinese(path: Path) -> None:
    found = {f"{row.lineno}: {row.value!r}" for node in functions(path) for row in strays(node)}
    assert found == set()


@pytest.mark.parametrize(
    "code",
    [
        pytest.param('def f(x):\n    return x == "通过"', id="比较"),
        pytest.param('def f(x):\n    return "通过" in x', id="包含"),
        pytest.param('def f(x):\n    return x.startswith("第")', id="查找"),
        pytest.param(
            'def f(x):\n    match x:\n        case "通过":\n            return 1', id="分支"
        ),
    ],
)
def test_a_stray_is_found(code: str) -> None:
    assert list(strays(ast.parse(code)))


def test_a_table_and_a_message_are_no_strays() -> None:
    code = 'LABEL = "通过"\ndef f(x):\n    return f"第{x}行" if x == LABEL else LABEL'
    assert list(strays(ast.parse(code))) == []
