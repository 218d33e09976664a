"""A little of everything, on whatever PostgreSQL DATABASE_URL names; prints what came of it as JSON.

python -m tests.operations.smoke
"""

from __future__ import annotations

import json
import sys
from io import StringIO
from pathlib import Path
from typing import Any

import django


def live(owner: Any) -> dict[str, Any]:
    """A world of four days in which everything is done that a master can do; what must be alike on every server."""
    from heroes.models import Decision
    from tests.worlds.inputs_scene import SENSIBLE, enrich, make_rivals
    from tests.worlds.lives import aged, told, wrong
    from worlds.replay import replay
    from worlds.services.fingerprint import fingerprint
    from worlds.tick import tick

    twin = aged(owner, 96, seed=11)
    lived = replay(twin)
    world = aged(owner, 48)
    enrich(world, 5_000)
    make_rivals(world)
    answers = [told(world.id, verb, args) for verb, args in SENSIBLE.items()]
    tick({world.id: 192})
    world.refresh_from_db()
    decision = Decision.objects.filter(world=world).order_by("started_step", "hero__number").last()
    assert decision is not None
    return {
        "world": str(world.id),
        "fingerprint": fingerprint(world.id),
        "answers": json.loads(json.dumps(answers)),
        "wrong": wrong(world, decisions=True),
        "replayed": lived.original if lived.equal else "differs",
        "report": said("offline_progress", str(world.id)),
        "explanation": said("explain", str(decision.id)).rpartition("Decision ")[0],
    }


def said(*words: str, **options: Any) -> str:
    """What a command prints."""
    from django.core.management import call_command

    out = StringIO()
    call_command(*words, stdout=out, stderr=StringIO(), **options)
    return out.getvalue().strip()


def seen(user: Any, world: Any) -> list[int]:
    """How many of its heroes, activities and guilds a player sees of one world."""
    from heroes.models import Activity, Hero
    from herotycoon.pg.scope import NotYours, as_player
    from worlds.models import Guild

    tables = (Hero, Activity, Guild)
    try:
        with as_player(user.id, [world]):
            return [model.objects.filter(world_id=world).count() for model in tables]
    except NotYours:
        with as_player(user.id):
            return [model.objects.filter(world_id=world).count() for model in tables]


def main() -> None:
    """Migrate, live, look, back up, restore, compare; down and up again."""
    django.setup()
    from django.db import connection

    from heroes.models import Hero
    from herotycoon.accounts.models import User

    said("migrate", verbosity=0)
    master, stranger = (User.objects.create(username=name) for name in ("master", "stranger"))
    told: dict[str, Any] = {
        "lived": live(master),
        "version": connection.cursor().connection.info.server_version // 10_000,
    }
    world = told["lived"]["world"]
    told["mine"] = [bool(count) for count in seen(master, world)]
    told["strangers"] = seen(stranger, world)
    told["checked"] = said("check", databases=["default"])
    file = Path(said("backup", fingerprints="all"))
    told["restored"] = said("restore", str(file), database="restored").partition("fingerprints")[2]
    said("migrate", "worlds", "0001", verbosity=0)
    said("migrate", verbosity=0)
    told["heroes"] = Hero.objects.filter(world_id=world).count()
    sys.stdout.write(json.dumps(told))


if __name__ == "__main__":
    main()
