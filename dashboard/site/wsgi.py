import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "dashboard.settings")
application = get_wsgi_application()

from dashboard.site.warm import warm_up  # noqa: E402  # needs the applications loaded

warm_up()
