"""The game as gunicorn serves it, with one difference: passwords are hashed cheaply, as in the rest of the suite."""

import os

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "herotycoon.settings")

from django.conf import settings

settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]

from herotycoon.wsgi import application

__all__ = ["application"]
