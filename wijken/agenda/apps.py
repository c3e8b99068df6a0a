from django.apps import AppConfig


class AgendaConfig(AppConfig):
    name = "wijken.agenda"
    label = "agenda"
    verbose_name = "Agenda"
