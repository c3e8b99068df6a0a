from django.apps import AppConfig


class ModerationConfig(AppConfig):
    name = "gemeente.moderation"
    label = "moderation"
    verbose_name = "Moderatie"

    def ready(self) -> None:
        from gemeente.activity.verbs import register_verbs
        from gemeente.lib.panels import register_panel
        from gemeente.lib.personal_data import register_personal_data
        from gemeente.lib.reference import register_reference
        from gemeente.moderation import admin  # noqa: F401  (registers its table with the back office)
        from gemeente.moderation.brakes import count_as_act
        from gemeente.moderation.panels import PANELS
        from gemeente.moderation.personal_data import MODERATION_DATA
        from gemeente.moderation.reference import load_grounds
        from gemeente.moderation.verbs import REPORTED, VERBS, WORRIED

        register_verbs(*VERBS)
        register_personal_data(MODERATION_DATA)
        register_reference("hiding grounds", load_grounds)
        count_as_act(REPORTED, WORRIED)
        for panel in PANELS:
            register_panel(panel)
