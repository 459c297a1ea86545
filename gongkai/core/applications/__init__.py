"""Disclosure on application (依申请公开): what the Regulations say of a request, as tables."""
