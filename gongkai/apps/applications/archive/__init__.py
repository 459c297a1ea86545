"""Case files and terms of keeping."""
