"""Storages of files beyond those Django brings."""
