from django.apps import AppConfig


class WijkenConfig(AppConfig):
    name = "wijken"
    verbose_name = "Wijken"

    def ready(self) -> None:
        from gemeente.activity.verbs import register_verbs
        from gemeente.moderation.brakes import count_as_act
        from wijken import admin  # noqa: F401  (registers its table with the back office)
        from wijken.verbs import ACTS, VERBS

        register_verbs(*VERBS)
        count_as_act(*ACTS)
