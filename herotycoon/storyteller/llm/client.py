"""One question over the network, by a well-kept library; everything that a server may do is an outcome here.

The library is imported late (it takes two seconds), its own retries are off (each try counts against a budget), no
redirection is followed, an answer is read up to a length, and all of it within a time. Messages of its errors are
never told: a server may repeat the key in them.
"""

from __future__ import annotations

import asyncio
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from herotycoon.storyteller.llm.options import Endpoint, Options
from herotycoon.storyteller.llm.prompt import Prompt
from herotycoon.storyteller.outcomes import Outcome

if TYPE_CHECKING:
    from httpx2 import AsyncClient
    from pydantic_ai.models import Model

MOST_TOKENS = 1_000_000
"""More than any server means when it says how many there were."""
NO_KEY = "none"
"""What is sent as a key to a server of one's own that asks for none."""


@dataclass(frozen=True)
class Said:
    """What came of a call; tokens are counted by the server, or guessed where it does not say."""

    outcome: Outcome
    text: str = ""
    input_tokens: int = 0
    output_tokens: int = 0
    latency_ms: int = 0
    retry_after: float | None = None
    """seconds, where the server said"""


def say(endpoint: Endpoint, asked: Prompt, options: Options) -> Said:
    """Ask once. Raises nothing that a server can bring about."""
    began = time.monotonic()
    said = asyncio.run(_said(endpoint, asked, options))
    spent = int((time.monotonic() - began) * 1000)
    guessed = len(asked.text) // 3
    return Said(
        said.outcome,
        said.text,
        min(said.input_tokens or guessed, MOST_TOKENS),
        min(said.output_tokens or len(said.text) // 3, MOST_TOKENS),
        spent,
        said.retry_after,
    )


async def _said(endpoint: Endpoint, asked: Prompt, options: Options) -> Said:
    from pydantic_ai import direct, exceptions  # noqa: F401 - imported before the clock runs

    from herotycoon.storyteller.llm.line import Line

    line = Line(options.answer_bytes)
    try:
        async with line.client(options.timeout) as http:
            model = _model(endpoint, http)  # imports, for which nobody's time is counted
            async with asyncio.timeout(options.timeout):
                return await _answered(model, asked, options)
    except (TimeoutError, exceptions.ModelTimeoutError, exceptions.ModelRequestTimeout):
        return Said(Outcome.TIMEOUT)
    except exceptions.ModelHTTPError as error:
        return Said(_refusal(error.status_code), retry_after=error.retry_after)
    except exceptions.ModelConnectionError:
        return Said(Outcome.TOO_LARGE if line.exceeded else Outcome.UNREACHABLE)
    except Exception:  # a stranger's bytes may break a library in ways that nobody has listed
        return Said(Outcome.TOO_LARGE if line.exceeded else Outcome.GARBLED)


async def _answered(model: Model[Any], asked: Prompt, options: Options) -> Said:
    from pydantic_ai.direct import model_request
    from pydantic_ai.messages import ModelRequest, SystemPromptPart, UserPromptPart
    from pydantic_ai.settings import ModelSettings

    question = ModelRequest(parts=[SystemPromptPart(content=asked.rules), UserPromptPart(content=asked.data)])
    settings = ModelSettings(max_tokens=options.answer_tokens)
    answer = await model_request(model, [question], model_settings=settings)
    usage = answer.usage
    return Said(
        Outcome.ANSWERED, answer.text or "", max(usage.input_tokens or 0, 0), max(usage.output_tokens or 0, 0)
    )


def _model(endpoint: Endpoint, http: AsyncClient) -> Model[Any]:
    key, base_url = endpoint.key.get_secret_value() or NO_KEY, endpoint.base_url or None
    if endpoint.provider == "anthropic":
        from anthropic import AsyncAnthropic
        from pydantic_ai.models.anthropic import AnthropicModel
        from pydantic_ai.providers.anthropic import AnthropicProvider

        client = AsyncAnthropic(api_key=key, base_url=base_url, http_client=http, max_retries=0)
        return AnthropicModel(endpoint.model, provider=AnthropicProvider(anthropic_client=client))
    from openai import AsyncOpenAI
    from pydantic_ai.models.openai import OpenAIChatModel
    from pydantic_ai.providers.openai import OpenAIProvider

    server = AsyncOpenAI(api_key=key, base_url=base_url, http_client=http, max_retries=0)
    return OpenAIChatModel(endpoint.model, provider=OpenAIProvider(openai_client=server))


def _refusal(status: int) -> Outcome:
    if status == 429:
        return Outcome.RATE_LIMITED
    return Outcome.SERVER_ERROR if status >= 500 else Outcome.REFUSED
