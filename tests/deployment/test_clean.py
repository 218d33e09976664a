"""A public server with the settings that the pages ask for has nothing left to be warned of."""

import os
import secrets
import subprocess
import sys

from herotycoon.embedded.folder import CHECKOUT

PUBLIC = {
    "ALLOWED_HOSTS": "game.example.org",
    "HSTS_SUBDOMAINS": "true",
    "HSTS_PRELOAD": "true",
}


def checked(**environment: str) -> subprocess.CompletedProcess[str]:
    clean = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("HTTPS", "HSTS", "BEHIND", "ALLOWED", "DEBUG", "SECRET", "ENCRYPTION"))
    }
    command = [sys.executable, "manage.py", "check", "--deploy", "--fail-level", "WARNING"]
    return subprocess.run(
        command, cwd=CHECKOUT, env=clean | environment, check=False, capture_output=True, text=True
    )


def test_check_deploy_is_clean_with_the_settings_of_a_public_server() -> None:
    keys = {name: secrets.token_urlsafe(50) for name in ("SECRET_KEY", "ENCRYPTION_KEYS")}
    done = checked(**PUBLIC, **keys)
    assert (done.returncode, done.stdout.strip()) == (0, "System check identified no issues (0 silenced)."), (
        done.stderr
    )


def test_what_is_missing_is_told() -> None:
    done = checked(**PUBLIC)
    assert done.returncode == 1
    assert "herotycoon.W001" in done.stderr
