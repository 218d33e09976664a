"""What schemathesis is told about this game (its SCHEMATHESIS_HOOKS): whose token, and what there is to be found.

It runs in the process of schemathesis, which knows no Django: the scene comes as a file of JSON. Values that were
generated to be wrong, and those that a link brings from an earlier answer, stay what they are; of the others most are
replaced by ids that exist, so that cases go deep, and some are left to lead nowhere.
"""

from __future__ import annotations

import json
import os
import random
from pathlib import Path
from typing import Any

import schemathesis
from schemathesis.core.failures import ServerError
from schemathesis.core.parameters import ParameterLocation
from schemathesis.openapi.checks import RejectedPositiveData

SCENE = json.loads(Path(os.environ["FUZZ_SCENE"]).read_text())
TALLY = Path(os.environ["FUZZ_TALLY"])
BEARER = f"Bearer {SCENE['token']}"
SPARES: dict[str, list[Any]] = SCENE["spares"]
ENDING = ("delete_world", "end_session")
ZONES = 8
DEEP = 0.85
"""The share of cases that go where there is something."""
_chance = random.Random(7)
_tally = TALLY.open("a", buffering=1)


@schemathesis.auth()
class Player:
    """Who asks."""

    def get(self, case: Any, context: Any) -> str:
        """The player."""
        return BEARER

    def set(self, case: Any, data: str, context: Any) -> None:
        """As clients do."""
        case.headers["Authorization"] = data


@schemathesis.hook
def before_load_schema(context: Any, raw_schema: dict[str, Any]) -> None:
    """A few time zones: with all four hundred, most of the time would go into telling one report in each."""
    for parameter in raw_schema["paths"]["/api/v1/worlds/{world}/offline-progress/"]["get"]["parameters"]:
        zones = parameter["schema"].get("enum", [])
        del zones[ZONES:]


@schemathesis.hook
def before_call(context: Any, case: Any, kwargs: dict[str, Any]) -> None:
    """Let a case find something, and end nothing but what is there to be ended."""
    name = case.operation.definition.raw["operationId"]
    if case.path_parameters and not _wrong(case, ParameterLocation.PATH):
        _lead(name, case)
    if case.path_parameters and name in ENDING:
        _spare_what_is_kept(case)
    _refresh(case)
    if case.headers.get("Authorization") == BEARER:
        _lend(name, case)
    if name == "reset_password" and isinstance(case.body, dict) and not _wrong(case, ParameterLocation.BODY):
        _remember(case)


@schemathesis.hook
def after_call(context: Any, case: Any, response: Any) -> None:
    """A line for each request."""
    name = case.operation.definition.raw["operationId"]
    phase = case.meta.phase.name.value if case.meta else "probe"
    _tally.write(f"{name} {case.method} {phase} {response.status_code}\n")


@schemathesis.hook
def filter_failure(context: Any, failure: Any, case: Any, response: Any) -> bool:
    """A command to a world that is being brought to now waits, with a 503 of a type of its own; nothing failed."""
    waits = response.status_code == 503 and b"/problems/world-catching-up/" in response.content
    return not (waits and isinstance(failure, ServerError | RejectedPositiveData))


def _wrong(case: Any, location: ParameterLocation) -> bool:
    return bool(case.meta is not None and case.meta.is_negative_at(location))


def _lead(name: str, case: Any) -> None:
    """Ids that exist, in the path, of one world. Those of links stay."""
    linked = _linked(case)
    inside = _chance.choice(SCENE["worlds"])
    for parameter in case.path_parameters:
        if parameter in linked or (_chance.random() > DEEP and name != "delete_world"):
            continue
        if parameter == "world":
            case.path_parameters["world"] = _world(name, inside)
        elif parameter == "session":
            case.path_parameters["session"] = _spare("end_session")
        elif parameter in inside:
            case.path_parameters[parameter] = _chance.choice(inside[parameter])
        elif parameter == "slug":
            case.path_parameters["slug"] = _chance.choice(["refused", "invalid", "not-found"])


def _spare_what_is_kept(case: Any) -> None:
    """What the run stands on is not ended, though answers tell its ids: they come back by links, and as values once seen."""
    for parameter, spares in (("world", "worlds"), ("session", "end_session")):
        if str(case.path_parameters.get(parameter)) in SCENE["kept"]:
            case.path_parameters[parameter] = _spare(spares)


def _linked(case: Any) -> set[str]:
    override = getattr(case, "_override", None)
    return set(override.path_parameters) if override else set()


def _world(name: str, inside: dict[str, Any]) -> str:
    if name == "delete_world":
        return str(_spare("worlds"))
    return str(SCENE["clay"] if name == "change_world" else inside["world"])


def _spare(what: str) -> Any:
    """One of them, each once; the last one over and over."""
    rest = SPARES[what]
    return rest.pop() if len(rest) > 1 else rest[0]


def _refresh(case: Any) -> None:
    """No cursor that was made up is of any list, and a key is good for one request."""
    if _chance.random() > DEEP:
        return
    if not _wrong(case, ParameterLocation.QUERY):
        case.query.pop("cursor", None)
    if "Idempotency-Key" in case.headers and not _wrong(case, ParameterLocation.HEADER):
        case.headers["Idempotency-Key"] = f"{_chance.getrandbits(64):x}"


def _lend(name: str, case: Any) -> None:
    """Another's token, for what would end the player's."""
    if name == "change_me":
        case.headers["Authorization"] = f"Bearer {SPARES['change_me'][0]}"
        if (
            isinstance(case.body, dict)
            and "password" in case.body
            and not _wrong(case, ParameterLocation.BODY)
        ):
            case.body |= {"password": SCENE["password"], "current_password": SCENE["password"]}
    elif name == "end_all_sessions":
        case.headers["Authorization"] = f"Bearer {_spare(name)}"
    elif name == "erase_me":
        username, token = _spare(name)
        case.headers["Authorization"] = f"Bearer {token}"
        if not _wrong(case, ParameterLocation.QUERY) and _chance.random() < DEEP:
            case.query["confirm"] = username


def _remember(case: Any) -> None:
    """The code of a letter, most of the time."""
    if _chance.random() < DEEP:
        user, code = _spare("reset_password")
        case.body |= {"user": user, "code": code}
