"""How the game masters' pages look, and what stands at their side; django-unfold reads it among the settings."""

from __future__ import annotations

from typing import Any

from django.templatetags.static import static
from django.urls import reverse_lazy


def _page(title: str, icon: str, name: str) -> dict[str, Any]:
    return {"title": title, "icon": icon, "link": reverse_lazy(f"admin:{name}")}


def _style(request: object) -> str:
    return static("desk/desk.css")


def _pictures(request: object) -> str:
    return static("desk/pictures.css")


def _icon(request: object) -> str:
    return static("desk/favicon.svg")


UNFOLD: dict[str, Any] = {
    "SITE_TITLE": "Hero Tycoon",
    "SITE_HEADER": "Hero Tycoon",
    "SITE_SUBHEADER": "The game masters' desk",
    "SITE_SYMBOL": "castle",
    "SITE_URL": None,
    "SHOW_HISTORY": False,
    "SHOW_VIEW_ON_SITE": False,
    "SHOW_BACK_BUTTON": True,
    "STYLES": [_style, _pictures],
    "SITE_FAVICONS": [{"rel": "icon", "sizes": "any", "type": "image/svg+xml", "href": _icon}],
    "COLORS": {
        "primary": {
            "50": "oklch(97.7% .02 75)",
            "100": "oklch(94.5% .05 75)",
            "200": "oklch(90% .09 75)",
            "300": "oklch(83% .12 72)",
            "400": "oklch(75% .14 68)",
            "500": "oklch(64% .14 62)",
            "600": "oklch(53% .12 58)",
            "700": "oklch(45% .1 55)",
            "800": "oklch(38% .08 52)",
            "900": "oklch(32% .06 50)",
            "950": "oklch(22% .04 48)",
        }
    },
    "SIDEBAR": {
        "show_search": False,
        "show_all_applications": False,
        "navigation": [
            {
                "title": "Worlds",
                "items": [
                    _page("Front page", "dashboard", "index"),
                    _page("Worlds", "public", "worlds_world_changelist"),
                    _page("Guilds", "groups", "worlds_guild_changelist"),
                    _page("Events", "festival", "worlds_worldevent_changelist"),
                    _page("Quests", "swords", "quests_quest_changelist"),
                    _page("Assignments", "hiking", "quests_questassignment_changelist"),
                ],
            },
            {
                "title": "Heroes",
                "items": [
                    _page("Heroes", "person", "heroes_hero_changelist"),
                    _page("Relationships", "favorite", "heroes_herorelationship_changelist"),
                    _page("Influence", "psychology", "influence_masterinfluence_changelist"),
                    _page("Activities", "history", "heroes_activity_changelist"),
                    _page("Decisions", "lightbulb", "heroes_decision_changelist"),
                ],
            },
            {
                "title": "People",
                "items": [
                    _page("People", "badge", "accounts_user_changelist"),
                    _page("Sessions", "devices", "accounts_usersession_changelist"),
                    _page("The record", "policy", "accounts_auditentry_changelist"),
                ],
            },
        ],
    },
}
