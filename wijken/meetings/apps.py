from django.apps import AppConfig


class MeetingsConfig(AppConfig):
    name = "wijken.meetings"
    label = "meetings"
    verbose_name = "Bijeenkomsten"
