from django.apps import AppConfig


class AgendaConfig(AppConfig):
    name = "wijken.agenda"
    label = "agenda"
    verbose_name = "Agenda"

    def ready(self) -> None:
        from gemeente.activity.verbs import register_verbs
        from gemeente.lib.panels import register_panel
        from gemeente.lib.personal_data import register_personal_data
        from gemeente.moderation.brakes import count_as_act
        from gemeente.moderation.parts import register_parts
        from wijken.agenda.panels import PANELS
        from wijken.agenda.parts import parts_of_opgave
        from wijken.agenda.personal_data import AGENDA_DATA
        from wijken.agenda.verbs import ACTS, VERBS

        register_verbs(*VERBS)
        count_as_act(*ACTS)
        register_parts("opgave", parts_of_opgave)
        register_personal_data(AGENDA_DATA)
        for panel in PANELS:
            register_panel(panel)
