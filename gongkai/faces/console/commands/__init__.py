"""The commands, one module each; every `run` takes the parsed line and returns the exit code."""
