"""The secret key of a developer's machine is drawn once."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from herotycoon.embedded.errors import EmbeddedError
from herotycoon.embedded.secret import kept_secret


def test_the_key_is_kept(tmp_path: Path) -> None:
    assert kept_secret(tmp_path / "data") == kept_secret(tmp_path / "data")


def test_the_key_is_long_and_for_its_owner_alone(tmp_path: Path) -> None:
    assert len(kept_secret(tmp_path)) >= 50
    assert (tmp_path / "secret_key").stat().st_mode & 0o077 == 0


def test_processes_that_come_at_once_read_the_same_key(tmp_path: Path) -> None:
    with ThreadPoolExecutor(8) as crowd:
        assert len(set(crowd.map(kept_secret, [tmp_path] * 32))) == 1
    assert [path.name for path in tmp_path.iterdir()] == ["secret_key"]


def test_a_place_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(EmbeddedError, match=r"Cannot keep a secret key in .*set HEROTYCOON_DATA"):
        kept_secret(tmp_path / "file" / "data")
