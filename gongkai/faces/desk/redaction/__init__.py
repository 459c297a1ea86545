"""Pages of the desk about redaction (区分处理)."""
