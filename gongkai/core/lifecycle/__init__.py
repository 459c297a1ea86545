"""A state machine (流程) as a table."""

from gongkai.core.lifecycle.drawing import mermaid
from gongkai.core.lifecycle.lifecycle import Lifecycle, State, Step

__all__ = ["Lifecycle", "State", "Step", "mermaid"]
