from django.apps import AppConfig


class ActivityConfig(AppConfig):
    name = "gemeente.activity"
    label = "activity"

    def ready(self) -> None:
        from gemeente.activity.personal_data import ACTIVITY_DATA
        from gemeente.lib.personal_data import register_personal_data

        register_personal_data(ACTIVITY_DATA)
