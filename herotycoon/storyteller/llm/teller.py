"""The storyteller for hire: asks a language model, judges what it says, and takes no for an answer."""

from __future__ import annotations

import random
import time
from dataclasses import dataclass, field
from typing import cast

from pydantic import ValidationError

from herotycoon.storyteller import ledger
from herotycoon.storyteller.ledger import Purse
from herotycoon.storyteller.llm import breaker
from herotycoon.storyteller.llm.client import Said, say
from herotycoon.storyteller.llm.options import Endpoint, Options
from herotycoon.storyteller.llm.prompt import Prompt, prompt
from herotycoon.storyteller.outcomes import PASSING, Outcome
from herotycoon.storyteller.question import A, Asked

_FENCE = "```"


@dataclass(frozen=True)
class LlmStoryteller:
    """One server, asked on behalf of one world."""

    endpoint: Endpoint
    options: Options
    purse: Purse
    _chance: random.Random = field(default_factory=random.SystemRandom, repr=False, compare=False)

    @property
    def name(self) -> str:
        """As the world's log names it."""
        return f"{self.endpoint.provider}: {self.endpoint.model}"

    def ask(self, asked: Asked[A]) -> A | None:
        """The answer, or None: the template's words stand, and the book of calls says why.

        May take a minute. Raises ``ledger.InTransaction`` inside of one.
        """
        ledger.refuse_in_transaction()
        words = prompt(asked)
        for attempt in range(1, self.options.attempts + 1):
            if not breaker.closed(self.endpoint, self.options):
                ledger.skipped(asked, words, self.purse, self.endpoint, Outcome.LEFT_ALONE)
                return None
            outcome, answer = self._once(asked, words, attempt)
            if answer is not None or outcome not in PASSING:
                return answer
            if attempt < self.options.attempts:  # a server that wants more time than this is left alone above
                time.sleep(self._chance.uniform(0, self.options.backoff * 2 ** (attempt - 1)))
        return None

    def _once(self, asked: Asked[A], words: Prompt, attempt: int) -> tuple[Outcome, A | None]:
        call = ledger.begin(asked, words, self.purse, self.endpoint, self.options, attempt)
        if call is None:
            return Outcome.OVER_BUDGET, None
        said = say(self.endpoint, words, self.options)
        outcome, answer = judged(asked, said)
        ledger.end(call, said, outcome, self.options)
        if answer is None:
            breaker.failed(self.endpoint, self.options, said.retry_after)
        else:
            breaker.succeeded(self.endpoint)
        return outcome, answer


def judged(asked: Asked[A], said: Said) -> tuple[Outcome, A | None]:
    """What was said as an answer, where it is one."""
    if said.outcome != Outcome.ANSWERED:
        return said.outcome, None
    try:
        answer = cast(A, asked.answer.model_validate_json(_bare(said.text)))
    except ValidationError:
        return Outcome.UNFIT, None
    if any(asked.objections(answer)):
        return Outcome.UNFIT, None
    return Outcome.ANSWERED, answer


def _bare(text: str) -> str:
    """The document without the fence that many models put around it."""
    text = text.strip()
    if text.startswith(_FENCE) and text.endswith(_FENCE) and "\n" in text:
        return text[text.index("\n") : -len(_FENCE)].strip()
    return text
