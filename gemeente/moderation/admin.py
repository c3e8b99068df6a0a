"""The back office of the brakes: on which laws something can be hidden. What people reported is not here."""

from django.contrib import admin
from django.http import HttpRequest

from gemeente.accounts.admin import ReferenceAdmin
from gemeente.accounts.admin_site import portal_admin
from gemeente.moderation.models import HidingGround


@admin.register(HidingGround, site=portal_admin)
class HidingGroundAdmin(ReferenceAdmin):
    """A ground that was used keeps its code; it ends by date."""

    list_display = ["name", "law", "position", "ends_on"]
    may_add = True

    def get_readonly_fields(self, request: HttpRequest, obj: HidingGround | None = None) -> list[str]:
        return ["code"] if obj else []
