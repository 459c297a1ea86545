"""Sealing (加密存储): personal data at rest."""
