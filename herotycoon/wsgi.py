"""The WSGI door for a web server."""

import gc
import os

from django.core.wsgi import get_wsgi_application
from django.urls import get_resolver

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "herotycoon.settings")

application = get_wsgi_application()
_ = get_resolver().url_patterns  # the doors are loaded before somebody knocks
gc.freeze()  # what is there now stays: looking through it for waste again and again makes some answers late
