from django.apps import AppConfig


class PortalConfig(AppConfig):
    name = "gemeente.portal"
    label = "portal"
    verbose_name = "Het portaal"

    def ready(self) -> None:
        from gemeente.activity.verbs import register_verbs
        from gemeente.lib.panels import register_panel
        from gemeente.lib.personal_data import register_personal_data
        from gemeente.lib.readiness import register_check
        from gemeente.lib.reference import register_reference
        from gemeente.portal.panels import PANELS
        from gemeente.portal.personal_data import PORTAL_DATA
        from gemeente.portal.readiness import READINESS
        from gemeente.portal.reference import load_doors, load_rules, load_texts
        from gemeente.portal.verbs import VERBS

        register_verbs(*VERBS)
        register_personal_data(PORTAL_DATA)
        register_reference("rules", load_rules)
        register_reference("texts", load_texts)
        register_reference("doors", load_doors)
        for panel in PANELS:
            register_panel(panel)
        for check in READINESS:
            register_check(*check)
