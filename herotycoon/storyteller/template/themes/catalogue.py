"""All themes. The order is part of every world's history: new ones go to the end of a new rules version."""

from typing import Final

from herotycoon.storyteller.template.themes.base import Theme
from herotycoon.storyteller.template.themes.maritime import MARITIME

THEMES: Final[tuple[Theme, ...]] = (MARITIME,)
