"""Actions look alike: actor first, the rest by name, one transaction, an entry in the journal."""

import ast

import pytest

from tests.house.sources import files, name_of, tree

DOORS = ("gongkai/apps/wires/", "gongkai/apps/journal/")
GATE = "gongkai/apps/organs/scope.py"
RECORDS = {"record", "record_reading"}
Function = ast.FunctionDef


def public_functions() -> dict[str, Function]:
    """Every public function at the top of a module of the areas, by its place."""
    return {
        f"{name_of(path)}:{node.name}": node
        for path in files("gongkai/apps")
        if not name_of(path).startswith(DOORS)
        for node in tree(path).body
        if isinstance(node, Function) and not node.name.startswith("_")
    }


def is_atomic(function: Function) -> bool:
    """Whether the whole function is one transaction."""
    return any(ast.unparse(mark) == "transaction.atomic" for mark in function.decorator_list)


def is_query(place: str) -> bool:
    """Whether the function is for looking things up, or is the gate that says what is seen."""
    return "queries" in place or place.startswith(GATE)


def first_parameter(function: Function) -> str:
    """The first parameter with its annotation."""
    return ast.unparse(function.args.args[0]) if function.args.args else ""


def calls(function: Function) -> set[str]:
    """The names of what a function calls."""
    found = (node for node in ast.walk(function) if isinstance(node, ast.Call))
    return {ast.unparse(call.func) for call in found}


FUNCTIONS = public_functions()
WITH_ACTOR = [row for row in FUNCTIONS.values() if first_parameter(row) == "actor: Actor"]
ACTIONS = {place: row for place, row in FUNCTIONS.items() if is_atomic(row)}


def test_there_are_actions() -> None:
    assert len(ACTIONS) >= 2


@pytest.mark.parametrize("place", ACTIONS)
def test_an_action_takes_the_actor_first_and_the_rest_by_name(place: str) -> None:
    assert first_parameter(ACTIONS[place]) == "actor: Actor"
    assert len(ACTIONS[place].args.args) == 1


@pytest.mark.parametrize("place", ACTIONS)
def test_an_action_records(place: str) -> None:
    """Itself, or through another function of the areas that takes the actor."""
    called, new = set[str](), calls(ACTIONS[place])
    while new := new - called:
        called |= new
        new = {name for row in WITH_ACTOR if row.name in new for name in calls(row)}
    assert called & RECORDS


@pytest.mark.parametrize(
    "place", [place for place, row in FUNCTIONS.items() if first_parameter(row) == "actor: Actor"]
)
def test_who_takes_an_actor_is_a_query_or_one_transaction(place: str) -> None:
    assert is_query(place) or is_atomic(FUNCTIONS[place])
