from django.apps import AppConfig


class DemoConfig(AppConfig):
    name = "gemeente.demo"
    label = "demo"
