"""What the floor's own modules add to pages of a wijk and to the worktable of its WOP."""

from django.utils.translation import gettext_lazy as _

from wijken.doors import board_door

PANELS = (
    board_door(
        "documents",
        title=_("Documenten"),
        text=_("Zet een jaarverslag, wijkkrant of plan als PDF op jullie pagina, of haal er een weg."),
        url_name="wijken:documents",
        link_label=_("Naar de documenten"),
        position=80,
    ),
)
