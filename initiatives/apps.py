from django.apps import AppConfig


class InitiativesConfig(AppConfig):
    name = "initiatives"

    def ready(self) -> None:
        from gemeente.activity.verbs import register_verbs
        from gemeente.lib.farewell import register_farewell
        from gemeente.lib.panels import register_panel
        from gemeente.lib.personal_data import register_personal_data
        from gemeente.lib.reference import register_reference
        from gemeente.moderation.brakes import count_as_act
        from gemeente.moderation.parts import register_parts
        from initiatives.farewell import FAREWELL
        from initiatives.figures import lines_of_wijken
        from initiatives.panels import PANELS
        from initiatives.parts import parts_of_initiative
        from initiatives.personal_data import INITIATIVES_DATA
        from initiatives.reference import load_blueprints, load_cards
        from initiatives.verbs import ACTS, VERBS
        from wijken.lines import register_lines

        register_verbs(*VERBS)
        count_as_act(*ACTS)
        register_parts("initiative", parts_of_initiative)
        register_personal_data(INITIATIVES_DATA)
        register_farewell(FAREWELL)
        register_reference("blueprints", load_blueprints)
        register_reference("next_step_cards", load_cards)
        register_lines("initiatives", lines_of_wijken, position=10)
        for panel in PANELS:
            register_panel(panel)
