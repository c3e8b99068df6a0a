from django.apps import AppConfig


class AdviceConfig(AppConfig):
    name = "wijken.advice"
    label = "advice"
    verbose_name = "Advies"

    def ready(self) -> None:
        from gemeente.activity.verbs import register_verbs
        from gemeente.lib.open_work import register_open_work
        from gemeente.lib.panels import register_panel
        from gemeente.lib.personal_data import register_personal_data
        from gemeente.moderation.brakes import count_as_act
        from gemeente.moderation.parts import register_parts
        from wijken.advice.open_work import ADVICE_WORK, PLANS_WORK
        from wijken.advice.panels import PANELS
        from wijken.advice.parts import parts_of_advice, parts_of_voornemen
        from wijken.advice.personal_data import ADVICE_DATA
        from wijken.advice.verbs import ACTS, VERBS

        register_verbs(*VERBS)
        count_as_act(*ACTS)
        register_personal_data(ADVICE_DATA)
        register_open_work(ADVICE_WORK)
        register_open_work(PLANS_WORK)
        register_parts("advice", parts_of_advice)
        register_parts("voornemen", parts_of_voornemen)
        for panel in PANELS:
            register_panel(panel)
