"""The ASGI door for a web server."""

import os

from django.core.asgi import get_asgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "herotycoon.settings")

application = get_asgi_application()
