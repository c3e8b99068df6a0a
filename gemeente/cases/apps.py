from django.apps import AppConfig


class CasesConfig(AppConfig):
    name = "gemeente.cases"
    label = "cases"

    def ready(self) -> None:
        from gemeente.activity.verbs import register_verbs
        from gemeente.cases.personal_data import CASES_DATA
        from gemeente.cases.verbs import VERBS
        from gemeente.lib.personal_data import register_personal_data

        register_verbs(*VERBS)
        register_personal_data(CASES_DATA)
