from django.apps import AppConfig


class PartnersConfig(AppConfig):
    name = "gemeente.partners"
    label = "partners"
    verbose_name = "Partners"
