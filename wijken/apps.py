from django.apps import AppConfig


class WijkenConfig(AppConfig):
    name = "wijken"
    verbose_name = "Wijken"

    def ready(self) -> None:
        from wijken import admin  # noqa: F401  (registers its table with the back office)
