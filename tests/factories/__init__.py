"""Synthetic annual reports with known truth, in the layouts that exist in the field."""
