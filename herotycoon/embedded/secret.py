"""Django's secret key on a developer's machine: drawn once, kept in the ignored data folder."""

import os
import secrets
from pathlib import Path

from herotycoon.embedded.errors import EmbeddedError


def kept_secret(folder: Path) -> str:
    """Return the key in `folder/secret_key`, drawing it first if there is none.

    Two processes may come at once: the key is written aside and linked into place, so both read the same.
    """
    path = folder / "secret_key"
    try:
        if not path.exists():
            folder.mkdir(parents=True, exist_ok=True)
            _draw(path)
        return path.read_text().strip()
    except OSError as error:
        raise EmbeddedError(
            f"Cannot keep a secret key in {path} ({error.strerror}); make the folder writable, "
            "or set HEROTYCOON_DATA to another folder, or SECRET_KEY."
        ) from None


def _draw(path: Path) -> None:
    draft = path.with_name(f"secret_key.{os.getpid()}.{secrets.token_hex(4)}")
    draft.touch(mode=0o600)
    try:
        draft.write_text(secrets.token_urlsafe(50) + "\n")
        os.link(draft, path)
    except FileExistsError:
        pass
    finally:
        draft.unlink()
