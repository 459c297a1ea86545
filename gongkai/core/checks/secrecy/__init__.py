"""Marks of secrecy (密级标志), words that keep a document inside, and passwords."""

from gongkai.core.checks.secrecy import inner, levels, passwords

RULES = (*levels.RULES, *inner.RULES, *passwords.RULES)
