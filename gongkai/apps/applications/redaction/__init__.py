"""Taking parts out of files (区分处理)."""
