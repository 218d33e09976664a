"""Who plays."""

from django.apps import AppConfig


class AccountsConfig(AppConfig):
    name = "herotycoon.accounts"
    label = "accounts"
