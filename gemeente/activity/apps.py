from django.apps import AppConfig
from django.db.models.signals import post_migrate


class ActivityConfig(AppConfig):
    name = "gemeente.activity"
    label = "activity"

    def ready(self) -> None:
        from gemeente.activity.personal_data import ACTIVITY_DATA
        from gemeente.activity.site_changes import watch_tables
        from gemeente.lib.personal_data import register_personal_data

        register_personal_data(ACTIVITY_DATA)
        post_migrate.connect(watch_tables, sender=self)
