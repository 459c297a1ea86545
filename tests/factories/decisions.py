"""Facts of decisions, as their samples show them."""

from gongkai.core.applications.decisions import Decision


def facts_for(decision: Decision, **changed: str) -> dict[str, str]:
    """All facts of a decision, as somebody would enter them."""
    return {fact.key: fact.sample for fact in decision.facts} | changed
