"""Thousands of requests made of the OpenAPI document, right ones and wrong ones: every answer is one it tells of.

Less than a minute of it in every run of the suite; ``make fuzz`` goes on for longer.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from herotycoon.accounts.models import User
from herotycoon.pg.route import ENGINE, WEB
from tests.api.fuzz.program import GRACE, ROUNDS, fuzz
from tests.api.fuzz.scene import ended, scene
from tests.api.fuzz.server import serving
from tests.api.routes import METHODS, routes
from tests.worlds.lives import wrong

SECONDS = int(os.environ.get("FUZZ_SECONDS", "40"))
EXAMPLES = int(os.environ.get("FUZZ_EXAMPLES", "30"))
SEED = int(os.environ.get("FUZZ_SEED", "1"))
LEAST = 1_500
"""Requests, however slow the machine."""


@pytest.mark.timeout(ROUNDS * (SECONDS + GRACE))
@pytest.mark.django_db(transaction=True, databases=[ENGINE, WEB])
def test_no_request_is_answered_otherwise_than_the_document_says(master: User, tmp_path: Path) -> None:
    there, log = scene(master), tmp_path / "server.log"
    with serving(log) as address:
        run = fuzz(
            address,
            there.told,
            tmp_path,
            seconds=SECONDS,
            examples=EXAMPLES,
            seed=SEED,
            least=LEAST,
            wanted=operations(),
        )
    code, said, cases = run.code, run.said, run.cases
    assert ended(there.told["kept"]) == set(), "the run has sawn off the branch it sat on"
    assert code == 0, said
    assert [line for line in log.read_text().splitlines() if "mistake" in line] == []
    assert operations() - run.reached() == set()
    assert cases >= LEAST
    for world in there.worlds:
        world.refresh_from_db()
        assert wrong(world) == []


def operations() -> set[str]:
    """Everything that can be asked for."""
    return {one.id for route in routes() for method in METHODS if (one := route.operation(method))}
