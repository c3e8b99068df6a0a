from django.apps import AppConfig


class AdviceConfig(AppConfig):
    name = "wijken.advice"
    label = "advice"
    verbose_name = "Advies"
