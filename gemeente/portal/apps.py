from django.apps import AppConfig


class PortalConfig(AppConfig):
    name = "gemeente.portal"
    label = "portal"
    verbose_name = "Het portaal"

    def ready(self) -> None:
        from gemeente.lib.reference import register_reference
        from gemeente.portal import admin  # noqa: F401  (registers its tables with the back office)
        from gemeente.portal.reference import load_rules

        register_reference("rules", load_rules)
