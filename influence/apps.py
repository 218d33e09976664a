"""What the master presses on."""

from django.apps import AppConfig


class InfluenceConfig(AppConfig):
    name = "influence"
