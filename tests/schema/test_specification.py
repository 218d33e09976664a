"""Every sentence of the specification is kept: by what, and proved by which test.

The table is docs/specification-kept.md; the tests it names are part of this suite and run with it.
"""

import pytest

from heroes.models import Activity
from herotycoon.accounts.models import User
from tests.schema.specification import KEPT, SPECIFICATION, is_there, promises, proofs_in, sentences
from tests.worlds.lives import DAY, aged

PROMISES = promises(KEPT.read_text(encoding="utf-8"))


def test_every_sentence_of_the_specification_is_in_the_table_and_nothing_else() -> None:
    told = [(promise.section, promise.sentence) for promise in PROMISES]
    assert told == sentences(SPECIFICATION.read_text(encoding="utf-8"))


@pytest.mark.django_db
def test_what_keeps_a_sentence_is_there() -> None:
    missing = [f"{p.sentence}: {name}" for p in PROMISES for name in p.where if not is_there(name)]
    assert missing == []
    assert [p.sentence for p in PROMISES if not p.where] == []


def test_what_proves_a_sentence_is_a_test() -> None:
    wrong = []
    for promise in PROMISES:
        for proof in promise.proofs:
            path, _, name = proof.partition("::")
            if not name.startswith("test_") or name not in proofs_in(path):
                wrong.append(f"{promise.sentence}: {proof}")
    assert wrong == []
    assert [promise.sentence for promise in PROMISES if not promise.proofs] == []


@pytest.mark.django_db
def test_a_name_that_nothing_has_is_found() -> None:
    for name in ("heroes.halo", "idx_of_nothing", "manage.py fly", "docs/nowhere.md", "NO_SUCH_SETTING"):
        assert not is_there(name)
    for name in ("heroes", "heroes.personality", "heroes_pkey", "manage.py tick", "worlds/tick.py", "CACHES"):
        assert is_there(name)


def test_the_specification_is_read_to_its_parts() -> None:
    text = "# One\n## 1. **Two**\nIt is so. It Is:\n- a point\n"
    text += "```mermaid\nerDiagram\na ||--o{ b : has\n```\n```json\n{}\n```"
    assert sentences(text) == [
        ("Two", "It is so."),
        ("Two", "It Is:"),
        ("Two", "a point"),
        ("Two", "a ||--o{ b : has"),
        ("Two", "the json example"),
    ]


@pytest.mark.django_db
def test_activity_data_has_the_parts_of_the_example(master: User) -> None:
    world = aged(master, 6 * DAY)
    done = list(Activity.objects.filter(world=world, kind="action").values_list("data", flat=True))
    always = {"action", "location", "duration_minutes", "effectiveness"}
    assert [data for data in done if not always <= data.keys()] == []
    assert {"skill_trained", "partners"} <= {key for data in done for key in data}
