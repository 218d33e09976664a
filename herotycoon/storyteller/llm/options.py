"""How a deployment hires a storyteller: STORYTELLER says whether, STORYTELLER_… whom, at what price, within what bounds."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import Any, Final, Literal, get_args
from urllib.parse import urlsplit

from pydantic import BaseModel, ConfigDict, Field, SecretStr, ValidationError

Kind = Literal["template", "llm"]
Provider = Literal["openai", "anthropic"]
KINDS: Final[tuple[Kind, ...]] = get_args(Kind)
PROVIDERS: Final[tuple[Provider, ...]] = get_args(Provider)
PREFIX = "STORYTELLER_"
LONGEST_WAIT = 300
"""Seconds that all attempts of one question may take: workers give a task back after ten minutes."""


@dataclass(frozen=True)
class Endpoint:
    """Whom to ask. ``provider`` is whose manners the server has; without a ``base_url`` it is their own."""

    provider: str
    model: str
    base_url: str
    key: SecretStr

    @property
    def name(self) -> str:
        """A short name for it that tells nobody anything."""
        return sha256(f"{self.provider} {self.base_url} {self.model}".encode()).hexdigest()[:16]


class Options(BaseModel):
    """The options, by the names of their variables without the prefix, in lower case."""

    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True)

    kind: Kind = "template"
    provider: Provider = "openai"
    model: str = Field(default="", max_length=120)
    base_url: str = Field(default="", max_length=200)
    api_key: SecretStr = SecretStr("")
    timeout: float = Field(default=30.0, gt=0, le=120)
    """Seconds for one call, from its first byte to the last."""
    attempts: int = Field(default=3, ge=1, le=5)
    backoff: float = Field(default=2.0, ge=0, le=30)
    """Seconds before the second attempt, at the most; twice as many before the third."""
    price_in: float = Field(default=0.0, ge=0, le=10_000)
    """Dollars for a million tokens that are sent."""
    price_out: float = Field(default=0.0, ge=0, le=10_000)
    calls_a_day: int = Field(default=50, ge=0)
    """Of one world."""
    tokens_a_day: int = Field(default=100_000, ge=0)
    """Of one world, sent and received."""
    calls_a_visit: int = Field(default=9, ge=0)
    """Of all worlds of a master, from the beginning of a visit to that of the next."""
    answer_tokens: int = Field(default=3_000, ge=100, le=32_000)
    answer_bytes: int = Field(default=200_000, ge=1_000, le=2_000_000)
    breaker_failures: int = Field(default=5, ge=1)
    """Failures in a row after which a server is left alone."""
    breaker_seconds: int = Field(default=300, ge=1, le=86_400)
    decisions: bool = True
    """Whether it is asked for counsel before decisions that matter; otherwise for words alone."""
    keep_texts: bool = False
    """Whether questions and answers are kept word for word, which may hold what masters wrote."""

    @property
    def longest(self) -> float:
        """Seconds that all attempts of one question may take."""
        return self.attempts * (self.timeout + self.backoff * float(2**self.attempts))

    @property
    def endpoint(self) -> Endpoint | None:
        """The storyteller that the deployment hires, if any."""
        if not self.model:
            return None
        return Endpoint(self.provider, self.model, self.base_url, self.api_key)


def given(environ: Mapping[str, str]) -> dict[str, Any]:
    """What the environment says; the key is wrapped at once, so that nothing prints it."""
    found: dict[str, Any] = {
        name.removeprefix(PREFIX).lower(): value for name, value in environ.items() if name.startswith(PREFIX)
    }
    if "api_key" in found:
        found["api_key"] = SecretStr(found["api_key"])
    return found | {"kind": environ.get("STORYTELLER") or "template"}


def options() -> Options:
    """The options of the settings; those that are wrong were told by a system check, and everybody has the template."""
    from django.conf import settings

    try:
        return Options.model_validate(settings.STORYTELLER)
    except ValidationError:
        return Options()


def complaints(raw: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """(id, what is wrong and what would be right) of settings."""
    names = list(Options.model_fields)
    unknown = [name for name in raw if name not in names]
    for name in unknown:
        near = difflib.get_close_matches(name, names, n=1, cutoff=0.0)[0]
        yield "herotycoon.E050", f"Nobody reads {variable(name)}; is {variable(near)} meant?"
    try:
        told = Options.model_validate({name: value for name, value in raw.items() if name in names})
    except ValidationError as error:
        for one in error.errors(include_input=False, include_url=False):
            yield "herotycoon.E051", f"{variable(str(one['loc'][0]))} is wrong: {_said(one, raw)}."
        return
    yield from _together(told)


def variable(name: str) -> str:
    """The variable of the environment that sets an option."""
    return "STORYTELLER" if name == "kind" else PREFIX + name.upper()


def bad_address(base_url: str) -> str:
    """What is wrong with the address of a server; empty where nothing is."""
    try:
        at = urlsplit(base_url)
        host = at.hostname
        port_is_one = at.port is None or at.port > 0
    except ValueError:
        return "an address is written https://host:port/path"
    if at.scheme not in ("http", "https") or not host or not port_is_one or not base_url.isprintable():
        return "an address is written https://host:port/path"
    if at.username or at.password or at.query or at.fragment:
        return "an address holds no password, no question and no fragment"
    return ""


def _together(told: Options) -> Iterator[tuple[str, str]]:
    """What fits each by itself, and not the others."""
    if told.base_url and (wrong := bad_address(told.base_url)):
        yield "herotycoon.E051", f"STORYTELLER_BASE_URL is wrong: {wrong}."
    if told.kind == "llm" and not told.model:
        yield "herotycoon.E052", "STORYTELLER is llm, and STORYTELLER_MODEL says no model."
    if told.kind == "llm" and not told.base_url and not told.api_key.get_secret_value():
        yield (
            "herotycoon.E053",
            f"STORYTELLER_API_KEY is empty, and {told.provider} answers nobody without one.",
        )
    if told.longest > LONGEST_WAIT:
        yield (
            "herotycoon.E054",
            f"STORYTELLER_ATTEMPTS of STORYTELLER_TIMEOUT may take longer than {LONGEST_WAIT} seconds.",
        )


def _said(error: Any, raw: Mapping[str, Any]) -> str:
    name = str(error["loc"][0])
    if (known := {"kind": KINDS, "provider": PROVIDERS}.get(name)) is None:
        return str(error["msg"])
    near = difflib.get_close_matches(str(raw[name]), known, n=1, cutoff=0.0)[0]
    return f"there are {' and '.join(known)}; the nearest is {near}"
