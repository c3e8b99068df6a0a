from django.apps import AppConfig


class FollowingConfig(AppConfig):
    name = "wijken.following"
    label = "following"
    verbose_name = "Volgen"

    def ready(self) -> None:
        from gemeente.activity.verbs import register_verbs
        from gemeente.lib.panels import register_panel
        from gemeente.lib.personal_data import register_personal_data
        from wijken.following.panels import PANELS
        from wijken.following.personal_data import FOLLOWING_DATA
        from wijken.following.verbs import VERBS

        register_verbs(*VERBS)
        register_personal_data(FOLLOWING_DATA)
        for panel in PANELS:
            register_panel(panel)
