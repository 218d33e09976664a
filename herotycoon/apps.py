"""The project itself as a Django app: it composes what the domain apps offer."""

from django.apps import AppConfig


class HeroTycoonConfig(AppConfig):
    name = "herotycoon"
    verbose_name = "Hero Tycoon"

    def ready(self) -> None:
        """Register the project's system checks, and bind shared tasks to our Celery."""
        from herotycoon import celery, checks, deploy_checks  # noqa: F401
