"""Layout and metadata (格式和必填项, §13.5), and the attachments."""

from gongkai.core.checks.layout import attachments, body, metadata, title

RULES = (*title.RULES, *metadata.RULES, *body.RULES, *attachments.RULES)
