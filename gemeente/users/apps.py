from django.apps import AppConfig


class UsersConfig(AppConfig):
    name = "gemeente.users"
    label = "users"
