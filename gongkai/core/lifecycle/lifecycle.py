"""Lifecycles: states and the steps between them, who may take each, and on what basis."""

from collections.abc import Set
from dataclasses import dataclass

from gongkai.core.identity import NotAllowedError, Role
from gongkai.core.law import Citation


@dataclass(frozen=True, slots=True)
class State:
    """One state and the word a screen shows for it."""

    key: str
    label: str


@dataclass(frozen=True, slots=True)
class Step:
    """One row of the table: from `source`, `verb` leads to `target`, taken by a holder of `by`."""

    source: str
    verb: str
    target: str
    by: Role
    label: str
    cite: Citation | None = None


@dataclass(frozen=True, slots=True)
class Lifecycle:
    """A whole workflow. A state that no step leaves is an end."""

    name: str
    start: str
    states: tuple[State, ...]
    steps: tuple[Step, ...]

    def __post_init__(self) -> None:
        keys = {state.key for state in self.states}
        used = {self.start} | {key for step in self.steps for key in (step.source, step.target)}
        if used != keys:
            message = f"{self.name}: states {sorted(used ^ keys)} are not both listed and used"
            raise ValueError(message)
        if len({(step.source, step.verb) for step in self.steps}) != len(self.steps):
            message = f"{self.name}: a verb leads from one state to two"
            raise ValueError(message)

    def label(self, state: str) -> str:
        """The word a screen shows for a state."""
        return next(row.label for row in self.states if row.key == state)

    def step(self, state: str, verb: str, roles: Set[Role]) -> Step:
        """The step of that name, if it is open here. Raises NotAllowedError."""
        for step in self.open_to(state, roles):
            if step.verb == verb:
                return step
        message = f"{self.name}: {verb} is not open in state {state} to {sorted(roles)}"
        raise NotAllowedError(message)

    def open_to(self, state: str, roles: Set[Role]) -> tuple[Step, ...]:
        """The steps that a holder of these roles may take now: the buttons of the desk."""
        return tuple(step for step in self.steps if step.source == state and step.by in roles)

    def ends(self) -> frozenset[str]:
        """The states in which the workflow is over."""
        sources = {step.source for step in self.steps}
        return frozenset(state.key for state in self.states if state.key not in sources)

    def reachable(self) -> frozenset[str]:
        """The states one can come to from the start."""
        found = {self.start}
        while more := {step.target for step in self.steps if step.source in found} - found:
            found |= more
        return frozenset(found)
