from django.apps import AppConfig


class LibConfig(AppConfig):
    name = "gemeente.lib"
    label = "lib"
