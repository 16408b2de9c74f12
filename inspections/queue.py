"""The queue's application, imported where work is handed over or taken, and by nothing else."""

from celery import Celery

app = Celery("crosscheck")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks()
