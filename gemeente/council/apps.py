from django.apps import AppConfig


class CouncilConfig(AppConfig):
    name = "gemeente.council"
    label = "council"
    verbose_name = "De raad"

    def ready(self) -> None:
        from gemeente.activity.verbs import register_verbs
        from gemeente.council.verbs import VERBS

        register_verbs(*VERBS)
