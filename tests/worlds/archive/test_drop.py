"""What is dropped is exported, and everything that is left still adds up, from the checkpoint on."""

from __future__ import annotations

import gzip
import json
import re
from pathlib import Path

import pytest
from django.db import connection

from heroes.models import Hero
from herotycoon.accounts.models import AuditEntry, User
from tests.worlds.archive.weeks import WEEK, archive, history, lived, told
from tests.worlds.commands_scene import Manage
from tests.worlds.lives import LONG_AGO, wrong
from worlds.models import Checkpoint, World
from worlds.replay import replay
from worlds.services.archive.drop import CannotDrop, drop
from worlds.services.archive.reach import Reach
from worlds.services.fingerprint import fingerprint
from worlds.services.report.since import since
from worlds.tick import tick

pytestmark = pytest.mark.django_db


@pytest.fixture
def world(world: World) -> World:
    """Two weeks of it are archived."""
    archive(world, 2)
    return world


def lines(path: Path) -> list[dict]:
    with gzip.open(path, "rt") as file:
        return [json.loads(line) for line in file]


def test_week_after_week_may_go_and_the_ledger_still_balances(world: World, tmp_path: Path) -> None:
    late = told(world, 2 * WEEK + 5, 2 * WEEK - 1)
    for week in (0, 1):
        dropped = drop([Reach(world.pk, 0, week + 1)], tmp_path)
        assert dropped.weeks == 1
        assert dropped.rows > 200
        assert wrong(world, decisions=True) == []
    assert told(world, 2 * WEEK + 5, 2 * WEEK - 1) == late
    assert told(world, -1, 100) == [late[1], late[1]]
    assert {point.step for point in Checkpoint.objects.all()} == {2 * WEEK - 1}
    assert Checkpoint.objects.count() == Hero.objects.count() + 1
    tick({world.pk: world.step + 300})
    assert wrong(world, decisions=True) == []


def test_what_hands_did_is_kept_so_that_the_world_can_be_lived_again(world: World, tmp_path: Path) -> None:
    dropped = drop([Reach(world.pk, 0, 2)], tmp_path)
    kept = history(world)
    assert dropped.kept == 5
    assert [row for row in kept[1] if "patrol" in row] != []
    assert replay(world).equal
    assert replay(world, to_step=2 * WEEK + 50).equal


def test_two_worlds_that_dropped_alike_print_one_hash_and_not_that_of_before(
    master: User, tmp_path: Path
) -> None:
    one, other = lived(master), lived(master)
    assert fingerprint(one.pk) == fingerprint(other.pk)
    for world in (one, other):
        archive(world, 2)
        before = fingerprint(world.pk, after=WEEK - 1)
        drop([Reach(world.pk, 0, 1)], tmp_path)
        assert fingerprint(world.pk) == before
    assert fingerprint(one.pk) == fingerprint(other.pk)


def test_the_export_has_every_row_as_it_was(world: World, tmp_path: Path) -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT to_jsonb(a)::text, to_jsonb(d)::text FROM activity_history(%(w)s, -1, 335) a"
            " LEFT JOIN decision_history(%(w)s, -1, 335) d ON d.id = a.id ORDER BY a.step, a.seq",
            {"w": world.pk},
        )
        rows = [(json.loads(a), json.loads(d) if d else None) for a, d in cursor.fetchall()]
    drop([Reach(world.pk, 0, 1)], tmp_path)
    header, *found = lines(tmp_path / str(world.pk) / "week-00000.jsonl.gz")
    assert [(line["activity"], line["decision"]) for line in found] == rows
    assert (header["format"], header["after"], header["until"]) == (1, -1, WEEK - 1)
    assert {hero["number"] for hero in header["heroes"].values()} == {0, 1, 2, 3, 4}
    [row] = AuditEntry.objects.filter(action="drop_archive")
    assert (row.subject_id, row.about_world) == (world.owner_id, world.pk)
    assert row.details["rows"] + row.details["kept"] == len(found)


def test_a_damaged_sum_is_told_from_the_checkpoint(world: World, tmp_path: Path) -> None:
    drop([Reach(world.pk, 0, 2)], tmp_path)
    point = Checkpoint.objects.exclude(hero=None)[0]
    point.state["gold"] += 7
    point.state["until"] -= 1
    point.state["relationships"] = [
        *point.state["relationships"],
        {"with": 3, "kind": "rivalry", "change": 90},
    ]
    point.save()
    found = "\n".join(wrong(world))
    assert re.search(rf"gold: .* at step {2 * WEEK - 1} ", found)
    assert "7 too little" in found
    assert "I5" in found
    assert "rivalry" in found


def test_a_report_from_before_starts_there_and_says_so(world: World, tmp_path: Path, manage: Manage) -> None:
    drop([Reach(world.pk, 0, 1)], tmp_path)
    start = since(world, LONG_AGO)
    assert start.step == WEEK - 1
    assert start.note.startswith("What happened before 1 January 2026, 14:")
    code, out, err = manage("offline_progress", str(world.pk), "--since", LONG_AGO.isoformat())
    assert (code, err) == (0, "")
    assert "no longer kept here" in " ".join(out.split())


def test_what_is_not_archived_is_not_dropped(master: User, tmp_path: Path) -> None:
    world = lived(master)
    archive(world, 2, first=1)
    with pytest.raises(CannotDrop, match="were not archived"):
        drop([Reach(world.pk, 0, 2)], tmp_path)
    assert not Checkpoint.objects.exists()
    assert list(tmp_path.iterdir()) == []


def test_the_command_drops_what_is_old_enough_and_says_what_it_did(
    world: World, tmp_path: Path, manage: Manage
) -> None:
    deep = tmp_path / "deep" / "down"
    words = ("--world", str(world.pk), "--drop-older-than", "60d", "--export", str(deep))
    code, out, err = manage("archive_activity", *words)
    assert (code, err) == (0, "")
    assert re.search(r"2 world-weeks dropped: [\d,]+ rows, 5 kept\.\n", out)
    assert len(list((deep / str(world.pk)).iterdir())) == 2
    assert wrong(world) == []


def test_a_folder_that_cannot_be_written_drops_nothing(world: World, tmp_path: Path, manage: Manage) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("in the way")
    before = history(world)
    code, _, err = manage("archive_activity", "--drop-older-than", "60d", "--export", str(blocked))
    assert code == 1
    assert len(err.strip().splitlines()) == 1
    assert history(world) == before
