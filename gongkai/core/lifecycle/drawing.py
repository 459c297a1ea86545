"""The drawing of a lifecycle, written by the program so that it never differs from the table."""

from gongkai.core.lifecycle.lifecycle import Lifecycle


def mermaid(lifecycle: Lifecycle) -> str:
    """The state diagram in mermaid's notation."""
    lines = ["stateDiagram-v2"]
    lines += [f'    state "{state.label}" as {state.key}' for state in lifecycle.states]
    lines.append(f"    [*] --> {lifecycle.start}")
    lines += [
        f"    {step.source} --> {step.target}: {step.label}（{step.by.label}）"
        for step in lifecycle.steps
    ]
    lines += [f"    {end} --> [*]" for end in sorted(lifecycle.ends())]
    return "\n".join(lines) + "\n"
