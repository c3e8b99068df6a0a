from django.apps import AppConfig


class MeetingsConfig(AppConfig):
    name = "wijken.meetings"
    label = "meetings"
    verbose_name = "Bijeenkomsten"

    def ready(self) -> None:
        from gemeente.activity.verbs import register_verbs
        from gemeente.moderation.brakes import count_as_act
        from wijken.meetings.verbs import ACTS, VERBS

        register_verbs(*VERBS)
        count_as_act(*ACTS)
