from django.apps import AppConfig


class AreasConfig(AppConfig):
    name = "areas"
    verbose_name = "Areas"

    def ready(self) -> None:
        from areas.index import forget_on_change  # models are there only now

        forget_on_change()
