from django.apps import AppConfig


class MeetingsConfig(AppConfig):
    name = "wijken.meetings"
    label = "meetings"
    verbose_name = "Bijeenkomsten"

    def ready(self) -> None:
        from gemeente.activity.verbs import register_verbs
        from gemeente.lib.hand_over import register_hand_over
        from gemeente.lib.panels import register_panel
        from gemeente.lib.personal_data import register_personal_data
        from gemeente.moderation.brakes import count_as_act
        from gemeente.moderation.parts import register_parts
        from wijken.lines import register_lines
        from wijken.meetings.actions.action_points import ACTIONS_HAND_OVER
        from wijken.meetings.panels import PANELS, lines_of_wijken
        from wijken.meetings.parts import parts_of_meeting
        from wijken.meetings.personal_data import MEETINGS_DATA
        from wijken.meetings.verbs import ACTS, VERBS

        register_verbs(*VERBS)
        count_as_act(*ACTS)
        register_parts("meeting", parts_of_meeting)
        register_personal_data(MEETINGS_DATA)
        register_lines("meetings", lines_of_wijken, position=20)
        register_hand_over(ACTIONS_HAND_OVER)
        for panel in PANELS:
            register_panel(panel)
