"""The game masters' desk as a Django app: its templates and styles."""

from django.apps import AppConfig


class DeskConfig(AppConfig):
    name = "herotycoon.desk"
    label = "desk"
    verbose_name = "The game masters' desk"
