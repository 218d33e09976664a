"""What heroes undertake."""

from django.apps import AppConfig


class QuestsConfig(AppConfig):
    name = "quests"
