"""`manage.py explain DECISION`: why a hero did what they did."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from django.core.management.base import CommandParser

from heroes.sim.lexicon import VOICED
from worlds.management.doors import Door
from worlds.services.explain import Explanation, NoDecision, Option, explain
from worlds.services.explain_words import words
from worlds.services.prose.deeds import plain, to_do
from worlds.services.prose.seen import reason, thousandths

if TYPE_CHECKING:
    from rich.console import RenderableType


class Command(Door):
    help = (
        "Explain a decision: when and where, the hero's own words, every option with its utility, what spoke for and "
        "against, what was seen, what came of it."
    )
    refusals = (NoDecision,)

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "decision", metavar="DECISION", help="the id of the decision, or the beginning of it"
        )

    def enter(self, **options: Any) -> None:
        self.say(*page(explain(options["decision"])))


def page(one: Explanation) -> Iterator[RenderableType]:
    """The explanation, laid out for reading."""
    from rich.text import Text

    from worlds.management.layout import bullet, heading, indented, section, signed_bars

    told = words(one)
    yield heading(told.question)
    yield Text(told.answer)
    if told.reasoning:
        yield indented(Text(f"“{told.reasoning}”", style="italic"), by=4)
    if told.counsel:
        yield Text(told.counsel)
    yield section("What was possible")
    yield signed_bars([_option(option, one) for option in one.options])
    yield Text(told.verdict)
    yield section(f"What spoke for it, to {to_do(one.chosen.action)}, and what against")
    yield signed_bars(_parts(one.chosen), total=one.chosen.utility)
    if one.against:
        yield section(f"The same for the next best, to {to_do(one.against.action)}")
        yield signed_bars(_parts(one.against), total=one.against.utility)
    yield section(f"What {one.stored.name} saw")
    for subject, text in told.seen:
        yield bullet(text, mark=f"{subject:10}", style="dim")
    yield section("What came of it")
    for text in told.outcome:
        yield bullet(text)
    yield Text()
    check = (
        f"but {one.differs}."
        if one.differs
        else "recomputed from what was seen: the same, to the thousandth."
    )
    yield Text(
        f"Decision {one.stored.id}, rules {one.stored.rules_version}; {check}",
        style="bold red" if one.differs else "dim",
    )


def _option(option: Option, one: Explanation) -> tuple[str, int, str, str]:
    """(name, utility, style, what of the hero's own moved it most)."""
    own = [(name, value) for name, value in option.parts.items() if name in VOICED]
    ranked = sorted(own, key=lambda item: -item[1])
    why = [f"{plain(name)} {_plus(value)}" for name, value in (*ranked[:1], *ranked[-1:]) if value]
    style = "bold green" if option is one.chosen else "yellow" if option is one.against else ""
    mark = "► " if option is one.chosen else "  "
    return mark + plain(option.action), option.utility, style, ", ".join(dict.fromkeys(why))


def _parts(option: Option) -> list[tuple[str, int, str, str]]:
    """The contributions, the strongest for it first."""
    ranked = sorted(option.parts.items(), key=lambda item: -item[1])
    return [
        (f"  {reason(name)}", value, "green" if value > 0 else "red", "") for name, value in ranked if value
    ]


def _plus(amount: int) -> str:
    return ("+" if amount > 0 else "") + thousandths(amount)
