"""Turns the world."""

from importlib import import_module

from django.apps import AppConfig


class WorldsConfig(AppConfig):
    name = "worlds"

    def import_models(self) -> None:
        """The tables', and those over views."""
        super().import_models()
        import_module("worlds.readings")
