from django.apps import AppConfig


class PartnersConfig(AppConfig):
    name = "gemeente.partners"
    label = "partners"
    verbose_name = "Partners"

    def ready(self) -> None:
        from gemeente.activity.verbs import register_verbs
        from gemeente.lib.panels import register_panel
        from gemeente.lib.personal_data import register_personal_data
        from gemeente.partners.panels import PANELS
        from gemeente.partners.personal_data import PARTNERS_DATA
        from gemeente.partners.verbs import VERBS

        register_verbs(*VERBS)
        register_personal_data(PARTNERS_DATA)
        for panel in PANELS:
            register_panel(panel)
