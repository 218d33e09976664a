"""All themes. A world's theme is drawn by its place here, so the order is part of every world's history."""

from typing import Final

from herotycoon.storyteller.template.themes.ash import ASH
from herotycoon.storyteller.template.themes.base import Theme
from herotycoon.storyteller.template.themes.cantons import CANTONS
from herotycoon.storyteller.template.themes.caravan import CARAVAN
from herotycoon.storyteller.template.themes.empire import EMPIRE
from herotycoon.storyteller.template.themes.greenwood import GREENWOOD
from herotycoon.storyteller.template.themes.maritime import MARITIME
from herotycoon.storyteller.template.themes.marsh import MARSH
from herotycoon.storyteller.template.themes.monsoon import MONSOON
from herotycoon.storyteller.template.themes.moor import MOOR
from herotycoon.storyteller.template.themes.north import NORTH
from herotycoon.storyteller.template.themes.observatory import OBSERVATORY
from herotycoon.storyteller.template.themes.orchard import ORCHARD
from herotycoon.storyteller.template.themes.river import RIVER
from herotycoon.storyteller.template.themes.steppe import STEPPE

THEMES: Final[tuple[Theme, ...]] = (
    MARITIME,
    MOOR,
    CARAVAN,
    EMPIRE,
    NORTH,
    MARSH,
    GREENWOOD,
    CANTONS,
    RIVER,
    STEPPE,
    ORCHARD,
    ASH,
    MONSOON,
    OBSERVATORY,
)
