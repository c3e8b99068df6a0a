from django.apps import AppConfig


class PlacesConfig(AppConfig):
    name = "gemeente.places"
    label = "places"
    verbose_name = "De stad"

    def ready(self) -> None:
        from gemeente.lib.reference import register_reference
        from gemeente.places.reference import load_gemeente, load_themes

        register_reference("gemeente", load_gemeente)
        register_reference("themes", load_themes)
