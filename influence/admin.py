"""What heroes hold of their masters, at the game masters' desk."""

from __future__ import annotations

from django.contrib import admin

from herotycoon.desk.admin import Watched
from influence.models import MasterInfluence


@admin.register(MasterInfluence)
class MasterInfluenceAdmin(Watched):
    """Trust, respect and fear."""

    list_display = ("hero", "world", "trust", "respect", "fear", "standing_order")
    search_fields = ("hero__name", "world__name")
    list_select_related = ("hero", "world")
