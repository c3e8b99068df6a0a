from django.apps import AppConfig


class AccountsConfig(AppConfig):
    name = "gemeente.accounts"
    label = "accounts"
    verbose_name = "Mensen en rollen"

    def ready(self) -> None:
        from gemeente.accounts import admin  # noqa: F401  (registers its tables with the back office)
        from gemeente.accounts.panels import PANELS
        from gemeente.accounts.personal_data import ACCOUNTS_DATA
        from gemeente.accounts.readiness import READINESS
        from gemeente.accounts.reference import load_roles
        from gemeente.accounts.verbs import VERBS
        from gemeente.activity.verbs import register_verbs
        from gemeente.lib.panels import register_panel
        from gemeente.lib.personal_data import register_personal_data
        from gemeente.lib.readiness import register_check
        from gemeente.lib.reference import register_reference

        register_verbs(*VERBS)
        register_personal_data(ACCOUNTS_DATA)
        register_reference("roles", load_roles)
        for panel in PANELS:
            register_panel(panel)
        for check in READINESS:
            register_check(*check)
