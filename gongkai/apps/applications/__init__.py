"""Disclosure on application (依申请公开): from receipt to archive."""
