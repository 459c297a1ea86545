"""Dates, numbers and punctuation (日期、数字、标点)."""

from gongkai.core.checks.text import dates, marks, slips

RULES = (*dates.RULES, *marks.RULES, *slips.RULES)
