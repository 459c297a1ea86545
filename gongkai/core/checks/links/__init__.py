"""Links (链接): dangerous ones, misleading ones, dead ones (R13 §13.3)."""

from gongkai.core.checks.links import dangerous, working

RULES = (*dangerous.RULES, *working.RULES)
