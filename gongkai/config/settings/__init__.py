"""Settings: `base` for every running system, `test` for the tests."""
