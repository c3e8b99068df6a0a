from django.apps import AppConfig


class WijkenConfig(AppConfig):
    name = "wijken"
    verbose_name = "Wijken"

    def ready(self) -> None:
        from gemeente.activity.verbs import register_verbs
        from gemeente.lib.farewell import register_farewell
        from gemeente.lib.panels import register_panel
        from gemeente.lib.personal_data import register_personal_data
        from gemeente.lib.reference import register_reference
        from gemeente.moderation.brakes import count_as_act
        from gemeente.moderation.parts import register_parts
        from wijken import admin  # noqa: F401  (registers its table with the back office)
        from wijken.farewell import TEAM_FAREWELL
        from wijken.panels import PANELS
        from wijken.parts import parts_of_wop
        from wijken.personal_data import TEAM_DATA
        from wijken.reference import load_common_way, load_way_examples
        from wijken.verbs import ACTS, VERBS

        register_verbs(*VERBS)
        count_as_act(*ACTS)
        register_farewell(TEAM_FAREWELL)
        register_personal_data(TEAM_DATA)
        register_parts("wop", parts_of_wop)
        for panel in PANELS:
            register_panel(panel)
        register_reference("common_way", load_common_way)
        register_reference("way_examples", load_way_examples)
