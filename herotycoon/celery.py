"""Celery: `python -m celery -A herotycoon worker` and `… beat`. What it is told is in the settings, under CELERY_….

Tasks are the doors `tasks.py` of the domain apps. A worker acts as the engine, and owns nothing between two tasks.
"""

import os
from pathlib import Path

from celery import Celery
from celery.beat import PersistentScheduler

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "herotycoon.settings")

app = Celery("herotycoon")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.set_default()  # for every thread: `shared_task` is bound to it wherever Django is set up (see apps.py)
app.autodiscover_tasks()


class Scheduler(PersistentScheduler):
    """Beat, which remembers in a file when it did what; the folder of that file is made where there is none."""

    def setup_schedule(self) -> None:
        """Open the file."""
        Path(self.app.conf.beat_schedule_filename).parent.mkdir(parents=True, exist_ok=True)
        super().setup_schedule()
