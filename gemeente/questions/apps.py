from django.apps import AppConfig


class QuestionsConfig(AppConfig):
    name = "gemeente.questions"
    label = "questions"
    verbose_name = "Vragen"

    def ready(self) -> None:
        from gemeente.activity.verbs import register_verbs
        from gemeente.lib.panels import register_panel
        from gemeente.lib.personal_data import register_personal_data
        from gemeente.moderation.brakes import count_as_act
        from gemeente.questions.panels import PANELS
        from gemeente.questions.personal_data import QUESTIONS_DATA
        from gemeente.questions.verbs import ACTS, VERBS

        register_verbs(*VERBS)
        count_as_act(*ACTS)
        register_personal_data(QUESTIONS_DATA)
        for panel in PANELS:
            register_panel(panel)
