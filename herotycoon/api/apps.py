"""The manners of the API as a Django app: it keeps what was answered to a command that may be sent twice."""

from django.apps import AppConfig


class ApiConfig(AppConfig):
    name = "herotycoon.api"
    label = "api"
    verbose_name = "API"
