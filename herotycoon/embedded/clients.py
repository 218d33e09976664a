"""PostgreSQL's client programs, such as pg_dump: the bundled ones, or those that the machine has."""

import shutil
from collections.abc import Iterator
from pathlib import Path

from herotycoon.embedded.errors import EmbeddedError
from herotycoon.embedded.folder import POSTGRES_VERSIONS
from herotycoon.embedded.programs import DEBIAN, bundled_programs, major_version


def client(program: str, at_least: int) -> Path:
    """The oldest `program` whose major version is `at_least` that; raises EmbeddedError where there is none.

    It has to know all that the server knows; and what the oldest one writes most others can read.
    """
    found = {major_version(path): path for path in _candidates(program)}
    fitting = [version for version in found if version is not None and version >= at_least]
    if not fitting:
        raise EmbeddedError(
            f"There is no {program} of PostgreSQL {at_least} or later: none is bundled, and none is on the PATH."
        )
    return found[min(fitting)]


def _candidates(program: str) -> Iterator[Path]:
    """Every place to look in; a later one is preferred to an earlier one of the same version."""
    yield from sorted(DEBIAN.glob(f"*/bin/{program}"))
    if on_path := shutil.which(program):
        yield Path(on_path)
    for version in POSTGRES_VERSIONS:
        if (path := bundled_programs(version) / program).exists():
            yield path
