"""Receiving applications: drafts, numbers, receipts' day, splitting."""
