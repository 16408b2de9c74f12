"""What a worker is started with: the queue's application, knowing where the settings are."""

import os

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "dashboard.settings")

from inspections.queue import app  # Celery looks for the settings when it is made

__all__ = ["app"]
