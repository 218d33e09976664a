"""The project itself as a Django app: it composes what the domain apps offer."""

from django.apps import AppConfig
from django.contrib.admin.apps import AdminConfig


class HeroTycoonConfig(AppConfig):
    name = "herotycoon"
    verbose_name = "Hero Tycoon"

    def ready(self) -> None:
        """Register the project's system checks, bind shared tasks to our Celery, hand the game to the API, read times."""
        from herotycoon import celery, checks, deploy_checks, game  # noqa: F401
        from herotycoon.pg import times  # noqa: F401 - every connection from now on
        from herotycoon.watch import tasks

        game.hand_in()
        tasks.listen()


class Desk(AdminConfig):
    """Django's admin, with our site for its own."""

    default_site = "herotycoon.admin.GameMasterSite"
