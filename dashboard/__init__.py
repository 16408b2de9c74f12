"""What people see."""


def __getattr__(name: str) -> object:
    """``celery -A dashboard`` finds its application here; no other process imports Celery for it."""
    if name == "app":
        from dashboard.site.celery import app

        return app
    raise AttributeError(f"module {__name__} has no attribute {name}")
