from django.apps import AppConfig


class InitiativesConfig(AppConfig):
    name = "initiatives"

    def ready(self) -> None:
        from gemeente.activity.verbs import register_verbs
        from gemeente.lib.panels import register_panel
        from gemeente.lib.personal_data import register_personal_data
        from initiatives.panels import PANELS
        from initiatives.personal_data import INITIATIVES_DATA
        from initiatives.verbs import VERBS

        register_verbs(*VERBS)
        register_personal_data(INITIATIVES_DATA)
        for panel in PANELS:
            register_panel(panel)
