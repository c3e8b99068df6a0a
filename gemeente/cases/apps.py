from django.apps import AppConfig


class CasesConfig(AppConfig):
    name = "gemeente.cases"
    label = "cases"
    verbose_name = "Zaken"

    def ready(self) -> None:
        from gemeente.activity.verbs import register_verbs
        from gemeente.cases import admin  # noqa: F401  (registers its table with the back office)
        from gemeente.cases.open_work import CASES_WORK
        from gemeente.cases.personal_data import CASES_DATA
        from gemeente.cases.reference import load_terms
        from gemeente.cases.verbs import VERBS
        from gemeente.lib.open_work import register_open_work
        from gemeente.lib.personal_data import register_personal_data
        from gemeente.lib.reference import register_reference

        register_verbs(*VERBS)
        register_personal_data(CASES_DATA)
        register_open_work(CASES_WORK)
        register_reference("first contact terms", load_terms)
