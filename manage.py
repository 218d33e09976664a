#!/usr/bin/env python
"""Django's command line, with the bundled servers started for the commands that need a database."""

import os
import sys

ASKS_THE_DATABASE = {"--database"}
"""With this option, `check` needs a server like any other command."""
STARTS_THEM_ITSELF = {"serve"}
"""It stops the servers as well, if it was the one who started them."""
NEEDS_NO_SERVER = {"", "help", "version", "--help", "--version", "-h", "check", "diffsettings", "startapp"}


def main() -> None:
    """Run the command in `sys.argv`; a server that cannot start is told in one line."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "herotycoon.settings")
    from django.core.management import execute_from_command_line

    from herotycoon.embedded import errors, servers

    command = sys.argv[1] if len(sys.argv) > 1 else ""
    try:
        import herotycoon.settings  # noqa: F401 - reads .env, which may name other servers

        if command not in STARTS_THEM_ITSELF and not _needs_no_server(command, sys.argv):
            servers.ensure()
    except errors.EmbeddedError as error:
        sys.exit(f"manage.py: {error}")
    execute_from_command_line(sys.argv)


def _needs_no_server(command: str, words: list[str]) -> bool:
    asks = any(word.partition("=")[0] in ASKS_THE_DATABASE for word in words)
    return bool({"--help", "-h"} & set(words)) or (command in NEEDS_NO_SERVER and not asks)


if __name__ == "__main__":
    main()
