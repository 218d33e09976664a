"""The project itself as a Django app: it composes what the domain apps offer."""

from django.apps import AppConfig


class HeroTycoonConfig(AppConfig):
    name = "herotycoon"
    verbose_name = "Hero Tycoon"

    def ready(self) -> None:
        """Register the project's system checks."""
        from herotycoon import checks, deploy_checks  # noqa: F401
