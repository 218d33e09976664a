"""The storytellers as a Django app: it keeps what those for hire were asked, and what that cost."""

from django.apps import AppConfig


class StorytellerConfig(AppConfig):
    name = "herotycoon.storyteller"
    label = "storyteller"
    verbose_name = "Storytellers"
