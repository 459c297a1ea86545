"""Django's own commands: python -m gongkai.config.manage COMMAND."""

import os
import sys

from django.core.management import execute_from_command_line


def main() -> None:
    """Run the command on the line."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "gongkai.config.settings.base")
    execute_from_command_line(sys.argv)


if __name__ == "__main__":
    main()
