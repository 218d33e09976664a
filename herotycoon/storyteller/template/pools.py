"""All pools of sentence frames that heroes are told with, by name."""

from typing import Final

from herotycoon.storyteller.template.grammar import Frame, frame
from herotycoon.storyteller.template.people import (
    arrivals,
    callings,
    class_motives,
    habits,
    motives,
    origins,
    skills,
    traits_bright,
    traits_dark,
)
from herotycoon.storyteller.template.themes.base import Frames, Theme


def _named(prefix: str, pools: dict[str, Frames]) -> dict[str, Frames]:
    return {f"{prefix}:{name}": frames for name, frames in pools.items()}


def _all_pools() -> dict[str, Frames]:
    return {
        "arrival": arrivals.ARRIVALS,
        "calm": arrivals.CALM,
        "quirk": habits.GENERAL,
        **_named("class", callings.CALLINGS),
        **_named("skill", skills.SKILL_LINES),
        **_named("trait", traits_bright.BRIGHT | traits_dark.DARK),
        **_named("motive", motives.TRAIT_MOTIVES | class_motives.CLASS_MOTIVES),
        **_named("quirk", habits.TRAIT_QUIRKS | habits.CLASS_QUIRKS),
    }


def compiled(texts: Frames) -> tuple[Frame, ...]:
    return tuple(frame(text) for text in texts)


COMMON_POOLS: Final = {name: compiled(texts) for name, texts in _all_pools().items()}


def theme_pools(theme: Theme) -> dict[str, tuple[Frame, ...]]:
    """The pools of this theme's heroes; its own origins stand beside the common ones."""
    return {
        "origin": compiled((*theme.origins, *origins.ORIGINS)),
        "quirk:theme": compiled(theme.quirks),
    }
