"""The game as gunicorn serves it, with one difference: passwords are hashed cheaply, as in the rest of the suite."""

from django.conf import settings
from django.core.wsgi import get_wsgi_application

settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
application = get_wsgi_application()
